export { NoConversation as default } from "@/components/chat/no-conversation";

import type { Metadata } from "next";
import { Heading } from "@/components/chat/heading";
import { Messages } from "@/components/chat/messages";

export const metadata: Metadata = { title: "New chat" };

export default function NewChatPage() {
  return (
    <>
      <Heading title="New chat" />
      <Messages stored={[]} />
    </>
  );
}

import { type ReactNode, Suspense } from "react";
import { modelName } from "@/assistant/model";
import { requireUser } from "@/auth";
import { ChatPage } from "@/components/chat/chat-page";

/** The box to write in stays while the conversation above it changes, so no page takes words or focus away. */
export default function ChatLayout({ children }: LayoutProps<"/chat">) {
  return (
    <Suspense>
      <Frame>{children}</Frame>
    </Suspense>
  );
}

async function Frame({ children }: { children: ReactNode }) {
  await requireUser();
  return <ChatPage model={modelName()}>{children}</ChatPage>;
}

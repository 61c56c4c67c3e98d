import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import type { ChatMessage } from "@/assistant/message";
import { requireUser } from "@/auth";
import { Heading } from "@/components/chat/heading";
import { LiveMessages } from "@/components/chat/live-messages";
import { Messages } from "@/components/chat/messages";
import * as conversations from "@/db/conversations";
import { one } from "@/db/fields";
import type { Message } from "@/db/messages";
import * as turns from "@/db/turns";

type Props = PageProps<"/chat/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: (await find(id))?.title ?? "Conversation" };
}

export default function ConversationPage({ params }: Props) {
  return (
    <Suspense fallback={<LiveMessages />}>
      <Stored params={params} />
    </Suspense>
  );
}

async function Stored({ params }: Pick<Props, "params">) {
  const { id } = await params;
  const conversation = await find(id);
  if (!conversation) notFound();
  return (
    <>
      <Heading id={conversation.id} title={conversation.title} />
      <Messages stored={conversation.messages.map(asStreamed)} />
    </>
  );
}

/** Once per request: the page's title needs it too. */
const find = cache(async (id: string) => {
  const user = await requireUser();
  const wanted = one.safeParse({ id });
  if (!wanted.success) return undefined;
  await turns.bury(user.id, { conversationId: wanted.data.id });
  return conversations.find(user.id, wanted.data);
});

/** Only the assistant's own route writes messages, as they were streamed, so their shape is known. */
function asStreamed({ id, role, parts, metadata }: Message): ChatMessage {
  return { id, role, parts, metadata: metadata ?? undefined } as ChatMessage;
}

"use client";

import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import type { ChatMessage } from "@/assistant/message";
import { Approval } from "@/components/chat/approval";
import { ask } from "@/components/chat/ask";
import { Found } from "@/components/chat/found";
import { Markdown } from "@/components/chat/markdown";
import { readable } from "@/components/chat/parts";
import { Progress } from "@/components/chat/progress";
import { useTalk } from "@/components/chat/talk";
import { textOf } from "@/components/chat/text";
import { troubleOf } from "@/components/chat/trouble";
import { card } from "@/components/chat/turn";
import { TurnCard } from "@/components/chat/turn-card";
import { copyText } from "@/components/shell/copy-text";
import { useKnown } from "@/components/shell/known";
import { IconButton } from "@/components/ui/icon-button";

/** What the assistant said, found, asked and did about one question. `last` is true for the newest message. */
export function Reply({ message, last }: { message: ChatMessage; last: boolean }) {
  const { messages, busy } = useTalk();
  const { clock } = useKnown();
  const running = last && busy;
  const done = card(message, messages, clock);
  const text = textOf(message);
  const trouble = last ? undefined : troubleOf(undefined, message);
  return (
    <article aria-label="Assistant" className="group relative flex flex-col gap-3">
      {readable(message).map((part, index): ReactNode => {
        // biome-ignore lint/suspicious/noArrayIndexKey: words are only ever appended
        if (part.type === "text") return part.text.trim() && <Markdown key={index}>{part.text}</Markdown>;
        if (part.type === "tool-find_tasks" && part.output)
          return (
            <Found key={part.toolCallId} rows={part.output.tasks} more={part.output.more} total={part.output.total} />
          );
        const asked = ask(part, message, clock);
        return asked && <Approval key={asked.approvalId} ask={asked} message={message} live={last} />;
      })}
      {running && <Progress message={message} />}
      {done && <TurnCard card={done} undone={message.metadata?.undone === true} running={running} />}
      {trouble && <p className="text-small text-soft">{trouble.text}</p>}
      {text && !running && <CopyButton text={text} />}
    </article>
  );
}

function CopyButton({ text }: { text: string }) {
  return (
    <IconButton
      icon={Copy}
      label="Copy"
      size="small"
      onClick={() => void copyText(text)}
      className="absolute -top-1 right-0 bg-lift opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:static pointer-coarse:opacity-100"
    />
  );
}

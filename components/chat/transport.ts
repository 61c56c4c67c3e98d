import { DefaultChatTransport, isToolUIPart, type UIMessageChunk } from "ai";
import type { ChatMessage } from "@/assistant/message";
import type { Undone, Written } from "@/assistant/shapes";
import { api } from "@/components/shell/api";

type Listeners = {
  /** The server has the message, and with it the conversation. */
  onAccepted: () => void;
  /** A tool has written something. */
  onWritten: (written: Written) => void;
  /** The tool that undoes has taken something back. */
  onTakenBack: (undone: Undone) => void;
};

const kept = new Map<string, string[]>();

/** Notes which rows of an approval the user left ticked; sent along with the answer. */
export function keep(approvalId: string, ids: string[]) {
  kept.set(approvalId, ids);
}

/** Sends the one message that is new, for the server has the rest; and tells what comes back before it is shown. */
export class Transport extends DefaultChatTransport<ChatMessage> {
  readonly #listeners: Listeners;

  constructor(listeners: Listeners) {
    super({
      fetch: api,
      prepareSendMessagesRequest: ({ id, messages }) => {
        const message = messages.at(-1);
        return { body: { id, message: message && news(message), keep: message && keptIn(message) } };
      },
    });
    this.#listeners = listeners;
  }

  protected override processResponseStream(stream: ReadableStream<Uint8Array<ArrayBufferLike>>) {
    const { onAccepted, onWritten, onTakenBack } = this.#listeners;
    onAccepted();
    const watch = new TransformStream<UIMessageChunk, UIMessageChunk>({
      transform(chunk, controller) {
        controller.enqueue(chunk);
        if (chunk.type !== "tool-output-available") return;
        if (isWritten(chunk.output)) onWritten(chunk.output);
        if (isUndone(chunk.output)) onTakenBack(chunk.output);
      },
    });
    return super.processResponseStream(stream).pipeThrough(watch);
  }
}

/** Of a reply, the user's answers alone: the server wrote the rest, and it can be long. */
function news(message: ChatMessage): ChatMessage {
  if (message.role === "user") return message;
  const answers = message.parts.filter((part) => isToolUIPart(part) && part.state === "approval-responded");
  return { id: message.id, role: message.role, parts: answers };
}

function keptIn(message: ChatMessage) {
  const entries = message.parts.flatMap((part) => {
    const ids = isToolUIPart(part) && part.state === "approval-responded" && kept.get(part.approval.id);
    return ids ? [[part.approval.id, ids] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

// Only what writes answers `done`, and only what undoes `undone`; the server is ours, so their shapes need no second check.
const isWritten = (output: unknown): output is Written => isObject(output) && "done" in output;
const isUndone = (output: unknown): output is Undone => isObject(output) && "undone" in output;
const isObject = (output: unknown) => typeof output === "object" && output !== null;

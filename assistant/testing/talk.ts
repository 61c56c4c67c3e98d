import { randomUUID } from "node:crypto";
import { parseJsonEventStream, readUIMessageStream, type UIMessageChunk, uiMessageChunkSchema } from "ai";
import type { ChatMessage } from "@/assistant/message";

type Post = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Sends a body to a route handler as a browser of this origin would. */
export function send(post: Post, body: unknown, init: RequestInit = {}): Promise<Response> {
  const headers = {
    "content-type": "application/json",
    cookie: "session=1",
    host: "tandem.test",
    origin: "http://tandem.test",
    ...init.headers,
  };
  const request = new Request("http://tandem.test/api/chat", {
    method: "POST",
    ...init,
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return post(request, { params: Promise.resolve({}) });
}

/** A user's message as a browser sends it. */
export function says(text: string, id: string = randomUUID()) {
  return { id, role: "user", parts: [{ type: "text", text }] };
}

/** The chunks of a streamed reply, and the message that they make; `onto` is what the browser had of it before. */
export async function read(
  response: Response,
  onto?: ChatMessage,
): Promise<{ message: ChatMessage; chunks: UIMessageChunk[] }> {
  if (!response.body) throw new Error("There is no body.");
  const chunks: UIMessageChunk[] = [];
  const stream = parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream({
      transform(parsed, controller) {
        if (!parsed.success) throw parsed.error;
        chunks.push(parsed.value);
        controller.enqueue(parsed.value);
      },
    }),
  );
  let message: ChatMessage | undefined;
  for await (const state of readUIMessageStream<ChatMessage>({
    stream,
    ...(onto && { message: structuredClone(onto) }),
  })) {
    message = state;
  }
  if (!message) throw new Error(`No message in ${JSON.stringify(chunks)}`);
  return { message, chunks };
}

/** The message with all that it asks answered, as a browser sends it. */
export function answering(message: ChatMessage, approved: boolean): ChatMessage {
  const parts = message.parts.map((part) =>
    "approval" in part && part.state === "approval-requested"
      ? { ...part, state: "approval-responded", approval: { ...part.approval, approved } }
      : part,
  );
  return { ...message, parts: parts as ChatMessage["parts"] };
}

/** What the tools of a reply have answered. */
export const outputsOf = (message: ChatMessage) =>
  message.parts.flatMap((part) => ("output" in part ? [part.output] : []));

/** The rows that a reply asks about. */
export const askedRows = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === "data-preview" ? part.data.rows : []));

/** What a reply asks, by the ids that its answers go by. */
export const approvalsIn = (message: ChatMessage) =>
  message.parts.flatMap((part) => ("approval" in part && part.approval ? [part.approval.id] : []));

import { Chat } from "@ai-sdk/react";
import { lastAssistantMessageIsCompleteWithApprovalResponses } from "ai";
import type { ChatMessage } from "@/assistant/message";
import * as draft from "@/components/chat/draft";
import { listen, tell } from "@/components/chat/news";
import { textOf } from "@/components/chat/text";
import { Transport } from "@/components/chat/transport";
import { refusalOf } from "@/components/chat/trouble";
import { api } from "@/components/shell/api";
import { newId } from "@/components/shell/new-id";

/** A conversation as it is stored, or why it is not here. */
export type Fetched = { id: string; title: string; messages: ChatMessage[] } | "missing" | "unreachable";

/** Messages that are sent when the answer that is being written elsewhere is there, by their ids. */
const waiting = new Set<string>();
const live = new Map<string, Chat<ChatMessage>>();
const histories = new Map<string, Promise<Fetched>>();

/**
 * The tab's one chat of a conversation, so that page and dock show the same stream and neither ends it by going away.
 * Without an id, a new conversation, which gets one when it is first needed.
 */
export function open(id?: string): Chat<ChatMessage> {
  const known = id && live.get(id);
  if (known) return known;
  const chat = create(id);
  if (id && typeof window !== "undefined") live.set(id, chat); // on the server, the next render is someone else's
  return chat;
}

/** The id of a chat that has begun; undefined before its first message has reached the server. */
export function begun(chat: Chat<ChatMessage>): string | undefined {
  return chat.messages.length > 0 && live.get(chat.id) === chat ? chat.id : undefined;
}

/** Brings what is stored into the chat, unless the chat knows more already. */
export function seed(chat: Chat<ChatMessage>, stored: ChatMessage[]) {
  const here = new Set(chat.messages.map(({ id }) => id));
  const missing = stored.filter(({ id }) => !here.has(id));
  if (missing.length === 0) return;
  const last = stored.at(-1);
  chat.messages = last && here.has(last.id) ? [...missing, ...chat.messages] : withUnsent(stored, chat);
}

/** What is stored, and after it what was written here and is not stored yet. */
function withUnsent(stored: ChatMessage[], chat: Chat<ChatMessage>) {
  const there = new Set(stored.map(({ id }) => id));
  return [...stored, ...chat.messages.filter(({ id, role }) => role === "user" && !there.has(id))];
}

/** A conversation from the server, asked for once; when it was not there or there was no answer, the next one asks anew. */
export function history(id: string): Promise<Fetched> {
  const known = histories.get(id);
  if (known) return known;
  const fetched = fetchStored(id)
    .catch((): Fetched => "unreachable")
    .then((answer) => {
      if (typeof answer === "string") histories.delete(id);
      return answer;
    });
  histories.set(id, fetched);
  return fetched;
}

/**
 * Takes over what the server has by now: for a reply that another tab, or this one before its reload, asked for.
 * @returns Whether there was something new, or why there is no answer.
 */
export async function catchUp(chat: Chat<ChatMessage>): Promise<boolean | "missing" | "unreachable"> {
  const stored = await fetchStored(chat.id).catch(() => "unreachable" as const);
  if (typeof stored === "string") return stored;
  if (isStreaming(chat)) return false;
  chat.clearError();
  const messages = withUnsent(stored.messages, chat);
  if (JSON.stringify(messages) === JSON.stringify(chat.messages)) return false;
  chat.messages = messages;
  tell({ kind: "went on" });
  return true;
}

/**
 * Sends a message, which is kept until the server has it.
 * @param id of one that was sent before, by this page or another: under the same id, it is answered once.
 */
export function send(chat: Chat<ChatMessage>, text: string, id = newId()) {
  draft.hold(id, { text, conversation: chat.id, isNew: live.get(chat.id) !== chat });
  return chat.sendMessage({ id, role: "user", parts: [{ type: "text", text }] });
}

/** Lets go of a held first message whose conversation has begun: the server has it. */
export async function releaseBegun({ messageId, draft: sent }: draft.Held): Promise<void> {
  if (typeof (await history(sent.conversation)) === "object") draft.release(messageId);
}

/** The message that waits for its turn, if there is one. */
export function waitingIn(messages: ChatMessage[]): ChatMessage | undefined {
  const last = messages.at(-1);
  return last && waiting.has(last.id) ? last : undefined;
}

/** Sends the message that has waited, under the id that it has: however often, it is answered once. */
export function sendWaiting(chat: Chat<ChatMessage>, { id }: ChatMessage) {
  if (waiting.delete(id)) void chat.regenerate();
}

/** Takes the last message out of the conversation again, for it is not sent. @returns what it said. */
export function takeBack(chat: Chat<ChatMessage>): string {
  const last = chat.messages.at(-1);
  if (last?.role !== "user") return "";
  waiting.delete(last.id);
  draft.release(last.id);
  chat.messages = chat.messages.slice(0, -1);
  return textOf(last);
}

/** Takes the last message back into the box, to be written anew. */
export function giveBack(chat: Chat<ChatMessage>) {
  const id = begun(chat); // without its first message it has not begun
  draft.giveBack(id, takeBack(chat));
}

/** Ends the reply that is being written, wherever it is written; what it did so far stays. */
export async function stop(chat: Chat<ChatMessage>): Promise<void> {
  const body = JSON.stringify({ id: chat.id });
  const headers = { "content-type": "application/json" };
  await api("/api/chat/stop", { method: "POST", headers, body }).catch(() => undefined);
  await chat.stop();
}

/** Marks a turn as taken back, as the server has it by now. */
export function markUndone(chat: Chat<ChatMessage>, turnId: string) {
  chat.messages = chat.messages.map((message) =>
    message.role === "assistant" && message.metadata?.turnId === turnId
      ? { ...message, metadata: { ...message.metadata, undone: true } }
      : message,
  );
}

listen((news) => {
  if (news.kind !== "deleted") return;
  live.delete(news.id);
  histories.delete(news.id);
});

function create(id: string | undefined): Chat<ChatMessage> {
  const chat: Chat<ChatMessage> = new Chat<ChatMessage>({
    id,
    generateId: newId,
    transport: new Transport({
      onAccepted() {
        const last = chat.messages.at(-1);
        if (last) draft.release(last.id);
        if (live.has(chat.id)) return;
        live.set(chat.id, chat);
        histories.set(chat.id, Promise.resolve({ id: chat.id, title: "New chat", messages: [] }));
        tell({ kind: "started", id: chat.id });
      },
      onWritten: (written) => tell({ kind: "wrote", written }),
      onTakenBack: (undone) => tell({ kind: "took back", undone }),
    }),
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithApprovalResponses,
    onError(error) {
      const last = chat.messages.at(-1);
      if (last?.role !== "user") return;
      const refusal = refusalOf(error);
      if (refusal === "busy") waiting.add(last.id);
      if (refusal === "unfit") giveBack(chat);
    },
    onData(part) {
      if (part.type === "data-title") tell({ kind: "titled", ...part.data });
    },
  });
  return chat;
}

function isStreaming({ status }: Chat<ChatMessage>) {
  return status === "submitted" || status === "streaming";
}

async function fetchStored(id: string): Promise<Fetched> {
  const response = await api(`/api/v1/conversations/${encodeURIComponent(id)}`);
  if (response.ok) return response.json();
  void response.body?.cancel(); // unread, it would keep its connection
  return response.status === 404 || response.status === 422 ? "missing" : "unreachable";
}

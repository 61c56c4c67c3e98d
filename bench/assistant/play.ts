import { randomUUID } from "node:crypto";
import { isToolUIPart, readUIMessageStream } from "ai";
import { Temporal } from "temporal-polyfill";
import type { ChatMessage } from "@/assistant/message";
import { take } from "@/assistant/turn";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import * as tasks from "@/db/tasks";
import type { Conversation, Wanted } from "./kit";
import { seed } from "./seed";

const timeZone = "Europe/Berlin";
const BY = { who: "import" } as const;

/** A task as it is judged; the day counted from today. */
export type State = Required<Wanted> & { id: string; done: boolean; trash: boolean };

/** What a conversation came to: the tasks before and after it, the last thing said, and how long each first word took in ms. */
export type Played = { before: State[]; after: State[]; said: string; firstWords: number[] };

/** Plays a conversation through the real assistant, its tools and its database, as a new user who has the seed's tasks. */
export async function play({ say, deny = false }: Conversation, rows = seed): Promise<Played> {
  const person = await settle(rows);
  const before = await states(person.id);
  const conversationId = randomUUID();
  let said = "";
  const firstWords: number[] = [];
  for (const text of say) {
    const began = performance.now();
    const onWord = () => firstWords.push(performance.now() - began);
    const parts = [{ type: "text" as const, text: filled(text) }];
    const message = { id: randomUUID(), role: "user" as const, text: parts[0]?.text ?? "" };
    let reply = await read(await take(person, { id: conversationId, message, keep: {} }), { onWord });
    for (let asked = open(reply); asked.length > 0; asked = open(reply)) {
      const answers = asked.map(({ id }) => ({ id, approved: !deny }));
      const answer = { id: reply.id, role: "assistant" as const, answers };
      reply = await read(await take(person, { id: conversationId, message: answer, keep: {} }), { onto: reply });
    }
    said = reply.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
  }
  return { before, after: await states(person.id), said, firstWords };
}

async function settle(rows: typeof seed) {
  const particulars = { name: "Ada", email: `${randomUUID()}@example.com`, timeZone, locale: "en-GB" };
  const [person] = await db.insert(users).values(particulars).returning();
  if (!person) throw new Error("The user was not kept.");
  const input = rows.map(({ title, due, time, tags, priority, repeat }) => ({
    title,
    ...(due !== undefined && due !== null && { dueDate: day(due) }),
    ...(time && { dueTime: time }),
    ...(tags && { tags }),
    ...(priority && { priority }),
    ...(repeat && { repeat }),
  }));
  const added = await tasks.addMany(person.id, { tasks: input }, BY);
  if ("refused" in added) throw new Error("The seed was refused.");
  const ids = (state: string) => added.flatMap(({ id }, at) => (rows[at]?.state === state ? [id] : []));
  if (ids("done").length > 0) await tasks.completeMany(person.id, { ids: ids("done") }, BY);
  for (const id of ids("trash")) await tasks.remove(person.id, { id }, BY);
  return person;
}

async function states(userId: string): Promise<State[]> {
  const all = await tasks.list(userId, { view: "all", limit: 200 });
  const trash = await tasks.list(userId, { view: "trash", limit: 200 });
  const titles = new Map(all.items.map(({ id, title }) => [id, title]));
  return [...all.items, ...trash.items].map((task) => ({
    id: task.id,
    title: task.title,
    due: task.dueDate ? today().until(task.dueDate, { largestUnit: "day" }).days : null,
    time: task.dueTime,
    tags: task.tags.map(({ name }) => name).sort(),
    priority: task.priority,
    repeat: task.repeat,
    note: task.description ?? "",
    parent: task.parentId === null ? null : (titles.get(task.parentId) ?? ""),
    done: task.completed,
    trash: task.deletedAt !== null,
  }));
}

type Reading = { onto?: ChatMessage; onWord?: () => void };

/** Reads a reply to its end; `onWord` is called at its first word. */
async function read(taken: Awaited<ReturnType<typeof take>>, { onto, onWord }: Reading = {}): Promise<ChatMessage> {
  if ("refused" in taken) throw new Error(`Refused: ${taken.refused}`);
  let message: ChatMessage | undefined;
  const states = readUIMessageStream<ChatMessage>({ stream: taken.stream, ...(onto && { message: onto }) });
  let silent = true;
  for await (const state of states) {
    message = state;
    if (silent && state.parts.some((part) => part.type === "text" && part.text !== "")) {
      silent = false;
      onWord?.();
    }
  }
  if (!message) throw new Error("Nothing was replied.");
  return message;
}

function open(message: ChatMessage) {
  return message.parts.flatMap((part) =>
    isToolUIPart(part) && part.state === "approval-requested" ? [part.approval] : [],
  );
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const today = () => Temporal.Now.plainDateISO(timeZone);
const day = (away: number) => today().add({ days: away }).toString();
const filled = (text: string) =>
  text.replace(/\{(\d)\}/g, (_, away) => WEEKDAYS[today().add({ days: Number(away) }).dayOfWeek - 1] ?? "");

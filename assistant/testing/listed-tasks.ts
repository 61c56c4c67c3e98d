import type { JSONValue } from "@ai-sdk/provider";
import { z } from "zod";
import { respond } from "@/assistant/offline/respond";
import { type Result, type Row, read } from "@/assistant/offline/results";
import type { Call, Scene } from "@/assistant/offline/scene";

/** A Saturday, half past eleven in the morning. */
export const context = { now: new Date("2026-11-21T10:30:00Z"), timeZone: "Europe/Berlin", weekStart: 1 } as const;

/** A task as a test tells of it; what is left out is empty. */
export type Listed = Pick<Row, "id" | "title"> & Partial<Row>;

type Given = {
  list: Listed[];
  /** What has been spoken of before. */
  focus?: Listed[];
  /** What a write leaves, beside what it asks for. */
  after?: Partial<Row>;
  answering?: Answering;
};

/** What a tool answers otherwise than having done all of it. */
export type Answering = (call: Call) => JSONValue | undefined;

/** The writes that the last of some messages asks for, and what is said in the end; all have been carried out. */
export function play(
  messages: string[],
  { list, focus = [], after = {}, answering }: Given,
): { writes: Call[]; say: string } {
  let scene: Scene = { focus: results({ tasks: focus }).tasks, listed: [], deeds: [] };
  let played: { writes: Call[]; say: string } = { writes: [], say: "" };
  for (const message of messages) {
    const writes: Call[] = [];
    const talk = respond(message, scene, context, "");
    let step = talk.next();
    while (!step.done) {
      writes.push(...step.value.filter(({ tool }) => !/^(?:find|list)_/.test(tool)));
      step = talk.next(
        step.value.map((call) => {
          const otherwise = answering?.(call);
          return otherwise === undefined ? answer(call, list, after) : results(otherwise);
        }),
      );
    }
    scene = step.value.scene;
    played = { writes, say: step.value.say };
  }
  return played;
}

const naming = z.object({
  tasks: z.array(z.record(z.string(), z.json())).default([]),
  ids: z.array(z.string()).default([]),
});

/** The tasks or ids that a call names. */
export function named({ input }: Call) {
  const { tasks, ids } = naming.parse(input);
  return [...tasks, ...ids];
}

function answer(call: Call, list: Listed[], after: Partial<Row>): Result {
  if (call.tool === "find_tasks") return results({ tasks: list.filter((row) => isFound(row, call.input)) });
  if (call.tool === "list_tags") return results({ tags: [] });
  const asked = named(call).map((one) => (typeof one === "string" ? { id: one } : one));
  const tasks = asked.map((one) => ({ id: "new", ...list.find(({ id }) => id === one.id), ...one, ...after }));
  return results({ done: tasks.map((task) => ({ task })) });
}

function results(value: JSONValue): Result {
  return read({ type: "json", value });
}

function isFound({ title, dueDate, tags, completed = false }: Listed, { q, tag, view, dueFrom, dueTo }: Call["input"]) {
  return (
    (view === "all" || completed === (view === "completed")) &&
    title.toLowerCase().includes(String(q ?? "").toLowerCase()) &&
    (tag === undefined || tags?.includes(String(tag))) &&
    (!dueFrom || (dueDate ?? "") >= String(dueFrom)) &&
    (!dueTo || (dueDate ?? "9999") <= String(dueTo))
  );
}

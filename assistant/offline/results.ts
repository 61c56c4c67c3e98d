import type { LanguageModelV4ToolResultOutput } from "@ai-sdk/provider";
import { z } from "zod";
import type { Priority } from "@/language/quick-add";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

// As `brief` leaves it: what is absent is empty.
const row = z.object({
  id: z.string(),
  title: z.string(),
  description: text,
  dueDate: text,
  dueTime: text,
  repeat: text,
  priority: z.enum(["none", "low", "medium", "high"]).default("none"),
  tags: z.array(z.string()).default([]),
  completed: z.boolean().default(false),
  parentId: text,
});

/** A task as the tools' results in the prompt show it. */
export type Row = z.infer<typeof row> & { priority: Priority };

export type View = "today" | "overdue" | "upcoming" | "open" | "completed" | "trash" | "all";

/** What `find_tasks` may be asked; keys that are undefined are left out. */
export type Query = {
  q?: string | undefined;
  view?: View | undefined;
  tag?: string | undefined;
  priority?: string | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
};

const tag = z.object({ id: z.string().default(""), name: z.string(), taskCount: z.number().default(0) });

const answer = z.object({
  tasks: z.array(row).default([]),
  more: z.boolean().default(false),
  total: z.number().optional(),
  // Of very many, the first ones are told, and how many there are in all.
  doneInAll: z.number().optional(),
  failedInAll: z.number().optional(),
  undoneInAll: z.number().optional(),
  done: z.array(z.object({ task: row.optional(), next: row.nullish(), tag: tag.optional() })).default([]),
  failed: z.array(z.object({ id: z.string(), reason: z.string().default("it did not work") })).default([]),
  tags: z.array(tag).default([]),
  undone: z.array(z.object({ title: z.string().default(""), what: z.string().default("") })).default([]),
  conflict: z.string().nullish(),
});

/** What a call came back with. `refused`: the user said no; `error`: it failed as a whole, in the tool's own words. */
export type Result = z.infer<typeof answer> & { refused: boolean; error: string | undefined };

/** Reads a tool's result out of the prompt; a shape that it does not know counts as an error. */
export function read(output: LanguageModelV4ToolResultOutput): Result {
  if (output.type === "execution-denied") return { ...answer.parse({}), refused: true, error: undefined };
  if (output.type === "error-text" || output.type === "text") return failure(output.value);
  if (output.type === "json" || output.type === "error-json") {
    const parsed = answer.safeParse(output.value);
    if (parsed.success && output.type === "json") return { ...parsed.data, refused: false, error: undefined };
  }
  return failure("the answer could not be read");
}

function failure(error: string): Result {
  return { ...answer.parse({}), refused: /\bden(?:ied|ial)\b|declined/i.test(error), error };
}

import "server-only";
import { jsonSchema, type Schema, tool } from "ai";
import { z } from "zod";
import { NotDone, perform } from "@/assistant/approvals";
import { brief } from "@/assistant/brief";
import * as shapes from "@/assistant/shapes";
import { find } from "@/assistant/tools/find";
import { listTags } from "@/assistant/tools/tags";
import type { Turn } from "@/assistant/tools/turn";
import { TooManyRows } from "@/db/dry-run";
import { isLimited } from "@/db/limited";
import { outageOf } from "@/db/outage";

/**
 * All that the assistant can do, over the same operations as every other door. Each tool is closed over the turn that it acts
 * in, whose user is the session's; none takes a user's id. The app itself puts to the user what it has to, with the exact rows.
 */
export function tools(turn: Turn) {
  const does = <Gives>(toolName: string) =>
    carefully((input: unknown, toolCallId) => perform(turn, { toolCallId, toolName, input }) as Promise<Gives>);
  return {
    find_tasks: tool({
      description:
        "Find the user's tasks: by words, view, tag, priority or due date. Sorted by due date. Use it whenever you need an id, or to answer a question about the list. total says how many there are in all.",
      inputSchema: plain(shapes.findInput),
      outputSchema: shapes.found,
      execute: carefully((input) => find(turn, input)),
      toModelOutput,
    }),
    add_tasks: tool({
      description: "Add one or more new tasks. Never for a task that exists already.",
      inputSchema: plain(shapes.addInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("add_tasks"),
      toModelOutput,
    }),
    change_tasks: tool({
      description: `Change tasks: title, notes, due day or time (reschedule), repeat, priority, tags, parent. A new due date moves a repeating task once, unless scope is "following". Give only the fields that change. ${ALL_IN_ONE}`,
      inputSchema: plain(shapes.changeInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("change_tasks"),
      toModelOutput,
    }),
    skip_tasks: tool({
      description: `Skip the current occurrence of repeating tasks: each moves on to its next one without being completed. ${ALL_IN_ONE}`,
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("skip_tasks"),
      toModelOutput,
    }),
    complete_tasks: tool({
      description: `Mark tasks as done. ${ALL_IN_ONE}`,
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("complete_tasks"),
      toModelOutput,
    }),
    reopen_tasks: tool({
      description: `Mark completed tasks as not done. ${ALL_IN_ONE}`,
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("reopen_tasks"),
      toModelOutput,
    }),
    delete_tasks: tool({
      description: `Move tasks to the trash. The app always asks the user first, so do not ask as well. ${ALL_IN_ONE}`,
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("delete_tasks"),
      toModelOutput,
    }),
    restore_tasks: tool({
      description: `Bring tasks back from the trash (view trash). ${ALL_IN_ONE}`,
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: does<shapes.Written>("restore_tasks"),
      toModelOutput,
    }),
    list_tags: tool({
      description:
        "List the user's tags with how many open tasks each has; with view trash, the deleted ones with how many tasks would get each back.",
      inputSchema: plain(shapes.tagsInput),
      outputSchema: shapes.tagsFound,
      execute: carefully((input) => listTags(turn, input)),
      toModelOutput,
    }),
    change_tag: tool({
      description: "Rename or recolour one tag. Its tasks keep it.",
      inputSchema: plain(shapes.changeTagInput),
      outputSchema: shapes.tagWritten,
      execute: does<shapes.TagWritten>("change_tag"),
      toModelOutput,
    }),
    restore_tag: tool({
      description: "Restore one deleted tag, on the tasks it was removed from. list_tags with view trash gives its id.",
      inputSchema: plain(shapes.restoreTagInput),
      outputSchema: shapes.tagWritten,
      execute: does<shapes.TagWritten>("restore_tag"),
      toModelOutput,
    }),
    undo_turn: tool({
      description:
        "Undo everything you did for the latest user message in which you changed something: for “undo that”.",
      inputSchema: plain(shapes.undoInput),
      outputSchema: shapes.undone,
      execute: does<shapes.Undone>("undo_turn"),
      toModelOutput,
    }),
  };
}

export type Tools = ReturnType<typeof tools>;

const ALL_IN_ONE =
  "Put all tasks into one call: by ids, or by a filter where there are many. The app asks the user before changing more than one.";

const toModelOutput = ({ output }: { output: unknown }) => brief(output);

/** What an operation throws goes to the log; the model, and with it the conversation, hears only that it failed. */
function carefully<Input, Output>(run: (input: Input, toolCallId: string) => Promise<Output>) {
  return async (input: Input, { toolCallId }: { toolCallId: string }): Promise<Output> => {
    try {
      return await run(input, toolCallId);
    } catch (error) {
      if (error instanceof NotDone) throw error;
      if (isLimited(error)) throw new NotDone(error.message);
      if (error instanceof TooManyRows) throw new NotDone(`${error.message} Nothing was changed.`);
      const outage = outageOf(error);
      if (outage) throw new NotDone(outage.message);
      console.error(error);
      throw new NotDone("Something went wrong on our end. Nothing was changed.");
    }
  };
}

/** A schema without its patterns: servers that hold a model to a grammar know few of them, and they cost more tokens than they help. */
function plain<Takes extends z.ZodType>(takes: Takes): Schema<z.output<Takes>> {
  const json = z.toJSONSchema(takes, {
    target: "draft-7",
    io: "input",
    override: ({ jsonSchema }) => delete jsonSchema.pattern,
  });
  return jsonSchema<z.output<Takes>>(json as Parameters<typeof jsonSchema>[0], {
    validate: (value) => {
      const parsed = takes.safeParse(value);
      return parsed.success ? { success: true, value: parsed.data } : { success: false, error: parsed.error };
    },
  });
}

import "server-only";
import { jsonSchema, type Schema, tool } from "ai";
import { z } from "zod";
import { Unapproved } from "@/assistant/approvals";
import { brief } from "@/assistant/brief";
import * as shapes from "@/assistant/shapes";
import * as acts from "@/assistant/tools/acts";
import { add } from "@/assistant/tools/add";
import { find } from "@/assistant/tools/find";
import { changeTag, listTags, restoreTag } from "@/assistant/tools/tags";
import type { Turn } from "@/assistant/tools/turn";
import { undo } from "@/assistant/tools/undo";

/**
 * All that the assistant can do, over the same operations as every other door. Each tool is closed over the turn that it acts
 * in, whose user is the session's; none takes a user's id.
 */
export function tools(turn: Turn) {
  return {
    find_tasks: tool({
      description:
        "Find the user's tasks: by words, view, tag, priority or due day. Sorted by due day. Use it whenever you need an id, or to answer a question about the list.",
      inputSchema: plain(shapes.findInput),
      outputSchema: shapes.found,
      execute: carefully((input) => find(turn, input)),
      toModelOutput,
    }),
    add_tasks: tool({
      description: "Add one or more new tasks. Never for a task that exists already.",
      inputSchema: plain(shapes.addInput),
      outputSchema: shapes.written,
      execute: carefully((input) => add(turn, input)),
      toModelOutput,
    }),
    change_tasks: tool({
      description:
        "Change tasks: title, notes, due day or time (reschedule), repeat, priority, tags, parent. A new due day moves a repeating task once, unless scope says following. Give only the fields that change. All tasks in one call; more than one is put to the user first.",
      inputSchema: plain(shapes.changeInput),
      outputSchema: shapes.written,
      execute: carefully((input, id) => acts.change(turn, input, id)),
      toModelOutput,
    }),
    skip_tasks: tool({
      description:
        "Leave out the present occurrence of repeating tasks: each goes on to its next one, not done. More than one is put to the user first.",
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: carefully((input, id) => acts.skip(turn, input, id)),
      toModelOutput,
    }),
    complete_tasks: tool({
      description: "Mark tasks as done. All tasks in one call; more than one is put to the user first.",
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: carefully((input, id) => acts.complete(turn, input, id)),
      toModelOutput,
    }),
    reopen_tasks: tool({
      description: "Mark completed tasks as not done. All tasks in one call; more than one is put to the user first.",
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: carefully((input, id) => acts.reopen(turn, input, id)),
      toModelOutput,
    }),
    delete_tasks: tool({
      description: "Move tasks to the trash. Always put to the user first, by this tool: do not ask as well.",
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: carefully((input, id) => acts.remove(turn, input, id)),
      toModelOutput,
    }),
    restore_tasks: tool({
      description: "Bring tasks back from the trash (view trash). More than one is put to the user first.",
      inputSchema: plain(shapes.idsInput),
      outputSchema: shapes.written,
      execute: carefully((input, id) => acts.restore(turn, input, id)),
      toModelOutput,
    }),
    list_tags: tool({
      description:
        "List the user's tags with how many open tasks each has; with view trash, the deleted ones with how many would have it again.",
      inputSchema: plain(shapes.tagsInput),
      outputSchema: shapes.tagsFound,
      execute: carefully((input) => listTags(turn, input)),
      toModelOutput,
    }),
    change_tag: tool({
      description: "Rename or recolour one tag. Its tasks keep it.",
      inputSchema: plain(shapes.changeTagInput),
      outputSchema: shapes.tagWritten,
      execute: carefully((input) => changeTag(turn, input)),
      toModelOutput,
    }),
    restore_tag: tool({
      description:
        "Bring one deleted tag back, onto the tasks that it was taken off. list_tags with view trash says its id.",
      inputSchema: plain(shapes.restoreTagInput),
      outputSchema: shapes.tagWritten,
      execute: carefully((input) => restoreTag(turn, input)),
      toModelOutput,
    }),
    undo_turn: tool({
      description:
        "Take back everything that you did for the latest of the user's messages in which you changed something: for “undo that”.",
      inputSchema: plain(shapes.undoInput),
      outputSchema: shapes.undone,
      execute: carefully(() => undo(turn)),
      toModelOutput,
    }),
  };
}

export type Tools = ReturnType<typeof tools>;

const toModelOutput = ({ output }: { output: unknown }) => brief(output);

/** What an operation throws goes to the log; the model, and with it the conversation, hears only that it failed. */
function carefully<Input, Output>(run: (input: Input, toolCallId: string) => Promise<Output>) {
  return async (input: Input, { toolCallId }: { toolCallId: string }): Promise<Output> => {
    try {
      return await run(input, toolCallId);
    } catch (error) {
      if (error instanceof Unapproved) throw error;
      console.error(error);
      throw new Error("This failed on our side. Look before you try again.");
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

import { tool } from "ai";
import { brief } from "@/assistant/brief";
import * as shapes from "@/assistant/shapes";
import * as acts from "@/assistant/tools/acts";
import type { Turn } from "@/assistant/tools/turn";

const toModelOutput = ({ output }: { output: unknown }) => brief(output);

/**
 * All that the assistant can do, over the same operations as every other door. Each tool is closed over the turn that it acts
 * in, whose user is the session's; none takes a user's id.
 */
export function tools(turn: Turn) {
  return {
    find_tasks: tool({
      description:
        "Find the user's tasks: by words, view, tag, priority or due day. Sorted by due day. Use it whenever you need an id, or to answer a question about the list.",
      inputSchema: shapes.findInput,
      outputSchema: shapes.found,
      execute: (input) => acts.find(turn, input),
      toModelOutput,
    }),
    add_tasks: tool({
      description: "Add one or more new tasks. Never for a task that exists already.",
      inputSchema: shapes.addInput,
      outputSchema: shapes.written,
      execute: (input) => acts.add(turn, input),
      toModelOutput,
    }),
    change_tasks: tool({
      description:
        "Change tasks: title, notes, due day or time (reschedule), repeat, priority, tags, parent. Give only the fields that change. All tasks in one call; more than one is put to the user first.",
      inputSchema: shapes.changeInput,
      outputSchema: shapes.written,
      execute: (input, { toolCallId }) => acts.change(turn, input, toolCallId),
      toModelOutput,
    }),
    complete_tasks: tool({
      description: "Mark tasks as done. All tasks in one call; more than one is put to the user first.",
      inputSchema: shapes.idsInput,
      outputSchema: shapes.written,
      execute: (input, { toolCallId }) => acts.complete(turn, input, toolCallId),
      toModelOutput,
    }),
    reopen_tasks: tool({
      description: "Mark completed tasks as not done. All tasks in one call; more than one is put to the user first.",
      inputSchema: shapes.idsInput,
      outputSchema: shapes.written,
      execute: (input, { toolCallId }) => acts.reopen(turn, input, toolCallId),
      toModelOutput,
    }),
    delete_tasks: tool({
      description: "Move tasks to the trash. Always put to the user first, by this tool: do not ask as well.",
      inputSchema: shapes.idsInput,
      outputSchema: shapes.written,
      execute: (input, { toolCallId }) => acts.remove(turn, input, toolCallId),
      toModelOutput,
    }),
    restore_tasks: tool({
      description:
        "Bring tasks back from the trash (find them with view trash). More than one is put to the user first.",
      inputSchema: shapes.idsInput,
      outputSchema: shapes.written,
      execute: (input, { toolCallId }) => acts.restore(turn, input, toolCallId),
      toModelOutput,
    }),
    list_tags: tool({
      description: "List the user's tags with how many open tasks each has.",
      inputSchema: shapes.tagsInput,
      outputSchema: shapes.tagsFound,
      execute: () => acts.listTags(turn),
      toModelOutput,
    }),
    change_tag: tool({
      description: "Rename or recolour one tag. Its tasks keep it.",
      inputSchema: shapes.changeTagInput,
      outputSchema: shapes.tagWritten,
      execute: (input) => acts.changeTag(turn, input),
      toModelOutput,
    }),
    undo_turn: tool({
      description:
        "Take back everything that you did for the latest of the user's messages in which you changed something: for “undo that”.",
      inputSchema: shapes.undoInput,
      outputSchema: shapes.undone,
      execute: () => acts.undo(turn),
      toModelOutput,
    }),
  };
}

export type Tools = ReturnType<typeof tools>;

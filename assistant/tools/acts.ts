import type { Act } from "@/assistant/tools/act";
import { add } from "@/assistant/tools/add";
import { change } from "@/assistant/tools/change";
import { complete, remove, reopen, restore, skip } from "@/assistant/tools/named";
import { changeTag, restoreTag } from "@/assistant/tools/tags";
import { undo } from "@/assistant/tools/undo";

/** The tools that write. What is not among them only reads. */
const acts: Record<string, Act> = {
  add_tasks: add,
  change_tasks: change,
  skip_tasks: skip,
  complete_tasks: complete,
  reopen_tasks: reopen,
  delete_tasks: remove,
  restore_tasks: restore,
  change_tag: changeTag,
  restore_tag: restoreTag,
  undo_turn: undo,
};

export const isAct = (toolName: string) => Object.hasOwn(acts, toolName);

/** @throws RangeError for a tool that only reads. */
export function actOf(toolName: string): Act {
  const act = acts[toolName];
  if (!act || !isAct(toolName)) throw new RangeError(`${toolName} writes nothing.`);
  return act;
}

import type { Furnished } from "@/assistant/testing/furnished";
import type { Call } from "@/assistant/testing/obedient-model";

export const calls = (tool: string, inputs: unknown[]): Call[] => inputs.map((input) => ({ tool, input }));
const each = (ids: string[]) => ids.map((id) => ({ ids: [id] }));
export const edits = (ids: string[]) => ids.map((id) => ({ tasks: [{ id, title: "Obeyed", priority: "high" }] }));
export const news = (many: number) => Array.from({ length: many }, (_, n) => ({ title: `Obeyed ${n}` }));

/** Each tool, with one call for many and with many calls for one each. */
export const scenarios: Record<string, (has: Furnished) => { whole: Call[]; single: Call[] }> = {
  complete_tasks: (has) => ({
    whole: calls("complete_tasks", [
      { ids: has.open.slice(0, 60) },
      { ids: [has.parent] },
      { filter: { view: "today" } },
    ]),
    single: calls(
      "complete_tasks",
      each([...has.open.slice(60, 66), ...has.repeats.slice(0, 4), ...has.parts.slice(0, 2)]),
    ),
  }),
  reopen_tasks: (has) => ({
    whole: calls("reopen_tasks", [{ ids: has.done }, { filter: { view: "completed" } }]),
    single: calls("reopen_tasks", each(has.done.slice(0, 10))),
  }),
  skip_tasks: (has) => ({
    whole: calls("skip_tasks", [{ ids: has.repeats }, { filter: { q: "Daily" } }]),
    single: calls("skip_tasks", each(has.repeats.slice(4, 14))),
  }),
  delete_tasks: (has) => ({
    whole: calls("delete_tasks", [{ ids: has.open.slice(0, 50) }, { ids: [has.parent] }, { filter: { view: "open" } }]),
    single: calls("delete_tasks", each(has.open.slice(70, 80))),
  }),
  restore_tasks: (has) => ({
    whole: calls("restore_tasks", [
      { ids: [has.goneParent] },
      { ids: has.lone },
      { ids: has.trash.slice(0, 50) },
      { filter: { view: "trash" } },
    ]),
    single: calls("restore_tasks", each([...has.trash.slice(50, 56), ...has.lone.slice(0, 4)])),
  }),
  change_tasks: (has) => ({
    whole: calls("change_tasks", [
      { tasks: has.open.slice(0, 40).map((id) => ({ id, title: "Obeyed" })) },
      { filter: { view: "today" }, change: { dueDate: "2030-01-01" } },
      {
        tasks: [
          { id: has.parts[5], parentId: null },
          { id: has.parts[6], parentId: null },
        ],
      },
    ]),
    single: calls("change_tasks", edits(has.open.slice(80, 90))),
  }),
  add_tasks: (_has) => ({
    whole: calls("add_tasks", [{ tasks: news(50) }, { tasks: [{ title: "Obeyed", tags: ["a", "b", "c", "d", "e"] }] }]),
    single: calls(
      "add_tasks",
      news(12).map((task) => ({ tasks: [task] })),
    ),
  }),
  change_tag: (has) => ({
    whole: calls(
      "change_tag",
      has.tags.map((id, n) => ({ id, name: `obeyed ${n}`, color: "#000000" })),
    ),
    single: calls(
      "change_tag",
      has.tags.toReversed().map((id, n) => ({ id, name: `obeyed again ${n}` })),
    ),
  }),
  restore_tag: (has) => ({
    whole: calls(
      "restore_tag",
      has.goneTags.map((id) => ({ id })),
    ),
    single: calls(
      "restore_tag",
      has.goneTags.toReversed().map((id) => ({ id })),
    ),
  }),
  undo_turn: (_has) => ({
    whole: calls("undo_turn", [{}]),
    single: calls("undo_turn", Array(10).fill({})),
  }),
};

import "server-only";
import type { Change, Edit, Row } from "@/assistant/shapes";
import { act } from "@/assistant/tools/act";
import { idsOf } from "@/assistant/tools/find";
import { toRow } from "@/assistant/tools/row";
import type { Turn } from "@/assistant/tools/turn";
import { type Outcomes, said, writeEach } from "@/assistant/tools/write";
import { type ChangeInput, changeInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { findMany } from "@/db/tasks/find";
import { nameKey } from "@/language/text";

/** Changes tasks. One that cannot be changed does not keep the others from it. */
export const change = act<Change, Edit>({
  async pieces(turn, { tasks = [], filter, change }) {
    if (!filter) return merged(tasks);
    return (await idsOf(turn, { filter })).map((id) => ({ ...change, id }));
  },
  async run(turn, edits) {
    const ids = edits.map(({ id }) => id);
    return { output: await writeEach(turn, () => changeAll(turn, edits, ids)), ids };
  },
});

/** One edit for each task, in the order of their first mention; of two for the same field, the later. */
function merged(edits: Edit[]): Edit[] {
  const byId = new Map<string, Edit>();
  for (const edit of edits) byId.set(edit.id, { ...byId.get(edit.id), ...edit });
  return [...byId.values()];
}

async function changeAll(turn: Turn, edits: Edit[], ids: string[]): Promise<Outcomes> {
  const outcomes: Outcomes = new Map(ids.map((id) => [id, undefined]));
  const there = new Map((await findMany(turn.userId, ids)).map((task) => [task.id, toRow(task)]));
  const patches: ChangeInput[] = [];
  for (const edit of edits) {
    const row = there.get(edit.id);
    const parsed = row && changeInput.safeParse(patchOf(row, edit));
    if (parsed?.success) patches.push(parsed.data);
    else outcomes.set(edit.id, parsed?.error.issues.map(({ message }) => message).join(" "));
  }
  for (const alike of Map.groupBy(patches, ({ id: _, ...patch }) => JSON.stringify(patch)).values())
    for (const [id, outcome] of (await together(turn, alike)) ?? (await oneByOne(turn, alike)))
      outcomes.set(id, outcome);
  return outcomes;
}

/** The same change for several tasks is one statement, unless a series moves along; nothing where it would be refused for one. */
async function together({ userId, by }: Turn, alike: ChangeInput[]): Promise<Outcomes | undefined> {
  const [{ id: _, version: __, position: ___, scope, ...patch } = { id: "" }] = alike;
  if (alike.length < 2 || scope === "following") return undefined;
  const changed = await tasks.changeMany(userId, { ids: alike.map(({ id }) => id), ...patch }, by);
  return "refused" in changed ? undefined : new Map(changed.map((task) => [task.id, task]));
}

async function oneByOne({ userId, by }: Turn, patches: ChangeInput[]): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  for (const patch of patches) {
    const outcome = await tasks.change(userId, patch, by);
    if (!outcome || "stale" in outcome) outcomes.set(patch.id, undefined);
    else outcomes.set(patch.id, "refused" in outcome ? said(outcome) : outcome);
  }
  return outcomes;
}

function patchOf(row: Row, edit: Edit) {
  const { tags: _, addTags: __, removeTags: ___, ...fields } = edit;
  const tags = tagsAfter(row, edit);
  return { ...fields, ...(tags && { tags }) };
}

/** The names of the tags that a task would have, or undefined when the edit leaves them alone. */
function tagsAfter(row: Row, { tags, addTags = [], removeTags = [] }: Edit): string[] | undefined {
  if (!tags && addTags.length === 0 && removeTags.length === 0) return undefined;
  const gone = new Set(removeTags.map(nameKey));
  const all = [...(tags ?? row.tags.map(({ name }) => name)), ...addTags].filter((name) => !gone.has(nameKey(name)));
  return [...new Map(all.map((name) => [nameKey(name), name])).values()];
}

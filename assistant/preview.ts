import "server-only";
import type { PlannedRow, Preview, PreviewRow, PreviewTag } from "@/assistant/planned";
import type { Output } from "@/assistant/tools/act";
import { differences, toRow } from "@/assistant/tools/row";
import type { Change } from "@/db/dry-run";
import * as tasks from "@/db/tasks";

/** The rows of a plan as a question shows them. */
export async function previewOf(
  userId: string,
  { changes, rows: planned, output: { failed = [] } }: { changes: Change[]; rows: PlannedRow[]; output: Output },
): Promise<Preview> {
  const leaders = new Map(planned.map((row) => [row.id, row.with]));
  const tags = changes.flatMap((change) => (change.noun === "tag" ? shownTag(change) : []));
  const rows = changes.flatMap((change) => (change.noun === "task" ? shownTask(change, leaders.get(change.id)) : []));
  return {
    rows,
    ...(tags.length > 0 && { tags }),
    parents: await parentsOf(userId, rows),
    missing: failed.map(({ id }) => id),
  };
}

type Of<Noun> = Extract<Change, { noun: Noun }>;

function shownTask({ before, after }: Of<"task">, leader: string | undefined): PreviewRow[] {
  const task = before ?? after;
  if (!task) return [];
  const { subtasks: _, ...becomes } = before && after ? differences(toRow(after), toRow(before)) : {};
  return [
    {
      task: toRow(task),
      becomes: after ? becomes : { deleted: true },
      ...(leader && { with: leader }),
      ...(!before && { isNew: true }),
    },
  ];
}

/** The tasks that rows are moved below, or away from. One that is made on the way is not there yet; it has a row itself. */
async function parentsOf(userId: string, rows: PreviewRow[]): Promise<Record<string, string>> {
  const moved = rows.filter(({ becomes, isNew }) => isNew || becomes.parentId !== undefined);
  const ids = moved.flatMap(({ task, becomes }) => [task.parentId, becomes.parentId]);
  return tasks.titles(userId, [...new Set(ids.filter((id) => typeof id === "string"))]);
}

function shownTag({ before, after }: Of<"tag">): PreviewTag[] {
  const tag = before ?? after;
  if (!tag) return [];
  const { id, name, color } = tag;
  const [was, is] = [before !== null && before.deletedAt !== null, !after || after.deletedAt !== null];
  const becomes = {
    ...(after && after.name !== name && { name: after.name }),
    ...(after && after.color !== color && { color: after.color }),
    ...(before && was !== is && { deleted: is }),
  };
  return [{ tag: { id, name, color }, becomes, ...(!before && { isNew: true }) }];
}

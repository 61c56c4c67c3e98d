import "server-only";
import type { PlannedRow, Preview, PreviewRow, PreviewTag } from "@/assistant/planned";
import type { Output } from "@/assistant/tools/act";
import { differences, toRow } from "@/assistant/tools/row";
import type { Change } from "@/db/dry-run";

/** The rows of a plan as a question shows them. */
export function previewOf(changes: Change[], rows: PlannedRow[], { failed = [] }: Output): Preview {
  const leaders = new Map(rows.map((row) => [row.id, row.with]));
  const tags = changes.flatMap((change) => (change.noun === "tag" ? shownTag(change) : []));
  return {
    rows: changes.flatMap((change) => (change.noun === "task" ? shownTask(change, leaders.get(change.id)) : [])),
    ...(tags.length > 0 && { tags }),
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

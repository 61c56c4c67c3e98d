import "server-only";
import type { Wanted } from "@/app/(app)/rows";
import { MANY } from "@/components/shell/amount";
import { arrange, type Shown } from "@/components/tasks/arrange";
import { counting, countingDone } from "@/components/tasks/sections";
import * as tasks from "@/db/tasks";
import type { Context } from "@/language/calendar";

type Loaded = {
  listed: tasks.Task[];
  /** Whether more of what is open, or of what is done, was left out. */
  open: boolean;
  done: boolean;
};

/** How many rows of each section are not among those that are loaded, by the section's name; asks for nothing where all are. */
export async function unloaded(
  userId: string,
  list: Wanted,
  shown: Shown,
  { listed, open, done }: Loaded,
  clock: Context,
) {
  if (!open && !done) return {};
  const sections = arrange(listed, shown, clock);
  const loaded = new Map(sections.map(({ name, tasks }) => [name, tasks.length]));
  const counts = [...(open ? counting(shown, sections, clock) : []), ...(done ? [countingDone(shown, clock)] : [])];
  const counted = counts.map(async ({ view = list.view, parent = list.parent, by, sections }) => {
    const totals = await tasks.tally(userId, { ...list, view, parent }, { by, stretches: sections, upTo: MANY });
    return sections.map(({ name }, at) => [name, (totals[at] ?? 0) - (loaded.get(name) ?? 0)] as const);
  });
  return Object.fromEntries((await Promise.all(counted)).flat().filter(([, count]) => count > 0));
}

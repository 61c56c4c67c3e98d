import { sql } from "drizzle-orm";
import type { z } from "zod";
import { given, statement } from "@/db/statement";
import type { listInput } from "@/db/task-input";
import { isTagged, type View } from "@/db/tasks/list-tagged";
import {
  completedWithin,
  dueDate,
  type Filter,
  filters,
  isPlannedEachTime,
  narrow,
  own,
  rank,
  views,
} from "@/db/tasks/where";

/**
 * A stretch of a list, its ends included: days ("YYYY-MM-DD", "-infinity", or "infinity" for no day) by due day and by the day of
 * completion, ranks ("0" high to "3" none) by priority.
 */
export type Stretch = { from: string; to: string };
type By = keyof typeof axes;

const axes = {
  due: { type: "date", inside: sql`${dueDate} between r.lo and r.hi` },
  priority: { type: "int", inside: sql`${rank} between r.lo and r.hi` },
  completed: { type: "date", inside: completedWithin(sql`r.lo`, sql`r.hi`) },
};

function prepare(
  name: string,
  { by, view, tagged, narrowed }: { by: By; view: View; tagged: boolean; narrowed: Filter[] },
) {
  const { type, inside } = axes[by];
  const conditions = [own, views[view], ...narrowed.map((filter) => filters[filter]), inside];
  if (tagged) conditions.push(isTagged(view));
  const ends = (name: string) => sql`${given(name)}::${sql.raw(type)}[]`;
  return statement<{ count: number }>(
    name,
    sql`
    select (
      select count(*) from (
        select from tasks t where ${sql.join(conditions, sql` and `)} limit ${given("upTo")}::int
      ) as counted
    )::int as count
    from unnest(${ends("from")}, ${ends("to")}) with ordinality as r (lo, hi, at) order by r.at`,
    { plannedEachTime: tagged || isPlannedEachTime(narrowed) },
  );
}

const prepared = new Map<string, ReturnType<typeof prepare>>();

type Wanted = Partial<Pick<z.output<typeof listInput>, "view" | "tag" | "parent" | "q">>;

/**
 * How many rows of a list lie in each of these stretches of it, however few of them are on a page.
 * @param upTo where counting stops, for each stretch.
 */
export async function tally(
  userId: string,
  { view = "open", tag, parent, q }: Wanted,
  { by, stretches, upTo }: { by: By; stretches: Stretch[]; upTo: number },
): Promise<number[]> {
  if (stretches.length === 0) return [];
  const { narrowed, pattern } = narrow({ parent, q });
  const name = ["tasks_tally", by, view, ...(tag ? ["tag"] : []), ...narrowed].join("_");
  const run = prepared.get(name) ?? prepare(name, { by, view, tagged: tag !== undefined, narrowed });
  prepared.set(name, run);
  const [from, to] = [stretches.map((one) => one.from), stretches.map((one) => one.to)];
  const rows = await run({ userId, tag, parent, pattern, from, to, upTo });
  return rows.map(({ count }) => count);
}

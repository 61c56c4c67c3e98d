import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { encode, iso, type Key, keyOf, type Order, type Placed } from "@/db/cursor";
import { given, statement } from "@/db/statement";
import { type listInput, orderOf } from "@/db/task-input";
import { ofFew, ofMany, type View } from "@/db/tasks/list-tagged";
import { columns, revive, type Task, type TaskSnapshot } from "@/db/tasks/row";
import { dueDate, type Filter, filters, isPlannedEachTime, narrow, own, rank, views } from "@/db/tasks/where";

/** `completedOn`, a day of the user's, keeps to what was completed on it. */
type Wanted = Partial<z.output<typeof listInput>> & { completedOn?: string };
type Page = { items: Task[]; nextCursor: string | null };

const ranks = ["high", "medium", "low", "none"] as const;

/** What rows stand by: as the index has it, its type to read a cursor back in, and what a row's cursor holds of it. */
type Place = [column: SQL, type: string, of: (row: TaskSnapshot) => Key];
const id: Place = [sql`t.id`, "uuid", (row) => row.id];
const position: Place = [sql`t.position`, "text", (row) => row.position];
const due: Place[] = [
  [dueDate, "date", (row) => row.dueDate ?? "infinity"],
  [sql`coalesce(t.due_time, '24:00'::time)`, "time", (row) => row.dueTime ?? "24:00:00"],
  position,
  id,
];
/** What each order sorts by; `down` is newest first. */
export const orders: Record<Exclude<Order, "updated">, { keys: Place[]; down?: true }> = {
  due: { keys: due },
  priority: { keys: [[rank, "int", (row) => ranks.indexOf(row.priority)], ...due] },
  position: { keys: [position, id] },
  created: { keys: [id], down: true },
  completed: { keys: [[sql`t.completed_at`, "timestamptz", (row) => iso(row.completedAt)], id], down: true },
  deleted: { keys: [[sql`t.deleted_at`, "timestamptz", (row) => iso(row.deletedAt)], id], down: true },
};

const page = (where: SQL, order: SQL) => sql`
  select ${columns("t")} from tasks t where ${where} order by ${order} limit ${given("limit")}::int`;

const commas = (parts: SQL[]) => sql.join(parts, sql`, `);

type Asked = { view: View; order: keyof typeof orders; tagged: boolean; narrowed: Filter[]; continued: boolean };

function prepare(name: string, { view, order, tagged, narrowed, continued }: Asked) {
  const { keys, down } = orders[order];
  const conditions = [own, views[view], ...narrowed.map((filter) => filters[filter])];
  if (continued) {
    const place = commas(keys.map(([, type], at) => sql`${given(`key${at}`)}::${sql.raw(type)}`));
    conditions.push(sql`(${commas(keys.map(([column]) => column))}) ${sql.raw(down ? "<" : ">")} (${place})`);
  }
  const where = sql.join(conditions, sql` and `);
  const by = commas(keys.map(([column]) => (down ? sql`${column} desc` : column)));
  const plannedEachTime = isPlannedEachTime(narrowed);
  const run = (name: string, text: SQL) => statement<TaskSnapshot>(name, text, { plannedEachTime });
  if (!tagged) return run(name, page(where, by));
  const [few, many] = [
    run(name, ofFew({ view, where, order: by })),
    run(`${name}_of_many`, ofMany({ view, where, order: by })),
  ];
  // Which of both ways is the better one, no plan that is made beforehand could know. Most tags are on few tasks.
  return async (values: Record<string, unknown>) => {
    const rows = await few(values);
    return rows.length > 0 ? rows : many(values);
  };
}

const prepared = new Map<string, ReturnType<typeof prepare>>();

/** One page of the user's tasks, and the cursor of the next one, null on the last. */
export async function list(userId: string, wanted: Wanted = {}): Promise<Page> {
  const { rows, nextCursor } = await read(userId, wanted);
  return { items: rows.map(revive), nextCursor };
}

/** One page of what `list` calls the trash, each task with when it went there. */
export async function trashPage(userId: string, place: Pick<Wanted, "cursor" | "limit">): Promise<Placed<Task>[]> {
  const { rows } = await read(userId, { ...place, view: "trash" });
  return rows.map((row) => ({ thing: revive(row), at: iso(row.deletedAt) }));
}

async function read(userId: string, wanted: Wanted): Promise<{ rows: TaskSnapshot[]; nextCursor: string | null }> {
  const { view = "open", tag, parent, q, completedOn, cursor, limit = 50 } = wanted;
  const order = orderOf(wanted) as keyof typeof orders;
  const { narrowed, pattern } = narrow({ parent, q, completedOn });
  const key = cursor === undefined ? undefined : keyOf(order, cursor);

  // One statement for each way to ask: a plan that leaves conditions open would be good for none.
  const asked = { view, order, tagged: tag !== undefined, narrowed, continued: key !== undefined };
  const name = ["tasks_list", view, order, ...(tag ? ["tag"] : []), ...narrowed, ...(key ? ["on"] : [])].join("_");
  const run = prepared.get(name) ?? prepare(name, asked);
  prepared.set(name, run);

  const place = Object.fromEntries((key ?? []).map((value, at) => [`key${at}`, value]));
  const rows = await run({ userId, tag, parent, pattern, completedOn, ...place, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    nextCursor: last
      ? encode(
          order,
          orders[order].keys.map(([, , of]) => of(last)),
        )
      : null,
  };
}

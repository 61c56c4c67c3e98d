import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { given, statement } from "@/db/statement";
import { type matchInput, orderOf } from "@/db/task-input";
import { orders } from "@/db/tasks/list";
import { todayOf } from "@/db/tasks/repeat";
import { columns, revive, type Task, type TaskSnapshot } from "@/db/tasks/row";
import { type Sought, sought } from "@/db/tasks/search";
import { views } from "@/db/tasks/where";

type Wanted = z.output<typeof matchInput>;

const isIn: Record<Wanted["view"], SQL> = {
  ...views,
  overdue: sql`t.deleted_at is null and t.completed_at is null and coalesce(t.due_date, 'infinity'::date) < ${todayOf}`,
};

const filters = {
  priority: sql`t.priority = ${given("priority")}::priority`,
  dueFrom: sql`t.due_date >= ${given("dueFrom")}::date`,
  dueTo: sql`t.due_date <= ${given("dueTo")}::date`,
  parentId: sql`t.parent_id = ${given("parentId")}`,
  tag: sql`exists (
    select from task_tags l join tags g on g.user_id = l.user_id and g.id = l.tag_id and g.deleted_at is null
    where l.user_id = t.user_id and l.task_id = t.id and name_key(g.name) = name_key(${given("tag")})
      and (l.deleted_at is null or l.deleted_at = t.deleted_at)
  )`,
};
type Filter = keyof typeof filters;

/** The first word is looked up; the others have to be there too. */
const words: Record<Sought["by"], SQL> = {
  text: sql`t.search_text like ${given("word")}`,
  beginning: sql`t.search_text ~ ${given("word")}`,
};
const others = sql`t.search_text like all(${given("texts")}::text[]) and t.search_text ~ all(${given("beginnings")}::text[])`;

type Asked = { view: Wanted["view"]; narrowed: Filter[]; word: Sought | undefined };

function prepare(name: string, { view, narrowed, word }: Asked) {
  const where = [isIn[view], ...narrowed.map((filter) => filters[filter]), ...(word ? [words[word.by], others] : [])];
  const { keys, down } = orders[orderOf({ view }) as keyof typeof orders];
  const order = sql.join(
    keys.map(([column]) => (down ? sql`${column} desc` : column)),
    sql`, `,
  );
  return statement<TaskSnapshot & { total: number }>(
    name,
    sql`
      with hits as materialized (
        select t.id, row_number() over (order by ${order}) as place from tasks t
        where t.user_id = ${given("userId")} and ${sql.join(where, sql` and `)}
      ), page as (
        select id, place from hits where place > ${given("from")}::int order by place limit ${given("limit")}::int
      )
      select ${columns("t")}, (select count(*) from hits)::int as total
      from page join tasks t on t.user_id = ${given("userId")} and t.id = page.id order by page.place`,
    // How common a word is decides between reading the list and looking it up.
    { plannedEachTime: word !== undefined },
  );
}

const prepared = new Map<string, ReturnType<typeof prepare>>();

/**
 * The tasks that fit a description in every point, in the order of their view.
 * @returns at most `limit` of them after the first `from`, and how many there are in all where there is any to return.
 */
export async function match(
  userId: string,
  { view, q, limit, from = 0, ...narrowing }: Wanted & { limit: number; from?: number | undefined },
): Promise<{ items: Task[]; total: number }> {
  const narrowed = (Object.keys(filters) as Filter[]).filter((filter) => narrowing[filter] !== undefined);
  // The longest narrows it most.
  const [word, ...more] = (q ?? "")
    .split(/\s+/)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((each) => sought(each) ?? []);
  const name = ["tasks_match", view, ...narrowed, ...(word ? [word.by] : [])].join("_");
  const run = prepared.get(name) ?? prepare(name, { view, narrowed, word });
  prepared.set(name, run);
  const patterns = (by: Sought["by"]) => more.flatMap((each) => (each.by === by ? [each.pattern] : []));
  const rows = await run({
    userId,
    ...narrowing,
    tag: narrowing.tag?.replace(/^#/, ""),
    word: word?.pattern,
    texts: patterns("text"),
    beginnings: patterns("beginning"),
    limit,
    from,
  });
  return { items: rows.map(({ total: _, ...row }) => revive(row)), total: rows[0]?.total ?? 0 };
}

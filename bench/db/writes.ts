import { bare, recorded, snapshot, subtasksOf, tagsOf } from "@/bench/db/bare";
import type { Case } from "@/bench/db/measure";
import { pool } from "@/db/client";
import * as position from "@/db/position";
import * as tasks from "@/db/tasks";

const AIM = 1.25;
const by = { who: "you" } as const;

/** A row that was just written and how it was before: what is not named here stayed. */
const shaped = (from: string, was: Record<string, string>, subtasks = { before: "s.of", after: "s.of" }) => `
  shaped as (
    select n.id, ${snapshot("n", "g.of", subtasks.after)}::jsonb as after,
      ${snapshot("n", "g.of", subtasks.before)}::jsonb || jsonb_build_object(
        'version', n.was_version, 'updatedAt', n.was_updated_at${Object.entries(was)
          .map(([key, value]) => `, '${key}', ${value}`)
          .join("")}
      ) as before
    from ${from} n,
      lateral (select ${tagsOf("n")} as of) g,
      lateral (select ${subtasksOf("n")} as of) s
    where n.id = $2
  )`;
const returning = "returning old.version as was_version, old.updated_at as was_updated_at";
const mine = "t.user_id = $1 and t.deleted_at is null";

const add = bare(
  "add",
  `with new as (
    insert into tasks (user_id, title, priority, due_date, position) values ($1, $2, $3, $4, $5) returning *
  ), shaped as (
    select id, null::jsonb as before, ${snapshot("new", "'[]'::json", "json_build_object('done', 0, 'total', 0)")}::jsonb as after from new
  ), recorded as (${recorded("add", "shaped")})
  select id, after from shaped`,
);

const addTagged = bare(
  "add_tagged",
  `with new as (
    insert into tasks (user_id, title, priority, due_date, position) values ($1, $2, $3, $4, $5) returning *
  ), links as (
    insert into task_tags (user_id, task_id, tag_id)
    select new.user_id, new.id, g.id from new
    join tags g on g.user_id = $1 and name_key(g.name) = any($6::text[]) and g.deleted_at is null
    returning tag_id
  ), shaped as (
    select id, null::jsonb as before, ${snapshot(
      "new",
      `(select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by lower(g.name), g.id)
        from links join tags g on g.user_id = $1 and g.id = links.tag_id)`,
      "json_build_object('done', 0, 'total', 0)",
    )}::jsonb as after
    from new
  ), recorded as (${recorded("add", "shaped")})
  select id, after from shaped`,
);

const rename = bare(
  "rename",
  `with new as (
    update tasks t set title = $3 where ${mine} and t.id = $2 ${returning}, old.title as was, new.*
  ), ${shaped("new", { title: "n.was" })}, recorded as (${recorded("change", "shaped")})
  select id, after from shaped`,
);

const move = bare(
  "move",
  `with new as (
    update tasks t set due_date = $3 where ${mine} and t.id = $2 ${returning}, old.due_date as was, new.*
  ), ${shaped("new", { dueDate: "n.was" })}, recorded as (${recorded("change", "shaped")})
  select id, after from shaped`,
);

const complete = bare(
  "complete",
  `with new as (
    update tasks t set completed_at = statement_timestamp()
    where ${mine} and (t.id = $2 or t.parent_id = $2) and t.completed_at is null
    ${returning}, new.*
  ), ${shaped(
    "new",
    { completedAt: "null", completed: "false" },
    { before: "s.of", after: "json_build_object('done', s.of->'total', 'total', s.of->'total')" },
  )}, recorded as (${recorded("complete", "shaped")})
  select id, after from shaped`,
);

const reopen = bare(
  "reopen",
  `with was as (
    select id, completed_at from tasks t where ${mine} and t.id = $2 and completed_at is not null for update
  ), new as (
    update tasks t set completed_at = null from was
    where ${mine} and (t.id = $2 or t.parent_id = $2) and t.completed_at = was.completed_at
      and not exists (select from tasks f where f.user_id = $1 and f.follows_id = $2 and f.deleted_at is null)
    ${returning}, old.completed_at as was, new.*
  ), ${shaped(
    "new",
    { completedAt: "n.was", completed: "true" },
    {
      before: "s.of",
      after:
        "json_build_object('done', (s.of->>'done')::int - (select count(*) from new where parent_id = $2), 'total', s.of->'total')",
    },
  )}, recorded as (${recorded("reopen", "shaped")})
  select id, after from shaped`,
);

const remove = bare(
  "remove",
  `with new as (
    update tasks t set deleted_at = statement_timestamp() where ${mine} and (t.id = $2 or t.parent_id = $2)
    ${returning}, new.*
  ), links as (
    update task_tags l set deleted_at = statement_timestamp() from new
    where l.user_id = $1 and l.task_id = new.id and l.deleted_at is null
  ), alive as (select new.id, new.user_id, null::timestamptz as deleted_at from new
  ), shaped as (
    select n.id, ${snapshot("n", "g.of", "s.of")}::jsonb as after,
      ${snapshot("n", "g.of", "s.of")}::jsonb || jsonb_build_object(
        'version', n.was_version, 'updatedAt', n.was_updated_at, 'deletedAt', null) as before
    from new n join alive a using (id), lateral (select ${tagsOf("a")} as of) g, lateral (select ${subtasksOf("a")} as of) s
    where n.id = $2
  ), recorded as (${recorded("remove", "shaped")})
  select id, after from shaped`,
);

const restore = bare(
  "restore",
  `with was as (
    select id, user_id, deleted_at from tasks t where t.user_id = $1 and t.id = $2 and deleted_at is not null for update
  ), new as (
    update tasks t set deleted_at = null,
      parent_id = case when t.parent_id = $2 or exists (
        select from tasks p where p.user_id = $1 and p.id = t.parent_id and p.deleted_at is null) then t.parent_id end
    from was where t.user_id = $1 and (t.id = $2 or t.parent_id = $2) and t.deleted_at = was.deleted_at
    ${returning}, old.deleted_at as was, new.*
  ), links as (
    update task_tags l set deleted_at = null from new
    where l.user_id = $1 and l.task_id = new.id and l.deleted_at = new.was
  ), shaped as (
    select n.id, ${snapshot("n", "g.of", "s.of")}::jsonb as after,
      ${snapshot("n", "g.of", "s.of")}::jsonb || jsonb_build_object(
        'version', n.was_version, 'updatedAt', n.was_updated_at, 'deletedAt', n.was) as before
    from new n join was a using (id), lateral (select ${tagsOf("a")} as of) g, lateral (select ${subtasksOf("a")} as of) s
    where n.id = $2
  ), recorded as (${recorded("restore", "shaped")})
  select id, after from shaped`,
);

const TITLE = "Return the library books before the weekend";
const DAY = "2027-03-01";
const TAGS = ["home", "errands"];

/** What the doors write, of a user with very many tasks. Each call has a task of its own; what one case completes, another reopens. */
export async function writes(userId: string): Promise<Case[]> {
  const ids = async (where: string) => {
    const text = `select id from tasks t where user_id = $1 and repeat is null and ${where} order by md5(id::text) limit 50000`;
    return (await pool.query<{ id: string }>(text, [userId])).rows.map(({ id }) => id);
  };
  const open = await ids("deleted_at is null and completed_at is null and parent_id is null");
  const done = await ids("deleted_at is null and completed_at is not null and parent_id is null");
  const trash = await ids("deleted_at is not null and parent_id is null");
  let n = 0;
  const any = () => open[n++ % open.length] ?? "";
  const add_ = (tags?: string[]) => tasks.add(userId, { title: TITLE, priority: "low", dueDate: DAY, tags }, by);
  const taken = (from: string[], to?: string[]) => {
    const id = from.pop();
    if (!id) throw new RangeError("There are too few tasks for so many calls.");
    to?.unshift(id);
    return id;
  };

  return [
    { name: "add", aim: AIM, ours: () => add_(), bare: () => add(userId, TITLE, "low", DAY, position.atEnd()) },
    {
      name: "add with two tags",
      aim: AIM,
      ours: () => add_(TAGS),
      bare: () => addTagged(userId, TITLE, "low", DAY, position.atEnd(), TAGS),
    },
    {
      name: "change the title",
      aim: AIM,
      ours: () => tasks.change(userId, { id: any(), title: `${TITLE} ${n}` }, by),
      bare: () => rename(userId, any(), `${TITLE} ${n}`),
    },
    {
      name: "change the day",
      aim: AIM,
      ours: () => tasks.change(userId, { id: any(), dueDate: `2027-03-${10 + (n % 20)}` }, by),
      bare: () => move(userId, any(), `2027-03-${10 + (n % 20)}`),
    },
    {
      name: "complete",
      aim: AIM,
      ours: () => tasks.complete(userId, { id: taken(open, done) }, by),
      bare: () => complete(userId, taken(open, done)),
    },
    {
      name: "reopen",
      ours: () => tasks.reopen(userId, { id: taken(done, open) }, by),
      bare: () => reopen(userId, taken(done, open)),
    },
    {
      name: "remove",
      ours: () => tasks.remove(userId, { id: taken(open, trash) }, by),
      bare: () => remove(userId, taken(open, trash)),
    },
    {
      name: "restore",
      ours: () => tasks.restore(userId, { id: taken(trash, open) }, by),
      bare: () => restore(userId, taken(trash, open)),
    },
  ];
}

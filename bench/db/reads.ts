import { bare, columns } from "@/bench/db/bare";
import type { Case } from "@/bench/db/measure";
import type { Seeded } from "@/bench/seed";
import { MANY } from "@/components/shell/amount";
import * as changes from "@/db/changes";
import { pool } from "@/db/client";
import * as conversations from "@/db/conversations";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";

const AIM = 1.25;
/** As the sidebar asks on every page. */
const sidebar = { upTo: MANY };

const today = "(select (now() at time zone u.time_zone)::date from users u where u.id = $1)";
const day = "coalesce(t.due_date, 'infinity'::date)";
const time = "coalesce(t.due_time, '24:00'::time)";
const byDue = `${day}, ${time}, t.position, t.id`;
const rank = "case t.priority when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end";
const alive = "t.deleted_at is null";
const open = `${alive} and t.completed_at is null`;
const trash = `t.deleted_at is not null and not exists (
  select from tasks p where p.user_id = t.user_id and p.id = t.parent_id and p.deleted_at = t.deleted_at)`;
const page = (name: string, where: string, order: string, options?: { each: boolean }) =>
  bare(
    name,
    `select ${columns} from tasks t where t.user_id = $1 and ${where} order by ${order} limit $2::int`,
    options,
  );

/** What the doors read, of someone with very many tasks unless it says otherwise. */
export async function reads({ heavy, light, others }: Seeded): Promise<Case[]> {
  const errands = async (userId: string) => (await tags.list(userId)).find(({ name }) => name === "errands")?.id ?? "";
  const [tag, tagOfOther] = [await errands(heavy), await errands(others[0] ?? light)];
  const middle =
    (
      await pool.query(
        "select id from tasks t where user_id = $1 and deleted_at is null order by position offset 1000 limit 1",
        [heavy],
      )
    ).rows[0]?.id ?? "";
  const far = await deep(heavy, 40);
  const turn = await pool.query("select user_id, turn_id from changes where turn_id is not null limit 1");
  const { user_id: writer, turn_id: turnId } = turn.rows[0];
  const [other = light] = others;

  const openPage = page("open", open, byDue);
  const on = page("on", `${open} and (${byDue}) > ($3::date, $4::time, $5::text, $6::uuid)`, byDue);
  const todayPage = page("today", `${open} and ${day} <= ${today}`, byDue);
  const upcoming = page("upcoming", `${open} and t.due_date > ${today} and ${day} > ${today}`, byDue);
  const priority = page("priority", open, `${rank}, ${byDue}`);
  const completed = page("completed", `${alive} and t.completed_at is not null`, "t.completed_at desc, t.id desc");
  const trashed = page("trash", trash, "t.deleted_at desc, t.id desc");
  const all = page("all", `${alive} and t.parent_id is null`, "t.position, t.id");
  const created = page("created", open, "t.id desc");
  const ofTag = bare(
    "tag",
    `select ${columns} from task_tags l join tasks t on t.user_id = l.user_id and t.id = l.task_id
    where l.user_id = $1 and l.tag_id = $3 and l.deleted_at is null and l.is_open and ${open} order by ${byDue} limit $2::int`,
  );
  const found = bare("find", `select ${columns} from tasks t where t.user_id = $1 and t.id = $2 and ${alive}`);
  const under = bare(
    "subtasks",
    `select ${columns} from tasks t where t.user_id = $1 and t.parent_id = $2 and ${alive} order by t.position, t.id`,
  );
  const limited = (where: string) =>
    `(select count(*) from (select from tasks t where t.user_id = $1 and ${where} limit $2::int) as some_of)::int`;
  const counted = bare(
    "counts",
    `with day as materialized (
      select today, today::timestamp at time zone (select time_zone from users where id = $1) as begun from (select ${today} as today) d
    )
    select ${limited(`${open} and ${day} <= (select today from day)`)} as today,
      ${limited(`${open} and ${day} > (select today from day) and ${day} < 'infinity'`)} as upcoming,
      ${limited(`${open} and parent_id is null`)} as open,
      ${limited(`${open} and parent_id is null and ${day} = 'infinity'`)} as "noDate",
      ${limited(`${alive} and parent_id is null and completed_at between (select begun from day) and now()`)} as "doneToday"`,
  );
  const tagList = bare(
    "tags",
    `select g.id, g.name, g.color, g.created_at, g.updated_at, g.deleted_at, g.version, (
      select count(*)::int from (
        select from task_tags l
        where l.user_id = g.user_id and l.tag_id = g.id and l.deleted_at is null and l.is_open limit $2::int
      ) as some_of) as task_count
    from tags g where g.user_id = $1 and g.deleted_at is null order by lower(g.name), g.id`,
  );
  const talks = bare(
    "conversations",
    `select id, title, created_at, updated_at, deleted_at, version from conversations
    where user_id = $1 and deleted_at is null order by updated_at desc, id desc limit $2::int`,
  );
  const turns = bare(
    "changes",
    `select id, who, what, noun, subject_id, before, after, turn_id, undoes_id, created_at from changes
    where user_id = $1 and deleted_at is null and turn_id = $2 order by id`,
  );

  return [
    { name: "list open, of 100", aim: AIM, ours: () => tasks.list(light), bare: () => openPage(light, 51) },
    { name: "list open", aim: AIM, ours: () => tasks.list(heavy), bare: () => openPage(heavy, 51) },
    {
      name: "list open, page 41",
      aim: AIM,
      ours: () => tasks.list(heavy, { cursor: far.cursor }),
      bare: () => on(heavy, 51, ...far.key),
    },
    {
      name: "list today",
      aim: AIM,
      ours: () => tasks.list(heavy, { view: "today" }),
      bare: () => todayPage(heavy, 51),
    },
    {
      name: "list upcoming",
      aim: AIM,
      ours: () => tasks.list(heavy, { view: "upcoming" }),
      bare: () => upcoming(heavy, 51),
    },
    {
      name: "list by priority",
      aim: AIM,
      ours: () => tasks.list(heavy, { sort: "priority" }),
      bare: () => priority(heavy, 51),
    },
    {
      name: "list by creation",
      aim: AIM,
      ours: () => tasks.list(heavy, { sort: "created" }),
      bare: () => created(heavy, 51),
    },
    {
      name: "list all, by hand",
      aim: AIM,
      ours: () => tasks.list(heavy, { view: "all", parent: "none" }),
      bare: () => all(heavy, 51),
    },
    {
      name: "list completed",
      aim: AIM,
      ours: () => tasks.list(heavy, { view: "completed" }),
      bare: () => completed(heavy, 51),
    },
    { name: "list trash", aim: AIM, ours: () => tasks.list(heavy, { view: "trash" }), bare: () => trashed(heavy, 51) },
    { name: "list a tag", aim: AIM, ours: () => tasks.list(heavy, { tag }), bare: () => ofTag(heavy, 51, tag) },
    {
      name: "list a tag, ordinary",
      aim: AIM,
      ours: () => tasks.list(other, { tag: tagOfOther }),
      bare: () => ofTag(other, 51, tagOfOther),
    },
    { name: "find", aim: AIM, ours: () => tasks.find(heavy, { id: middle }), bare: () => found(heavy, middle) },
    { name: "subtasks", aim: AIM, ours: () => tasks.subtasks(heavy, { id: middle }), bare: () => under(heavy, middle) },
    { name: "counts", aim: AIM, ours: () => tasks.counts(heavy, sidebar), bare: () => counted(heavy, MANY) },
    { name: "counts, ordinary", aim: AIM, ours: () => tasks.counts(other, sidebar), bare: () => counted(other, MANY) },
    { name: "tags", aim: AIM, ours: () => tags.list(heavy, sidebar), bare: () => tagList(heavy, MANY) },
    { name: "tags, ordinary", aim: AIM, ours: () => tags.list(other, sidebar), bare: () => tagList(other, MANY) },
    { name: "tags, counted out", aim: AIM, ours: () => tags.list(heavy), bare: () => tagList(heavy, null) },
    {
      name: "conversations",
      aim: AIM,
      ours: () => conversations.list(other, { limit: 30 }),
      bare: () => talks(other, 31),
    },
    {
      name: "changes of a turn",
      aim: AIM,
      ours: () => changes.list(writer, { turnId }),
      bare: () => turns(writer, turnId),
    },
  ];
}

/** A page somewhere down the list: its cursor, and what it holds. */
async function deep(userId: string, pages: number) {
  let cursor = "";
  for (let page = 0; page < pages; page++)
    cursor = (await tasks.list(userId, cursor ? { cursor } : {})).nextCursor ?? cursor;
  const [, ...key] = JSON.parse(Buffer.from(cursor, "base64url").toString());
  return { cursor, key };
}

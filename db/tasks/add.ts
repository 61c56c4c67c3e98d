import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Refused } from "@/db/fields";
import { type Claimed, isOnce, madeIn } from "@/db/made";
import { orNothing } from "@/db/or-nothing";
import * as position from "@/db/position";
import * as quotas from "@/db/quotas";
import { type By, record, signature } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import * as tagNames from "@/db/tag-names";
import { missing } from "@/db/tags/missing";
import type { AddInput } from "@/db/task-input";
import { firstDay } from "@/db/tasks/repeat";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

/** What additions may want: a parent, tags by name or by id, to be made once however often their turn is said. */
const wants = ["under", "named", "identified", "once"] as const;
type Kind = Record<(typeof wants)[number], boolean>;

/** The statement for tasks of a kind: what none of them wants is left out of it, for each part takes its time. */
function prepare(kind: Kind) {
  const { under, once } = kind;
  const tagged = kind.named || kind.identified;
  const living = sql`g.user_id = ${given("userId")} and g.deleted_at is null`;
  const byName = sql`
      select distinct wanted.new_id, g.id from wanted, unnest(wanted.tags) as n (name)
      left join lateral (${tagNames.byName(sql`n.name`)}) g on true`;
  const byId = sql`
      select distinct wanted.new_id, g.id from wanted, unnest(wanted.tag_ids) as n (id)
      left join tags g on ${living} and g.id = n.id`;
  const wantedTags = sql`, wanted_tags as (${kind.named && kind.identified ? sql`${byName} union ${byId}` : kind.named ? byName : byId})`;
  const parents = sql`, parents as (
      select p.id from tasks p
      where p.user_id = ${given("userId")} and p.id in (select parent_id from wanted)
        and p.deleted_at is null and p.parent_id is null
      for share
    )`;
  const isSound = sql.join(
    [
      sql`true`,
      ...(tagged ? [sql`not exists (select from wanted_tags where id is null)`] : []),
      ...(under
        ? [
            sql`not exists (select from wanted w where w.parent_id is not null and w.parent_id not in (select id from parents))`,
          ]
        : []),
    ],
    sql` and `,
  );
  // A task of the same call can be the parent, too.
  const parentId = under
    ? sql`coalesce(parent_id, (select top.new_id from wanted top where top.at = wanted.under))`
    : sql`null`;
  const subtasks = sql`json_build_object('done', 0, 'total', ${under ? sql`(select count(*) from new part where part.parent_id = new.id)` : sql`0`})`;
  // Of several at the same moment the others wait here for the first, and find the turn taken when it is committed.
  const claim = sql`, claim as (
      insert into requests (user_id, key, fingerprint, status)
      select ${given("userId")}::uuid, 'turn ' || ${given("turnId")}::uuid, 'turn', 201 where ${isSound}
      on conflict (user_id, key) do nothing
      returning id
    )`;
  const links = sql`, links as (
      insert into task_tags (user_id, task_id, tag_id)
      select new.user_id, new.id, t.id from new join wanted_tags t on t.new_id = new.id
      returning task_id, tag_id
    )`;
  const tags = tagged
    ? sql`coalesce((
        select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by lower(g.name), g.id)
        from links join tags g on g.user_id = ${given("userId")} and g.id = links.tag_id
        where links.task_id = new.id
      ), '[]')`
    : sql`'[]'::json`;
  return statement<{ task: TaskSnapshot }>(
    nameOf(kind),
    sql`
    with wanted as (
      select coalesce(w.id, uuidv7()) as new_id, w.*
      from jsonb_to_recordset(${given("tasks")}::jsonb) as w (
        id uuid, title text, description text, priority priority, due_date date, due_time time, repeat text, repeat_from repeat_from,
        parent_id uuid, position text, tags text[], tag_ids uuid[], at int, under int
      )
    )${tagged ? wantedTags : none}${under ? parents : none}${once ? claim : none}, new as (
      insert into tasks (id, user_id, parent_id, title, description, priority, position,
        due_date, due_time, repeat, repeat_from, repeat_start)
      select new_id, ${given("userId")}, ${parentId}, title, description, coalesce(priority, 'none'), position,
        due_date, due_time, repeat, coalesce(repeat_from, 'due'), case when repeat is not null then due_date end
      from wanted
      where ${once ? sql`exists (select from claim)` : isSound}
      returning *
    )${tagged ? links : none}, shaped as (
      select new.id, new.position, null as before, ${shape("new", { tags, subtasks })} as after from new
    ), recorded as (${record("add", "task", sql`shaped order by position`)})
    select after as task from shaped order by position`,
  );
}

const none = sql``;
const nameOf = (kind: Kind) => ["tasks_add", ...wants.filter((want) => kind[want])].join("_");
const prepared = new Map<string, ReturnType<typeof prepare>>();

/** A new task; `under` is the one of the same call that it is a subtask of, `tagIds` are tags that exist. */
export type Wanted = AddInput & Claimed & { under?: Wanted; tagIds?: string[] };

/**
 * Adds tasks at the end of the list, all or none, and once in a turn of the user's own.
 * @returns them in the order given; refused when a tag is gone, or a parent is no living task of the user's, or a subtask itself.
 * @throws Limited when the user would have too many.
 */
export async function add(userId: string, tasks: Wanted[], by: By, on?: Connection): Promise<Task[] | Refused> {
  const rows = await Promise.all(
    tasks.map(async (task, at) => ({
      // Before anything is waited for, so that they stand in the order given.
      position: position.atEnd(),
      id: task.id,
      title: task.title,
      description: task.description || null,
      priority: task.priority,
      due_date: task.dueDate ?? (task.repeat ? await firstDay(userId, task.repeat, on) : null),
      due_time: task.dueTime,
      repeat: task.repeat,
      repeat_from: task.repeatFrom,
      parent_id: task.parentId,
      tags: task.tags ?? [],
      tag_ids: task.tagIds,
      at,
      under: task.under && tasks.indexOf(task.under),
    })),
  );
  if (rows.some((row) => row.repeat && !row.due_date)) return refused("repeat", "This repeat has no dates left.");
  const names = rows.flatMap((row) => row.tags);
  const tagIds = rows.flatMap((row) => row.tag_ids ?? []);
  const kind = {
    under: rows.some((row) => row.parent_id || row.under !== undefined),
    named: names.length > 0,
    identified: tagIds.length > 0,
    once: isOnce(by),
  };
  const run = prepared.get(nameOf(kind)) ?? prepare(kind);
  prepared.set(nameOf(kind), run);
  const values = { userId, tasks: JSON.stringify(rows), ...signature(by) };
  const withTags = (tx: Transaction) => tagNames.resolve(userId, names, by, tx).then(() => run(values, tx));
  const nothing = (rows: unknown[]) => rows.length === 0;
  if (by.who === "assistant" && by.turnId) await quotas.checkTurn(userId, { turnId: by.turnId, rows: rows.length });

  const addOn = async (on: Connection = db): Promise<Task[] | Refused> => {
    // Most tags are there already; where one is not, they come with their tasks, or not at all.
    const tries = [() => run(values, on), ...(kind.named ? [() => orNothing(withTags, nothing, on)] : [])];
    for (const attempt of tries) {
      const made = await attempt();
      if (made.length > 0) return made.map(({ task }) => revive(task));
      const before = await madeIn<TaskSnapshot>(userId, by, { noun: "task" }, on);
      // What came after them in the same turn is none of them: the next ones of those that came completed and repeat.
      if (before.length > 0) return before.slice(0, rows.length).map(revive);
    }
    const gone = await missing(userId, tagIds, on);
    return gone.length > 0 ? { refused: gone } : refused("parentId", "There’s no task to put this under.");
  };
  if (!on) return quotas.addTasks(userId, rows.length, addOn);
  const added = await addOn(on);
  await quotas.addedTasks(userId, rows.length, on);
  return added;
}

const refused = (path: string, message: string): Refused => ({ refused: [{ path, message }] });

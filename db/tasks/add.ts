import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Refused } from "@/db/fields";
import type { Claimed } from "@/db/made";
import * as position from "@/db/position";
import { type By, record, signature } from "@/db/record";
import { given, statement } from "@/db/statement";
import * as tagNames from "@/db/tag-names";
import type { AddInput } from "@/db/task-input";
import { firstDay } from "@/db/tasks/repeat";
import { revive, shape, type Task, type TaskSnapshot } from "@/db/tasks/row";

const noSubtasks = sql`json_build_object('done', 0, 'total', 0)`;

const added = statement<{ task: TaskSnapshot }>(
  "tasks_add",
  sql`
    with wanted as (
      select coalesce(w.id, uuidv7()) as new_id, w.*
      from jsonb_to_recordset(${given("tasks")}::jsonb) as w (
        id uuid, title text, description text, priority priority, due_date date, due_time time, repeat text, repeat_from repeat_from,
        parent_id uuid, position text, tags uuid[]
      )
    ), parents as (
      select p.id from tasks p
      where p.user_id = ${given("userId")} and p.id in (select parent_id from wanted)
        and p.deleted_at is null and p.parent_id is null
      for share
    ), new as (
      insert into tasks (id, user_id, parent_id, title, description, priority, position,
        due_date, due_time, repeat, repeat_from, repeat_start)
      select new_id, ${given("userId")}, parent_id, title, description, coalesce(priority, 'none'), position,
        due_date, due_time, repeat, coalesce(repeat_from, 'due'), case when repeat is not null then due_date end
      from wanted
      where not exists (select from wanted w where w.parent_id is not null and w.parent_id not in (select id from parents))
      returning *
    ), links as (
      insert into task_tags (user_id, task_id, tag_id)
      select new.user_id, new.id, tag.id from new join wanted on new_id = new.id, unnest(wanted.tags) as tag (id)
      returning task_id, tag_id
    ), shaped as (
      select new.id, new.position, null as before, ${shape("new", {
        tags: sql`coalesce((
          select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by lower(g.name), g.id)
          from links join tags g on g.user_id = ${given("userId")} and g.id = links.tag_id
          where links.task_id = new.id
        ), '[]')`,
        subtasks: noSubtasks,
      })} as after
      from new
    ), recorded as (${record("add", "task", sql`shaped order by position`)})
    select after as task from shaped order by position`,
);

const known = statement<{ name: string; id: string }>(
  "tags_known",
  sql`
    select n.name, g.id from unnest(${given("names")}::text[]) as n (name)
    join tags g on g.user_id = ${given("userId")} and lower(g.name) = lower(n.name) and g.deleted_at is null`,
);

/**
 * Adds tasks at the end of the list, all or none.
 * @returns them in the order given; refused when a parent is no living task of the user's, or is a subtask itself.
 */
export async function add(userId: string, tasks: Array<AddInput & Claimed>, by: By): Promise<Task[] | Refused> {
  const rows = await Promise.all(
    tasks.map(async (task) => ({
      id: task.id,
      title: task.title,
      description: task.description || null,
      priority: task.priority,
      due_date: task.dueDate ?? (task.repeat ? await firstDay(userId, task.repeat) : null),
      due_time: task.dueTime,
      repeat: task.repeat,
      repeat_from: task.repeatFrom,
      parent_id: task.parentId,
      position: position.atEnd(),
      names: task.tags ?? [],
    })),
  );
  if (rows.some((row) => row.repeat && !row.due_date)) return refused("repeat", "This repetition has no day to come.");
  const names = rows.flatMap((row) => row.names);
  const values = (idOf: (name: string) => string | undefined) => ({
    userId,
    tasks: JSON.stringify(rows.map(({ names, ...row }) => ({ ...row, tags: names.map(idOf) }))),
    ...signature(by),
  });

  const add = (ids: Map<string, string>, on?: Transaction) =>
    added(
      values((name) => ids.get(name)),
      on,
    );
  // Most tags are there already, and one statement does the rest; new ones come with their tasks, or not at all.
  const ids = new Map(names.length > 0 ? (await known({ userId, names })).map(({ name, id }) => [name, id]) : []);
  const made = await (names.every((name) => ids.has(name))
    ? add(ids)
    : db.transaction(async (tx) => add(await tagNames.resolve(userId, names, by, tx), tx)));
  return made.length > 0
    ? made.map(({ task }) => revive(task))
    : refused("parentId", "There is no task to put this under.");
}

const refused = (path: string, message: string): Refused => ({ refused: [{ path, message }] });

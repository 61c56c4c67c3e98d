import { pool } from "@/db/client";

/** Days and instants stay as Postgres writes them: nothing is cheaper to read. */
const types = { getTypeParser: (id: number) => (id === JSON_TYPE ? JSON.parse : id === INT ? Number : String) };
const [JSON_TYPE, INT] = [114, 23];

export type Row = Record<string, unknown> & { id: string };

/** A prepared statement and nothing else, over the same pool. With `each`, it is planned for the values of each call. */
export function bare(name: string, text: string, { each = false } = {}) {
  return async (...values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: each ? undefined : `bare_${name}`, text, values, types })).rows;
}

export const tagsOf = (t: string) => `(
  select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by lower(g.name), g.id), '[]')
  from task_tags l join tags g on g.user_id = l.user_id and g.id = l.tag_id and g.deleted_at is null
  where l.user_id = ${t}.user_id and l.task_id = ${t}.id and l.deleted_at is not distinct from ${t}.deleted_at)`;

export const subtasksOf = (t: string) => `(
  select json_build_object('done', count(s.completed_at), 'total', count(*)) from tasks s
  where s.user_id = ${t}.user_id and s.parent_id = ${t}.id and s.deleted_at is not distinct from ${t}.deleted_at)`;

/** What a door shows of a task `t`, its tags and the state of its subtasks. */
export const columns = `
  t.id, t.created_at, t.updated_at, t.deleted_at, t.version, t.parent_id, t.title, t.description, t.priority, t.position, t.due_date,
  t.due_time, t.repeat, t.repeat_from, t.repeat_start, t.completed_at, t.completed,
  ${tagsOf("t")} as tags, ${subtasksOf("t")} as subtasks`;

/** The same of a row `t` as one JSON value, as the record of changes keeps it. */
export const snapshot = (t: string, tags: string, subtasks: string) => `json_build_object(
  'id', ${t}.id, 'createdAt', ${t}.created_at, 'updatedAt', ${t}.updated_at, 'deletedAt', ${t}.deleted_at, 'version', ${t}.version,
  'parentId', ${t}.parent_id, 'title', ${t}.title, 'description', ${t}.description, 'priority', ${t}.priority, 'position', ${t}.position,
  'dueDate', ${t}.due_date, 'dueTime', left(${t}.due_time::text, 5), 'repeat', ${t}.repeat, 'repeatFrom', ${t}.repeat_from,
  'repeatStart', ${t}.repeat_start, 'completedAt', ${t}.completed_at, 'completed', ${t}.completed_at is not null,
  'tags', ${tags}, 'subtasks', ${subtasks})`;

/** The record of a write, from a CTE with `id`, `before` and `after`. */
export const recorded = (what: string, from: string) => `
  insert into changes (user_id, who, what, noun, subject_id, before, after)
  select $1, 'you', '${what}', 'task', id, before, after from ${from}`;

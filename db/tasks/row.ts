import { type GetColumnData, getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { tasks } from "@/db/schema/tasks";

const { userId: _, followsId: __, completed: ___, searchText: ____, ...shown } = getTableColumns(tasks);

type Columns = { [Name in keyof typeof shown]: GetColumnData<(typeof shown)[Name]> };

/** A task as everybody sees it, its tags in the order of their names. `dueTime` is "HH:MM". */
export type Task = Columns & {
  completed: boolean;
  tags: Array<{ id: string; name: string; color: string }>;
  subtasks: { done: number; total: number };
};

/** A task as JSON keeps it, in the record of changes for one: instants are ISO 8601 strings. */
export type TaskSnapshot = {
  [Name in keyof Task]: Task[Name] extends Date | null ? string | Extract<Task[Name], null> : Task[Name];
};

/** Living tags of the task `t`; of one in the trash, those that went there with it too. */
export const tagsOf = (t: SQL) => sql`coalesce((
  select json_agg(json_build_object('id', g.id, 'name', g.name, 'color', g.color) order by lower(g.name), g.id)
  from task_tags l join tags g on g.user_id = l.user_id and g.id = l.tag_id and g.deleted_at is null
  where l.user_id = ${t}.user_id and l.task_id = ${t}.id and (l.deleted_at is null or l.deleted_at = ${t}.deleted_at)
), '[]')`;

const subtasksOf = (t: SQL) => sql`(
  select json_build_object('done', count(s.completed_at), 'total', count(*))
  from tasks s
  where s.user_id = ${t}.user_id and s.parent_id = ${t}.id and (s.deleted_at is null or s.deleted_at = ${t}.deleted_at)
)`;

/**
 * The SQL of a task as one JSON value.
 * @param name of the row in the statement.
 * @param parts its tags and subtasks, where the statement has just changed them and could not read them back.
 */
export function shape(name: string, parts: { tags?: SQL; subtasks?: SQL } = {}): SQL {
  const t = sql.raw(name);
  const pairs = Object.keys(shown).map((key) => {
    const value = sql`${t}.${sql.identifier(toSnakeCase(key))}`;
    return sql`${sql.raw(`'${key}'`)}, ${key === "dueTime" ? sql`left(${value}::text, 5)` : value}`;
  });
  return sql`json_build_object(${sql.join(pairs, sql`, `)}, 'completed', ${t}.completed_at is not null,
    'tags', ${parts.tags ?? tagsOf(t)}, 'subtasks', ${parts.subtasks ?? subtasksOf(t)})`;
}

/**
 * The same as columns, for statements that keep nothing of it: Postgres and node-postgres are quicker with them than with JSON.
 * Instants come as Postgres writes them, to the microsecond.
 * @param name of the row in the statement.
 */
export function columns(name: string): SQL {
  const t = sql.raw(name);
  const own = Object.keys(shown).map((key) => sql.raw(`${name}.${toSnakeCase(key)} as "${key}"`));
  return sql`${sql.join(own, sql`, `)}, ${t}.completed, ${tagsOf(t)} as tags, ${subtasksOf(t)} as subtasks`;
}

/** A task out of what `shape` or `columns` makes. A column of times has seconds. */
export const revive = (task: TaskSnapshot): Task => ({
  ...task,
  dueTime: task.dueTime?.slice(0, 5) ?? null,
  createdAt: new Date(task.createdAt),
  updatedAt: new Date(task.updatedAt),
  deletedAt: task.deletedAt === null ? null : new Date(task.deletedAt),
  completedAt: task.completedAt === null ? null : new Date(task.completedAt),
});

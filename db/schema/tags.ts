import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { alive, audit, isLine } from "@/db/schema/columns";
import { tasks } from "@/db/schema/tasks";
import { users } from "@/db/schema/users";

export const tags = pgTable(
  "tags",
  {
    ...audit,
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    color: text().notNull().default("#3B82F6"),
  },
  (t) => [
    unique("tags_user_id_id_unique").on(t.userId, t.id),
    uniqueIndex("tags_name_unique").on(t.userId, sql`name_key(${t.name})`).where(alive),
    check("tags_name_length", sql`char_length(name) between 1 and 50`),
    check("tags_name_text", isLine("name")),
    check("tags_color_format", sql`color ~ '^#[0-9A-Fa-f]{6}$'`),
  ],
);

export const taskTags = pgTable(
  "task_tags",
  {
    ...audit,
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    taskId: uuid().notNull(),
    tagId: uuid().notNull(),
    /** Whether its task is neither completed nor in the trash: triggers keep it, so that counting a tag's open tasks reads no task. */
    isOpen: boolean().notNull().default(true),
  },
  (t) => [
    foreignKey({
      name: "task_tags_task_fk",
      columns: [t.userId, t.taskId],
      foreignColumns: [tasks.userId, tasks.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "task_tags_tag_fk",
      columns: [t.userId, t.tagId],
      foreignColumns: [tags.userId, tags.id],
    }).onDelete("cascade"),
    uniqueIndex("task_tags_unique").on(t.userId, t.taskId, t.tagId).where(alive),
    index("task_tags_task").on(t.userId, t.taskId),
    index("task_tags_tag").on(t.userId, t.tagId, t.taskId),
    index("task_tags_open").on(t.userId, t.tagId, t.taskId).where(sql`deleted_at is null and is_open`),
  ],
);

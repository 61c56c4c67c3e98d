import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { alive, audit, bytewise, isLine, isProse } from "@/db/schema/columns";
import { users } from "@/db/schema/users";

export const priority = pgEnum("priority", ["none", "low", "medium", "high"]);
export const repeatFrom = pgEnum("repeat_from", ["due", "completion"]);

export const tasks = pgTable(
  "tasks",
  {
    ...audit,
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    parentId: uuid(),
    title: text().notNull(),
    description: text(),
    priority: priority().notNull().default("none"),
    /** A fractional index (base 62, compared bytewise), for ordering by hand. */
    position: bytewise().notNull(),
    /** Calendar day and wall time in the user's zone, never an instant. */
    dueDate: date({ mode: "string" }),
    dueTime: time({ precision: 0 }),
    /** An RFC 5545 RRULE without DTSTART; `repeat_start` is its DTSTART. */
    repeat: text(),
    repeatFrom: repeatFrom().notNull().default("due"),
    repeatStart: date({ mode: "string" }),
    /** The completed occurrence that this row came after. */
    followsId: uuid(),
    completedAt: timestamp({ withTimezone: true }),
    completed: boolean().generatedAlwaysAs(sql`completed_at is not null`),
    /** Title and description as a search compares them (`searchKey`), so that it computes no key of what it reads. */
    searchText: text().generatedAlwaysAs(sql`search_key(title || coalesce(e'\\n' || description, ''))`),
  },
  (t) => [
    unique("tasks_user_id_id_unique").on(t.userId, t.id),
    foreignKey({ name: "tasks_parent_fk", columns: [t.userId, t.parentId], foreignColumns: [t.userId, t.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      name: "tasks_follows_fk",
      columns: [t.userId, t.followsId],
      foreignColumns: [t.userId, t.id],
    }).onDelete("cascade"),
    index("tasks_parent").on(t.userId, t.parentId, t.position),
    uniqueIndex("tasks_follows_unique").on(t.userId, t.followsId).where(alive),
    index("tasks_follows").on(t.userId, t.followsId),
    // The last two order nothing: with them all that is counted stands in the index.
    index("tasks_open_by_due")
      .on(
        t.userId,
        sql`coalesce(due_date, 'infinity'::date)`,
        sql`coalesce(due_time, '24:00'::time)`,
        t.position,
        t.id,
        t.dueDate,
        t.parentId,
      )
      .where(sql`deleted_at is null and completed_at is null`),
    index("tasks_open_by_priority")
      .on(
        t.userId,
        sql`(case priority when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end)`,
        sql`coalesce(due_date, 'infinity'::date)`,
        sql`coalesce(due_time, '24:00'::time)`,
        t.position,
        t.id,
      )
      .where(sql`deleted_at is null and completed_at is null`),
    // New rows wait in a list that each search reads too, up to 512 kB: taken at once they cost a write several times more.
    index("tasks_text")
      .using("gin", t.userId, t.searchText.op("gin_trgm_ops"))
      .with({ fastupdate: true, gin_pending_list_limit: 512 })
      .where(alive),
    index("tasks_by_position").on(t.userId, t.position, t.id).where(alive),
    index("tasks_completed")
      .on(t.userId, t.completedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`deleted_at is null and completed_at is not null`),
    index("tasks_trash")
      .on(t.userId, t.deletedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`deleted_at is not null`),
    check("tasks_title_length", sql`char_length(title) between 1 and 200`),
    check("tasks_title_text", isLine("title")),
    check("tasks_description_length", sql`char_length(description) <= 1000`),
    check("tasks_description_text", isProse("description")),
    check("tasks_due_time_needs_date", sql`due_time is null or due_date is not null`),
    check("tasks_repeat_needs_date", sql`repeat is null or due_date is not null`),
    check("tasks_repeat_length", sql`char_length(repeat) <= 500`),
    check("tasks_position_length", sql`char_length(position) between 1 and 500`),
    check("tasks_not_own_parent", sql`parent_id <> id`),
  ],
);

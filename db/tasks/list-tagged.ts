import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { given } from "@/db/statement";
import type { listInput } from "@/db/task-input";
import { columns } from "@/db/tasks/row";

export type View = z.output<typeof listInput>["view"];

const ofTag = sql`l.user_id = ${given("userId")} and l.tag_id = ${given("tag")}`;
const openTask = sql`l.deleted_at is null and l.is_open`;

/** Which links `l` of the tag stand for a task of the view, as far as they say it themselves. */
const links: Record<View, SQL> = {
  today: openTask,
  upcoming: openTask,
  "no-date": openTask,
  open: openTask,
  completed: sql`l.deleted_at is null and not l.is_open`,
  all: sql`l.deleted_at is null`,
  trash: sql`not l.is_open`,
};
/** In the trash, what went there with its task counts too. */
const together = (view: View) =>
  view === "trash" ? sql`and (l.deleted_at is null or l.deleted_at = t.deleted_at)` : sql``;

/** That a task `t` of the view has the tag. */
export const isTagged = (view: View) => sql`exists (
  select from task_tags l where ${ofTag} and l.task_id = t.id and ${links[view]}
)`;

const tagLives = sql`exists (
  select from tags g where g.user_id = ${given("userId")} and g.id = ${given("tag")} and g.deleted_at is null
)`;

/** Of so many tasks, taking them all and sorting them is about as quick as looking for a page of them in the list of 100,000. */
const FEW = 1000;
const more = (view: View, than: number) => sql`exists (
  select from task_tags l where ${ofTag} and ${links[view]} offset ${sql.raw(String(than))}
)`;

type Page = { view: View; where: SQL; order: SQL };

/** A page of the tasks with a tag that few have: they are taken by their links and sorted. Nothing when more than a few have it. */
export const ofFew = ({ view, where, order }: Page) => sql`
  select ${columns("t")} from task_tags l join tasks t on t.user_id = l.user_id and t.id = l.task_id
  where not ${more(view, FEW)} and ${tagLives} and ${ofTag} and ${links[view]} ${together(view)} and ${where}
  order by ${order} limit ${given("limit")}::int`;

/**
 * A page of the tasks with a tag that many have: the list is read in its order until the page is full. Nothing when few have it,
 * which half as many are too, so that a completion meanwhile does not leave both ways empty.
 */
export const ofMany = ({ view, where, order }: Page) => sql`
  select ${columns("t")} from tasks t
  where ${more(view, FEW / 2)} and ${tagLives} and ${where} and (
    select true from task_tags l where ${ofTag} and l.task_id = t.id and ${links[view]} ${together(view)} limit 1
  )
  order by ${order} limit ${given("limit")}::int`;

import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { inTransaction } from "@/db/client";
import { id } from "@/db/fields";
import { insist } from "@/db/insist";
import type { By } from "@/db/record";
import { given, statement } from "@/db/statement";
import { reorderInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";

const views = ["today", "upcoming", "no-date", "tasks"] as const;

/** A tag's page goes by the tag's id. */
const view = z.union([z.enum(views), id]);

/** How a view is sorted from now on, on every device. */
export const sortInput = z.strictObject({ view, sort: z.enum(["due", "priority", "manual", "newest"]) });
/** A view that is sorted by hand from now on, its rows first in this order. */
export const sortByHandInput = reorderInput.extend({ view });
export const hintInput = z.strictObject({});

type SortInput = z.infer<typeof sortInput>;
type SortByHandInput = z.infer<typeof sortByHandInput>;

// What was kept for a tag that is gone goes with the next write, so this never outgrows the tags.
const sorted = statement(
  "preferences_sort",
  sql`
    update users u set preferences = u.preferences || jsonb_build_object('sorts', coalesce((
      select jsonb_object_agg(key, value)
      from jsonb_each(coalesce(u.preferences->'sorts', '{}') || jsonb_build_object(${given("view")}::text, ${given("sort")}::text))
      where key = any(${sql.raw(`'{${views.join()}}'`)}::text[])
        or key in (select g.id::text from tags g where g.user_id = u.id and g.deleted_at is null)
    ), '{}'))
    where u.id = ${given("userId")} and u.deleted_at is null`,
);

const hinted = statement(
  "preferences_hinted",
  sql`
    update users set preferences = preferences || '{"hinted": true}'
    where id = ${given("userId")} and deleted_at is null and not preferences @> '{"hinted": true}'`,
);

/** Remembers how a view is sorted. A tag that is not there is left out without a word. */
export async function sortView(userId: string, input: SortInput): Promise<void> {
  await sorted({ userId, ...input });
}

/** Sorts a view by hand from now on, beginning with the order in which its rows stand; both or neither. */
export async function sortByHand(userId: string, { view, ids }: SortByHandInput, by: By): Promise<void> {
  await insist(() =>
    inTransaction(async () => {
      await tasks.reorder(userId, { ids }, by);
      await sortView(userId, { view, sort: "manual" });
    }),
  );
}

/** Remembers that the hint for newcomers has done its work. */
export async function dismissHint(userId: string): Promise<void> {
  await hinted({ userId });
}

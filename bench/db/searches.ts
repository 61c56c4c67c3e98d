import { bare, columns } from "@/bench/db/bare";
import type { Case } from "@/bench/db/measure";
import type { Seeded } from "@/bench/seed";
import * as tasks from "@/db/tasks";
import { sought } from "@/db/tasks/search";

/** In milliseconds. */
const WITHIN = 25;

/** What people look for, from what stands in half of all tasks to what stands in none, and what they have typed so far. */
const WORDS = {
  common: "milk",
  usual: "telescope",
  rare: "marmalade",
  once: "no. 4711",
  none: "quixotic",
};
const BEGINNINGS = { "one letter": "b", "two letters": "mi", "two rare letters": "zi", "two letters of none": "qu" };

const page = (name: string, operator: string) =>
  bare(
    name,
    `select ${columns} from tasks t
    where t.user_id = $1 and t.deleted_at is null and t.completed_at is null and t.search_text ${operator} $3
    order by coalesce(t.due_date, 'infinity'::date), coalesce(t.due_time, '24:00'::time), t.position, t.id limit $2::int`,
    { each: true },
  );
const found = { text: page("search", "like"), beginning: page("search_beginning", "~") };

export function searches({ heavy, others: [other = heavy] }: Seeded): Case[] {
  function search(name: string, userId: string, q: string): Case {
    const { by, pattern } = sought(q) ?? { by: "text", pattern: "%" };
    return {
      name: `search ${name}`,
      within: WITHIN,
      ours: () => tasks.list(userId, { q }),
      bare: () => found[by](userId, 51, pattern),
    };
  }
  return [
    ...Object.entries(WORDS).map(([name, q]) => search(name, heavy, q)),
    ...Object.entries(BEGINNINGS).map(([name, q]) => search(name, heavy, q)),
    search("usual, ordinary", other, WORDS.usual),
  ];
}

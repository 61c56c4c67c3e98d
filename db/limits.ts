import "server-only";
import { sql } from "drizzle-orm";
import { given, statement } from "@/db/statement";

const taken = statement<{ ok: boolean; retryAfter: number }>(
  "limits_take",
  sql`
    with clock as (
      select (extract(epoch from clock_timestamp()) * 1000)::bigint as now, ${given("seconds")}::bigint * 1000 as span
    ), taken as (
      insert into rate_limits as r (key, count, last_request)
      select ${given("key")}, 1, now from clock
      on conflict (key) do update set
        count = case when r.last_request + ${given("seconds")}::bigint * 1000 <= excluded.last_request then 1 else r.count + 1 end,
        last_request = case when r.last_request + ${given("seconds")}::bigint * 1000 <= excluded.last_request
          then excluded.last_request else r.last_request end
      where r.count < ${given("max")}::int or r.last_request + ${given("seconds")}::bigint * 1000 <= excluded.last_request
      returning id
    )
    select true as ok, 0 as "retryAfter" from taken
    union all
    select false, greatest(1, ceil((r.last_request + span - now) / 1000.0))::int
    from rate_limits r, clock
    where r.key = ${given("key")} and not exists (select from taken)`,
);

const extended = statement(
  "limits_extend",
  sql`update rate_limits set last_request = last_request + ${given("seconds")}::bigint * 1000 where key = ${given("key")}`,
);

/**
 * Counts one use of `key`, of at most `max` in a window of `seconds` that begins with the first.
 * @returns not ok, and the seconds until the window ends, once they are used up.
 */
export async function take(
  key: string,
  { max, seconds }: { max: number; seconds: number },
): Promise<{ ok: true } | { ok: false; retryAfter: number }> {
  const [row] = await taken({ key, max, seconds });
  if (row?.ok) return { ok: true };
  // A key that others have just made and used up at once is not in sight yet.
  return { ok: false, retryAfter: row?.retryAfter ?? seconds };
}

/** Makes the present window of `key` end so many seconds later. */
export async function extend(key: string, seconds: number): Promise<void> {
  await extended({ key, seconds });
}

import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { given, statement } from "@/db/statement";

/** At most `max` uses of `key` in a window of `seconds`, which begins with the first. `amount` is how many one call takes, 1 unless said. */
export type Limit = { key: string; max: number; seconds: number; amount?: number };

/** Uses that were counted: what `give` takes back. `at` is when their window began. */
export type Taken = { key: string; at: string; amount: number };

type Row = { key: string; amount: number; ok: boolean; at: string | null; retryAfter: number; isAhead: boolean };

const wanted = sql`
  clock as (
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now
  ), wanted as (
    select * from unnest(${given("keys")}::text[], ${given("maxima")}::int[], ${given("seconds")}::int[], ${given("amounts")}::int[])
      as w (key, max, seconds, amount)
  )`;

const wantedOf = (column: string) => sql.raw(`(select w.${column} from wanted w where w.key = excluded.key)`);
const isOver = sql`excluded.last_request - r.last_request >= ${wantedOf("seconds")} * 1000::bigint`;

/** How long until the window ends. One that has not begun yet was written before the clock was set back: it begins now. */
const rest = sql`greatest(1, ceil(w.seconds - greatest(now - r.last_request, 0) / 1000.0))::int`;

const taken = statement<Row>(
  "limits_take",
  sql`
    with ${wanted}, taken as (
      insert into rate_limits as r (key, count, last_request)
      select key, amount, now from wanted, clock where amount <= max order by key
      on conflict (key) do update set
        count = case when ${isOver} then excluded.count else r.count + excluded.count end,
        last_request = case when ${isOver} then excluded.last_request else least(r.last_request, excluded.last_request) end
      where ${isOver} or r.count + excluded.count <= ${wantedOf("max")}
      returning key, last_request
    )
    select w.key, w.amount, t.key is not null as ok, t.last_request as at, coalesce(r.last_request > now, false) as "isAhead",
      -- A key that others have just made and used up at once is not in sight yet.
      coalesce(${rest}, w.seconds) as "retryAfter"
    from wanted w cross join clock left join taken t using (key) left join rate_limits r using (key)`,
);

const given_ = statement(
  "limits_give",
  sql`
    with held as (
      select r.key, g.amount
      from unnest(${given("keys")}::text[], ${given("ats")}::bigint[], ${given("amounts")}::int[]) as g (key, at, amount)
      -- Of callers who come at once the earliest says when the window began, so it may have moved back since.
      join rate_limits r on r.key = g.key and r.last_request <= g.at
      -- In the order in which they are taken: two callers never wait for each other.
      order by r.key for update of r
    )
    update rate_limits r set count = greatest(r.count - held.amount, 0) from held where r.key = held.key`,
);

const awaited = statement<{ seconds: number; isAhead: boolean }>(
  "limits_wait",
  sql`
    with ${wanted}
    select ${rest} as seconds, r.last_request > now as "isAhead" from wanted w cross join clock join rate_limits r using (key)
    where r.count + w.amount > w.max and now - r.last_request < w.seconds * 1000::bigint`,
);

/** So seldom that it may look at every row: only a clock that was set back leaves any to be found. */
async function beginAnew(): Promise<void> {
  await db.execute(sql`
    with clock as materialized (
      select (extract(epoch from clock_timestamp()) * 1000)::bigint as now
    ), held as (
      select key, now from rate_limits, clock where last_request > now order by key for update of rate_limits
    )
    update rate_limits r set last_request = held.now from held where r.key = held.key`);
}

const values = (limits: Limit[]) => ({
  keys: limits.map(({ key }) => key),
  maxima: limits.map(({ max }) => max),
  seconds: limits.map(({ seconds }) => seconds),
  amounts: limits.map(({ amount = 1 }) => amount),
});

/**
 * Counts one use under several limits: under all of them, or none. By the database's clock, for all processes together. Where that
 * clock was set back, a window that is under way begins anew with its count, so nobody waits longer than it lasts, or gets it twice.
 * @returns what was counted; or not ok, and in how many seconds the last of the windows that are full ends.
 */
export async function takeAll(
  limits: Limit[],
): Promise<{ ok: true; taken: Taken[] } | { ok: false; retryAfter: number }> {
  const rows = await taken(values(limits));
  const counted = rows.flatMap(({ key, at, amount }) => (at === null ? [] : [{ key, at, amount }]));
  const refused = rows.filter(({ ok }) => !ok);
  if (refused.length === 0) return { ok: true, taken: counted };
  if (counted.length > 0) await give(counted);
  if (refused.some(({ isAhead }) => isAhead)) await beginAnew();
  return { ok: false, retryAfter: Math.max(...refused.map(({ retryAfter }) => retryAfter)) };
}

/** The same under one limit, for good. */
export async function take(
  key: string,
  limit: Omit<Limit, "key">,
): Promise<{ ok: true } | { ok: false; retryAfter: number }> {
  const counted = await takeAll([{ key, ...limit }]);
  return counted.ok ? { ok: true } : counted;
}

/** Takes uses back, as if they had never been; nothing where their window has ended meanwhile. */
export async function give(uses: Taken[]): Promise<void> {
  await given_({
    keys: uses.map(({ key }) => key),
    ats: uses.map(({ at }) => at),
    amounts: uses.map(({ amount }) => amount),
  });
}

/** In how many seconds the limit lets someone through again; 0 is at once. Counts nothing. */
export async function wait(limit: Limit): Promise<number> {
  const [row] = await awaited(values([limit]));
  if (row?.isAhead) await beginAnew();
  return row?.seconds ?? 0;
}

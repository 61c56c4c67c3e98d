import "server-only";
import { sql } from "drizzle-orm";
import { given, statement } from "@/db/statement";

/** What a request was answered with. */
export type RecordedAnswer = { status: number; location: string | null; body: unknown };

type Row = {
  id: string;
  isOurs: boolean;
  fingerprint: string;
  status: number | null;
  location: string | null;
  body: unknown;
};

const begun = statement<Row>(
  "requests_begin",
  sql`
    with ours as (
      insert into requests as r (user_id, key, fingerprint)
      values (${given("userId")}, ${given("key")}, ${given("fingerprint")})
      -- Given up, or left behind by a process that died: a request takes no minute. The same request keeps its id, for what it made
      -- may have been kept.
      on conflict (user_id, key) do update
        set id = case when r.fingerprint = excluded.fingerprint then r.id else excluded.id end,
          fingerprint = excluded.fingerprint, status = null, location = null, body = null, deleted_at = null, created_at = now()
        where r.deleted_at is not null or (r.status is null and r.created_at < now() - interval '1 minute')
      returning id, true as is_ours, fingerprint, status, location, body
    )
    select id, is_ours as "isOurs", fingerprint, status, location, body from ours
    union all
    select id, false, fingerprint, status, location, body from requests
    where user_id = ${given("userId")} and key = ${given("key")} and not exists (select from ours)`,
);

const finished = statement(
  "requests_finish",
  sql`
    update requests set status = ${given("status")}::int, location = ${given("location")}, body = ${given("body")}::jsonb
    where user_id = ${given("userId")} and key = ${given("key")} and status is null and deleted_at is null`,
);

const abandoned = statement(
  "requests_abandon",
  sql`
    update requests set deleted_at = now()
    where user_id = ${given("userId")} and key = ${given("key")} and status is null and deleted_at is null`,
);

/**
 * Claims an `Idempotency-Key`.
 * @param fingerprint SHA-256 of method, path and body, in hexadecimal.
 * @returns `begun`: answer it, and say `finish` or `abandon`; `busy`: another is at it; `mismatch`: the key was used for something
 * else; or the `answer` that was given. `begun` is the claim's id. A second claim of the same request, after a process that died
 * before it could say either, gets the same one: what a request makes has this id, and so is made once.
 */
export async function begin(
  userId: string,
  { key, fingerprint }: { key: string; fingerprint: string },
): Promise<{ begun: string } | { busy: true } | { mismatch: true } | { answer: RecordedAnswer }> {
  const [row] = await begun({ userId, key, fingerprint });
  if (row?.isOurs) return { begun: row.id };
  // A claim that was made while this one waited is not in sight yet.
  if (!row) return { busy: true };
  const { status, location, body } = row;
  if (row.fingerprint !== fingerprint) return { mismatch: true };
  return status === null ? { busy: true } : { answer: { status, location, body } };
}

/** Keeps the answer for the next request with the same key. */
export async function finish(
  userId: string,
  { key, body, ...answer }: RecordedAnswer & { key: string },
): Promise<void> {
  await finished({ userId, key, ...answer, body: body === null ? null : JSON.stringify(body) });
}

/** Gives the key back: nothing was done, and the next request with it may try. */
export async function abandon(userId: string, { key }: { key: string }): Promise<void> {
  await abandoned({ userId, key });
}

import "server-only";
import DataLoader from "dataloader";
import { and, desc, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { ifWritable } from "@/db/outage";
import { asNobody, currentRequest, noteFailure } from "@/db/request-context";
import { SESSION_LIFETIME } from "@/db/retention";
import { sessions, type users } from "@/db/schema/users";
import { given, statement } from "@/db/statement";

const DAY = 24 * 60 * 60;

const alive = gt(sessions.expiresAt, sql`now()`);

/** Whom a session speaks for. */
export type User = Pick<
  typeof users.$inferSelect,
  "id" | "name" | "email" | "isAnonymous" | "timeZone" | "locale" | "weekStart" | "preferences"
>;

type Row = User & { token: string; isDue: boolean };

const select = (which: SQL) => sql`
  select s.token, s.expires_at < now() + ${sql.raw(`interval '${SESSION_LIFETIME - DAY} seconds'`)} as "isDue", u.id, u.name, u.email, u.is_anonymous as "isAnonymous",
    u.time_zone as "timeZone", u.locale, u.week_start as "weekStart", u.preferences
  from sessions s join users u on u.id = s.user_id
  where ${which} and s.expires_at > now() and u.deleted_at is null`;

const findOne = statement<Row>("sessions_find", select(sql`s.token = ${given("token")}`));
/** Planned anew each time, which takes twice as long as the other one. */
const findMany = statement<Row>("sessions_find_many", select(sql`s.token = any(${given("tokens")}::text[])`));

/** `isDue`: a day of its life is over, and it may be prolonged. The database says so, by the clock that ends it. */
type Found = { isDue: boolean; user: User };

/** Every request asks this. Those that arrive in one turn of the event loop ask together; nothing is kept for the next turn. */
const loader = new DataLoader<string, Found | undefined>(
  async (asked) => {
    const tokens = [...new Set(asked)];
    // Several users may wait for this: it is nobody's.
    const rows = await asNobody(() => (tokens.length === 1 ? findOne({ token: tokens[0] }) : findMany({ tokens })));
    const found = new Map(rows.map(({ token, isDue, ...user }) => [token, { isDue, user }]));
    return asked.map((token) => found.get(token));
  },
  { cache: false, batchScheduleFn: setImmediate },
);

/** The living session with this token and the living user that it belongs to. */
export async function find(token: string): Promise<Found | undefined> {
  try {
    return await loader.load(token);
  } catch (error) {
    noteFailure(currentRequest(), error);
    throw error;
  }
}

/** Lets a living session live its whole life again, from now on; where nothing can be saved at present, some other time. */
export async function prolong(token: string): Promise<void> {
  const expiresAt = sql`now() + make_interval(secs => ${SESSION_LIFETIME})`;
  await ifWritable(
    db
      .update(sessions)
      .set({ expiresAt })
      .where(and(eq(sessions.token, token), alive)),
  );
}

/** Where the user is signed in, last used first; `current` is the one with this token. Tokens stay here. */
export async function list(userId: string, { token }: { token: string | undefined }) {
  return db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ipAddress: sessions.ipAddress,
      createdAt: sessions.createdAt,
      current: sql<boolean>`${sessions.token} = ${token ?? ""}`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), alive))
    .orderBy(desc(sql`${sessions.token} = ${token ?? ""}`), desc(sessions.updatedAt));
}

export type Session = Awaited<ReturnType<typeof list>>[number];

/** Signs the user out of the oldest sessions, so that no more than `most` are left; never of the one with this token. */
export async function endOldest(userId: string, { token, most }: { token: string; most: number }): Promise<void> {
  const mine = and(eq(sessions.userId, userId), ne(sessions.token, token));
  const oldest = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(mine)
    .orderBy(desc(sessions.updatedAt), desc(sessions.id))
    .offset(most - 1);
  await db.delete(sessions).where(and(mine, inArray(sessions.id, oldest)));
}

/** Signs one session of the user out, at once. */
export async function end(userId: string, { id }: { id: string }) {
  const [ended] = await db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
    .returning({ id: sessions.id });
  return ended;
}

/** Signs the user out everywhere but in the session with this token; answers how many that were. */
export async function endOthers(userId: string, { token }: { token: string }): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.token, token)))
    .returning({ id: sessions.id });
  return ended.length;
}

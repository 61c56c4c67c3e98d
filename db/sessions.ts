import "server-only";
import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, type users } from "@/db/schema/users";
import { given, statement } from "@/db/statement";

/** How long a session lives after it was last used, in seconds. */
export const LIFETIME = 60 * 24 * 60 * 60;

const alive = gt(sessions.expiresAt, sql`now()`);

/** Whom a session speaks for. */
export type User = Pick<
  typeof users.$inferSelect,
  "id" | "name" | "email" | "isAnonymous" | "timeZone" | "locale" | "weekStart"
>;

/** Every request asks this. */
const found = statement<User & { expiresAt: string }>(
  "sessions_find",
  sql`
    select s.expires_at as "expiresAt", u.id, u.name, u.email, u.is_anonymous as "isAnonymous",
      u.time_zone as "timeZone", u.locale, u.week_start as "weekStart"
    from sessions s join users u on u.id = s.user_id
    where s.token = ${given("token")} and s.expires_at > now() and u.deleted_at is null`,
);

/** The living session with this token and the living user that it belongs to. */
export async function find(token: string): Promise<{ expiresAt: Date; user: User } | undefined> {
  const [row] = await found({ token });
  if (!row) return undefined;
  const { expiresAt, ...user } = row;
  return { expiresAt: new Date(expiresAt), user };
}

/** Lets a living session live its whole life again, from now on. */
export async function prolong(token: string): Promise<void> {
  await db
    .update(sessions)
    .set({ expiresAt: sql`now() + make_interval(secs => ${LIFETIME})` })
    .where(and(eq(sessions.token, token), alive));
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

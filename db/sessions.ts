import "server-only";
import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/users";

/** How long a session lives after it was last used, in seconds. */
export const LIFETIME = 60 * 24 * 60 * 60;

const alive = gt(sessions.expiresAt, sql`now()`);

/** One statement, prepared: every request asks this. */
const findByToken = db
  .select({
    expiresAt: sessions.expiresAt,
    user: {
      id: users.id,
      name: users.name,
      email: users.email,
      isAnonymous: users.isAnonymous,
      timeZone: users.timeZone,
      locale: users.locale,
      weekStart: users.weekStart,
    },
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .where(and(eq(sessions.token, sql.placeholder("token")), alive, isNull(users.deletedAt)))
  .prepare("sessions_find");

/** The living session with this token and the living user that it belongs to. */
export async function find(token: string) {
  const [session] = await findByToken.execute({ token });
  return session;
}

/** Whom a session speaks for. */
export type User = NonNullable<Awaited<ReturnType<typeof find>>>["user"];

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

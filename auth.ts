import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { COOKIE_ATTRIBUTES, SESSION_COOKIE, sessionCookie } from "@/auth/cookies";
import * as pace from "@/db/pace";
import { identify } from "@/db/request-context";
import { SESSION_LIFETIME } from "@/db/retention";
import * as sessions from "@/db/sessions";

export type { User } from "@/db/sessions";

/**
 * Who sent this request, or `undefined` for a visitor. For pages, actions and route handlers; asks once per request, and counts it:
 * whatever the door, one user asks only so often.
 *
 * One prepared statement, because it stands before every page and every call: 0.1 ms, where Better Auth's own `getSession` takes
 * 1.2. Nothing is cached, so a revoked session and a deleted user are gone with the next request. What the rest of the request asks
 * the database for counts as this user's.
 * @throws Limited
 */
export const currentUser = cache(async (): Promise<sessions.User | undefined> => {
  const token = await currentToken();
  if (!token) return undefined;
  await connection(); // a prefetch stops here: what follows is true at one moment only
  const session = await sessions.find(token);
  if (!session) return undefined;
  identify(session.user.id);
  pace.request(session.user.id);
  if (session.isDue) await prolong(token);
  return session.user;
});

/** Who sent this request; a visitor is sent to sign in. Throws as `currentUser` does. */
export async function requireUser(): Promise<sessions.User> {
  return (await currentUser()) ?? redirect("/sign-in");
}

/** The token of the session cookie, when its signature is ours. */
export async function currentToken(): Promise<string | undefined> {
  return sessionCookie((await cookies()).getAll())?.token;
}

/** Once a day, where a cookie can be set at all: a page cannot, so cookie and row live on together from the next action. */
async function prolong(token: string): Promise<void> {
  const jar = await cookies();
  const value = sessionCookie(jar.getAll())?.value ?? "";
  try {
    jar.set(SESSION_COOKIE, value, { ...COOKIE_ATTRIBUTES, maxAge: SESSION_LIFETIME });
  } catch {
    return;
  }
  await sessions.prolong(token);
}

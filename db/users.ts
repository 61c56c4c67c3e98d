import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { hasCode } from "@/db/error-code";
import { line } from "@/db/fields";
import { insist } from "@/db/insist";
import { changes } from "@/db/schema/changes";
import { messages } from "@/db/schema/conversations";
import { taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { accounts, users } from "@/db/schema/users";
import { unhurried } from "@/db/statement-timeout";
import { presentZone } from "@/language/time-zone";

const name = line(100);

/** A time zone by any name that it has or had, as its present one. */
const timeZone = z.string().transform((zone, context) => {
  const present = presentZone(zone);
  if (present) return present;
  context.addIssue("We don’t know that time zone.");
  return z.NEVER;
});

const locale = z
  .string()
  .max(35)
  .transform((tag, context) => {
    try {
      return new Intl.Locale(tag).toString();
    } catch {
      context.addIssue("This isn’t a valid language tag.");
      return z.NEVER;
    }
  });

/** Where a browser says that it is; what cannot be used falls back to the defaults, because nobody typed it. */
export const placeInput = z.object({
  timeZone: timeZone.catch("UTC"),
  locale: locale.catch("en-GB"),
});

/** The same, of whatever a request came with. */
export const placeOf = (body: unknown) => placeInput.parse({ ...Object(body) });

export const signUpInput = placeInput.extend({
  name,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email("Enter an email address, such as ada@example.com.").max(254, "Use at most 254 characters.")),
  password: z.string(),
});

export const changeInput = z
  .object({ name, timeZone, locale, weekStart: z.coerce.number().int().min(0).max(6) })
  .partial();

/** PostgreSQL's `unique_violation`. */
const TAKEN = new Set(["23505"]);

/**
 * Makes an account. A guest who asked for it stays one: what they have comes along when they sign in.
 * @param input `password` is the hash.
 * @returns whether it was made; not when the e-mail address has an account already, which is left as it is.
 */
export async function signUp({ password, ...person }: z.output<typeof signUpInput>): Promise<boolean> {
  try {
    return await db.transaction(async (tx) => {
      const [user] = await tx.insert(users).values(person).returning({ id: users.id });
      if (!user) return false;
      await tx.insert(accounts).values({ userId: user.id, accountId: user.id, providerId: "credential", password });
      return true;
    });
  } catch (error) {
    if (hasCode(error, TAKEN)) return false;
    throw error;
  }
}

const isCredential = eq(accounts.providerId, "credential");

/** Whose account has this address, written as `signUpInput` leaves it, and the hash of its password. */
export async function credential(email: string): Promise<{ userId: string; password: string } | undefined> {
  const [row] = await db
    .select({ userId: users.id, password: accounts.password })
    .from(users)
    .innerJoin(accounts, and(eq(accounts.userId, users.id), isCredential))
    .where(and(eq(sql`lower(${users.email})`, email), isNull(users.deletedAt)));
  return row?.password ? { userId: row.userId, password: row.password } : undefined;
}

/** Keeps a newer hash of the same password. @returns whether that is stored now; not when the password was changed meanwhile. */
export async function rehash(userId: string, { from, to }: { from: string; to: string }): Promise<boolean> {
  const { rowCount } = await db
    .update(accounts)
    .set({ password: to })
    .where(and(eq(accounts.userId, userId), isCredential, eq(accounts.password, from)));
  return rowCount === 1;
}

/** Changes what the user set about themselves. */
export async function change(userId: string, input: z.output<typeof changeInput>) {
  if (Object.keys(input).length === 0) return { id: userId }; // a form sent as it was
  const [user] = await db
    .update(users)
    .set(input)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
    .returning({ id: users.id });
  return user;
}

/** How many rows a statement takes. All of a hundred thousand tasks at once would need longer than the server gives it. */
const BATCH = 10_000;

/**
 * Removes the user and every row of theirs, for good: the many in parts, the rest by the foreign keys' cascades. All or nothing.
 * The newest go first, for what follows a row, or takes it back, would go along with it, one within the other.
 */
export const erase = (userId: string): Promise<void> => unhurried(() => eraseAll(userId));

async function eraseAll(userId: string): Promise<void> {
  await insist(() =>
    db.transaction(async (tx) => {
      for (const table of [changes, taskTags, tasks, messages]) {
        const own = tx.select({ id: table.id }).from(table).where(eq(table.userId, userId));
        const newest = own.orderBy(desc(table.id)).limit(BATCH);
        const remove = () => tx.delete(table).where(inArray(table.id, newest));
        while ((await remove()).rowCount);
      }
      await tx.delete(users).where(eq(users.id, userId));
    }),
  );
}

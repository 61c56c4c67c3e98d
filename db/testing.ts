import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";

/** A new user's row, with what a test wants to be particular about. */
export async function aUser(particulars: Partial<typeof users.$inferInsert> = {}) {
  const person = { name: "Ada", email: `${randomUUID()}@example.com`, timeZone: "Europe/London", ...particulars };
  const [user] = await db.insert(users).values(person).returning();
  if (!user) throw new Error("The user was not kept.");
  return user;
}

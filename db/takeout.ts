import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { conversations, messages } from "@/db/schema/conversations";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { users } from "@/db/schema/users";

/** Everything of the user's own making, the trash included, as it is kept: what they may take along when they go. */
export async function takeout(userId: string) {
  return db.transaction(
    async (tx) => {
      const [user] = await tx.select().from(users).where(eq(users.id, userId));
      return {
        takenAt: new Date(),
        user,
        tasks: await tx
          .select()
          .from(tasks)
          .where(eq(tasks.userId, userId))
          .orderBy(asc(tasks.position), asc(tasks.id)),
        tags: await tx.select().from(tags).where(eq(tags.userId, userId)).orderBy(asc(tags.id)),
        taskTags: await tx.select().from(taskTags).where(eq(taskTags.userId, userId)).orderBy(asc(taskTags.id)),
        conversations: await tx
          .select()
          .from(conversations)
          .where(eq(conversations.userId, userId))
          .orderBy(asc(conversations.id)),
        messages: await tx
          .select()
          .from(messages)
          .where(eq(messages.userId, userId))
          .orderBy(asc(messages.conversationId), asc(messages.createdAt), asc(messages.id)),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

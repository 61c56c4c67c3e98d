import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import type { ClientBase } from "pg";
import { changes, requests } from "@/db/schema/changes";
import { approvals, conversations, messages } from "@/db/schema/conversations";
import { tags, taskTags } from "@/db/schema/tags";
import { tasks } from "@/db/schema/tasks";
import { accounts, rateLimits, sessions, users, verifications } from "@/db/schema/users";

/** Text that a careless copy breaks; the first as a title may have it. */
const HARD_LINE = "comma, \\N, \\., \"quotes\", 'more', 🙂, שלום";
const HARD = `tab\t, line\nfeed, ${HARD_LINE}`;

/**
 * Puts rows into every table, some of them in the trash, some written more than once.
 * @param deletedAt when those in the trash were put there.
 */
export async function fill(client: ClientBase, deletedAt = new Date("2026-01-02T03:04:05.678Z")): Promise<void> {
  const db = drizzle({ client: client as never, casing: "snake_case" });
  const userId = randomUUID();
  const [parent, child, done, next, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [tag, goneTag, talk, goneTalk, change] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const now = Date.now();
  const tomorrow = new Date(now + 24 * 60 * 60 * 1_000);

  await db
    .insert(users)
    .values({ id: userId, name: "Ada", email: `${userId}@example.com`, preferences: { hinted: true } });
  await db.insert(sessions).values({ userId, token: randomUUID(), expiresAt: tomorrow });
  await db.insert(accounts).values({ userId, accountId: userId, providerId: "credential", password: HARD });
  await db.insert(verifications).values({ identifier: HARD, value: HARD, expiresAt: tomorrow });
  await db.insert(rateLimits).values({ key: randomUUID(), count: 1, lastRequest: now });

  await db.insert(tasks).values([
    {
      id: parent,
      userId,
      title: HARD_LINE,
      description: HARD,
      position: "a0",
      dueDate: "2026-11-22",
      dueTime: "17:00",
    },
    { id: done, userId, title: "Water", position: "a1", dueDate: "2026-11-20", completedAt: new Date(now) },
    { id: gone, userId, title: "Gone", position: "a2", deletedAt },
  ]);
  await db.insert(tasks).values([
    { id: child, userId, parentId: parent, title: "Child", position: "a0", deletedAt },
    { id: next, userId, followsId: done, title: "Water", position: "a1", dueDate: "2026-11-21", repeat: "FREQ=DAILY" },
    { userId, parentId: gone, title: "Gone child", position: "a0", deletedAt },
  ]);
  await db.insert(tags).values([
    { id: tag, userId, name: "home" },
    { id: goneTag, userId, name: "old", deletedAt },
  ]);
  await db.insert(taskTags).values([
    { userId, taskId: parent, tagId: tag },
    { userId, taskId: done, tagId: tag },
    { userId, taskId: parent, tagId: goneTag, deletedAt },
    { userId, taskId: next, tagId: tag, deletedAt },
  ]);

  await db.insert(conversations).values([
    { id: talk, userId, title: HARD_LINE },
    { id: goneTalk, userId, deletedAt },
  ]);
  for (const [conversationId, away] of [
    [talk, null],
    [goneTalk, deletedAt],
  ] as const) {
    const parts = [{ type: "text", text: HARD }];
    await db.insert(messages).values({ userId, conversationId, role: "user", parts, content: HARD, deletedAt: away });
    await db
      .insert(messages)
      .values({ userId, conversationId, role: "assistant", parts, unasked: { added: [HARD] }, deletedAt: away });
    const question = {
      approvalId: randomUUID(),
      toolCallId: randomUUID(),
      toolName: "delete_tasks",
      input: { HARD },
      plan: { HARD },
    };
    await db.insert(approvals).values({ userId, conversationId, ...question, deletedAt: away });
  }

  const write = { userId, who: "you", what: "add", noun: "task" } as const;
  await db.insert(changes).values([
    { ...write, id: change, subjectId: parent, after: { title: HARD_LINE, description: HARD }, createdAt: deletedAt },
    { ...write, subjectId: gone, after: { title: "Gone" }, createdAt: deletedAt },
    { ...write, noun: "tag", subjectId: goneTag, after: { name: "old" }, createdAt: deletedAt },
    { ...write, noun: "conversation", subjectId: goneTalk, after: { title: "New chat" }, createdAt: deletedAt },
  ]);
  await db.insert(changes).values({ ...write, what: "remove", subjectId: parent, before: {}, undoesId: change });
  await db.insert(requests).values({ userId, key: HARD, fingerprint: "0", status: 201, body: { HARD } });
  await db.update(tasks).set({ priority: "high" });
}

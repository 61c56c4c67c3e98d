import { randomUUID } from "node:crypto";
import * as approvals from "@/db/approvals";
import * as changes from "@/db/changes";
import { db } from "@/db/client";
import * as conversations from "@/db/conversations";
import * as messages from "@/db/messages";
import { sessions } from "@/db/schema/users";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { turn } from "@/db/testing-changes";
import { aConversation, says } from "@/db/testing-conversations";
import { aTask } from "@/db/testing-tasks";

/** Stands in every text of a household that is given it: what another user must never read. */
export const SECRET = "my-secret";

/** A user with something of every kind, alive and in the trash. @returns the user, and the ids by what they are of. */
export async function aHousehold(word = SECRET) {
  const user = await aUser({ name: `Ada ${word}` });
  const by = turn();
  const text = (what: string) => `${what} ${word}`;
  const [name, goneName] = [text("home"), text("gone")];

  const task = await aTask(user.id, { title: text("Task"), description: text("Notes"), tags: [name] }, by);
  const subtask = await aTask(user.id, { title: text("Subtask"), parentId: task.id }, by);
  const completed = await aTask(user.id, { title: text("Done") }, by);
  await tasks.complete(user.id, { id: completed.id }, by);
  const deletedTask = await aTask(user.id, { title: text("Gone"), tags: [goneName] }, by);
  await tasks.remove(user.id, { id: deletedTask.id }, by);
  const [goneTag, tag] = await tags.list(user.id);
  await tags.remove(user.id, { id: goneTag?.id ?? "" }, by);

  const conversation = await aTalk(user.id, text("Talk"));
  const deletedConversation = await aTalk(user.id, text("Gone talk"));
  await conversations.remove(user.id, { id: deletedConversation.id }, by);
  const [change] = await changes.list(user.id, { turnId: by.turnId });
  const [session] = await db
    .insert(sessions)
    .values({ userId: user.id, token: randomUUID(), expiresAt: new Date(Date.now() + 86_400_000) })
    .returning();

  return {
    user,
    alive: {
      task: task.id,
      subtask: subtask.id,
      completed: completed.id,
      tag: tag?.id ?? "",
      conversation: conversation.id,
      message: conversation.message,
      change: change?.id ?? "",
      turn: by.turnId,
      session: session?.id ?? "",
      user: user.id,
    },
    deleted: { task: deletedTask.id, tag: goneTag?.id ?? "", conversation: deletedConversation.id },
  };
}

/** With one message, and one question that the assistant asked. */
async function aTalk(userId: string, title: string) {
  const { id: conversationId } = await aConversation(userId, title);
  const message = says(conversationId, title);
  await messages.save(userId, message);
  const question = { approvalId: randomUUID(), toolCallId: randomUUID(), toolName: "delete_tasks", input: { title } };
  await approvals.ask(userId, { conversationId, ...question });
  return { id: conversationId, message: message.id };
}

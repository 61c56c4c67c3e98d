import { randomUUID } from "node:crypto";
import type { aHousehold } from "@/db/testing-household";

export type Household = Awaited<ReturnType<typeof aHousehold>>;

type Sample = {
  /** Input that the door takes, about the asker's own things; the ids in it are replaced one at a time. */
  input?: (own: Household["alive"]) => object;
  /** Ids that the asker makes up for something new: that one "never existed" is the usual case. */
  names?: string[];
  /** Looks into the asker's own trash. */
  findsDeleted?: true;
};

const none: Sample = {};
const ids: Sample = { input: ({ task }) => ({ input: { ids: [task] } }) };
const id = (of: keyof Household["alive"]): Sample => ({ input: (own) => ({ input: { id: own[of] } }) });
const at = (of: keyof Household["alive"], body?: object): Sample => ({
  input: (own) => ({ address: { id: own[of] }, body }),
});

/** Every door by its name, with what to send to it. */
export const matrix: Record<string, Sample> = {
  "GET api/health": none,
  "GET (public)/goodbye": none,
  "GET (public)/welcome": none,
  "POST (public)/goodbye": none,
  "GET (app)/settings/export": none,
  "POST api/chat": {
    input: ({ conversation }) => ({
      body: {
        id: conversation,
        message: { id: randomUUID(), role: "user", parts: [{ type: "text", text: "Hello" }] },
      },
    }),
    names: ["body.id", "body.message.id", "body.keep.any.0"],
  },
  "POST api/chat/stop": { input: ({ conversation }) => ({ body: { id: conversation } }) },
  "GET api/v1/conversations": none,
  "POST api/v1/conversations": { input: () => ({ body: {} }), names: ["body.id"] },
  "GET api/v1/conversations/[id]": at("conversation"),
  "PATCH api/v1/conversations/[id]": at("conversation", { title: "Mine" }),
  "DELETE api/v1/conversations/[id]": at("conversation"),
  "POST api/v1/quick-add": { input: () => ({ body: { text: "Mine #home" } }) },
  "POST api/v1/conversations/[id]/restore": { ...at("conversation"), findsDeleted: true },
  "GET api/v1/tags": none,
  "POST api/v1/tags": { input: () => ({ body: { name: randomUUID() } }) },
  "GET api/v1/tags/[id]": at("tag"),
  "PATCH api/v1/tags/[id]": at("tag", { name: "mine" }),
  "DELETE api/v1/tags/[id]": at("tag"),
  "POST api/v1/tags/[id]/restore": { ...at("tag"), findsDeleted: true },
  "GET api/v1/tasks": { input: () => ({ query: { view: "all" } }) },
  "POST api/v1/tasks": { input: () => ({ body: { title: "Mine" } }) },
  "GET api/v1/tasks/[id]": at("task"),
  "PATCH api/v1/tasks/[id]": at("completed", { title: "Mine" }),
  "DELETE api/v1/tasks/[id]": at("task"),
  "GET api/v1/tasks/[id]/occurrences": at("task"),
  "POST api/v1/tasks/[id]/skip": at("task"),
  "PUT api/v1/tasks/[id]/completion": at("task"),
  "DELETE api/v1/tasks/[id]/completion": at("task"),
  "POST api/v1/tasks/[id]/restore": { ...at("task"), findsDeleted: true },

  "chat rename": { input: ({ conversation }) => ({ input: { id: conversation, title: "Mine" } }) },
  "chat remove": id("conversation"),
  "chat restore": { ...id("conversation"), findsDeleted: true },
  "tags add": { input: () => ({ input: { name: randomUUID() } }) },
  "tags change": { input: ({ tag }) => ({ input: { id: tag, name: "mine" } }) },
  "tags remove": id("tag"),
  "tags restore": { ...id("tag"), findsDeleted: true },
  "tasks add": { input: () => ({ input: { tasks: [{ title: "Mine" }] } }) },
  "tasks arrived": { input: ({ turn }) => ({ input: { ids: [turn] } }) },
  "tasks change": { input: ({ completed }) => ({ input: { id: completed, title: "Mine" } }) },
  "tasks changeMany": { input: ({ completed }) => ({ input: { ids: [completed], priority: "high" } }) },
  "tasks complete": ids,
  "tasks reopen": ids,
  "tasks remove": ids,
  "tasks skip": id("task"),
  "tasks restore": { ...ids, findsDeleted: true },
  "tasks redoLast": { input: ({ turn }) => ({ input: { except: [turn] } }) },
  "tasks undoChange": id("change"),
  "tasks undoLast": { input: ({ turn }) => ({ input: { except: [turn] } }) },
  "tasks undoTurn": id("turn"),
  "views sortView": { input: ({ tag }) => ({ input: { view: tag, sort: "priority" } }) },
  "views sortByHand": { input: ({ task, tag }) => ({ input: { view: tag, ids: [task] } }) },
  "views moveOverdue": { input: ({ tag }) => ({ input: { dueDate: "2026-11-01", tag } }) },
  "views dismissHint": { input: () => ({ input: {} }) },
  "account endSession": id("session"),
  // These take words, signed in or not; the tests in auth/ tell whom they let in.
  "account askForReset": none,
  "account changePassword": none,
  "account changeProfile": none,
  "account endOtherSessions": none,
  "account erase": none,
  "account resetPassword": none,
  "account signIn": none,
  "account signInAgain": none,
  "account signUp": none,
  "account tryIt": none,

  "tool add_tasks": { input: () => ({ tasks: [{ title: "Mine" }] }) },
  "tool change_tag": { input: ({ tag }) => ({ id: tag, name: "mine" }) },
  "tool change_tasks": { input: ({ completed }) => ({ tasks: [{ id: completed, title: "Mine" }] }) },
  "tool complete_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool delete_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool find_tasks": { input: () => ({ view: "all", limit: 20 }) },
  "tool list_tags": { input: () => ({}) },
  "tool reopen_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool restore_tag": { input: ({ tag }) => ({ id: tag }), findsDeleted: true },
  "tool restore_tasks": { input: ({ task }) => ({ ids: [task] }), findsDeleted: true },
  "tool skip_tasks": { input: ({ task }) => ({ ids: [task] }) },
  "tool undo_turn": { input: () => ({}) },
};

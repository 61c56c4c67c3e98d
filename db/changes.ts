import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { holdStack, ownTurns } from "@/db/changes/own-turns";
import type { Change, Outcome } from "@/db/changes/row";
import { steps } from "@/db/changes/stack";
import { db, type Transaction } from "@/db/client";
import * as conversation from "@/db/conversations/undo";
import { insist } from "@/db/insist";
import type { By } from "@/db/record";
import { type Connection, given, statement } from "@/db/statement";
import { unhurried } from "@/db/statement-timeout";
import * as tag from "@/db/tags/undo";
import { lockFamilies } from "@/db/tasks/lock";
import { gatherInTrash } from "@/db/tasks/remove";
import * as task from "@/db/tasks/undo";

export type { Change } from "@/db/changes/row";

const select = (where: SQL) => sql`
  select id, who, what, noun, subject_id as "subjectId", before, after, turn_id as "turnId", undoes_id as "undoesId",
    to_json(created_at) as "createdAt"
  from changes
  where user_id = ${given("userId")} and deleted_at is null and ${where}
  order by id`;

type Row = Omit<Change, "createdAt"> & { createdAt: string };
const found = statement<Row>("changes_find", select(sql`id = ${given("id")}`));
const listed = statement<Row>("changes_list_turn", select(sql`turn_id = ${given("turnId")}`));

const seen = statement<{ id: string }>(
  "changes_seen_turns",
  sql`
    select distinct turn_id as id from changes
    where user_id = ${given("userId")} and turn_id = any(${given("ids")}::uuid[])`,
);

/** A reply says whether its turn was taken back, so that a page that shows it need not look. */
const marked = statement(
  "changes_mark_turn",
  sql`
    update messages set metadata = metadata || '{"undone": true}'
    where user_id = ${given("userId")} and role = 'assistant' and metadata ->> 'turnId' = ${given("turnId")}`,
);

/** The same where an own step took back, or brought back, what the assistant had done in a turn. */
const remarked = statement(
  "changes_remark_turns",
  sql`
    update messages set metadata = case when ${given("undone")}::boolean then metadata || '{"undone": true}' else metadata - 'undone' end
    where user_id = ${given("userId")} and role = 'assistant' and metadata ->> 'turnId' in (
      select u.turn_id::text from changes c join changes u on u.user_id = c.user_id and u.id = c.undoes_id
      where c.user_id = ${given("userId")} and c.turn_id = ${given("turnId")} and u.who = 'assistant'
    )`,
);

const load = async (rows: Promise<Row[]>) =>
  (await rows).map((row) => ({ ...row, createdAt: new Date(row.createdAt) }) as Change);

/** What was written in one turn, oldest first. */
export async function list(userId: string, { turnId }: { turnId: string }, on?: Connection): Promise<Change[]> {
  return load(listed({ userId, turnId }, on));
}

/** Which of these turns have written something, whatever became of that since: for a browser that missed the answers. */
export async function seenTurns(userId: string, { ids }: { ids: string[] }): Promise<string[]> {
  return (await seen({ userId, ids })).map(({ id }) => id);
}

/** `undone` are the changes that were taken back; a conflict says in a sentence what stands in the way, and nothing was written. */
export type Undone = { undone: Change[] } | { conflict: string };

/**
 * Takes one change back, no matter who made it: what was added goes to the trash, what went there comes back, what was completed opens
 * again, and fields become what they were. Only what the change had changed is touched, so other edits made since are kept; where
 * one of the same fields was changed since, it is refused. The undo is a change itself, and undoing it is redoing. Asked for
 * once more in the same turn, it answers as before and does nothing.
 */
export async function undo(userId: string, { id }: { id: string }, by: By): Promise<Undone | undefined> {
  return unhurried(() => takeBack((tx) => load(found({ userId, id }, tx)), userId, by));
}

/**
 * Takes back all that was written in one turn, the newest first: all of it or nothing.
 * @param only the ids of the changes to take back, where it shall not be all of them.
 */
export async function undoTurn(
  userId: string,
  { turnId, only }: { turnId: string; only?: string[] },
  by: By,
): Promise<Undone | undefined> {
  const read = async (tx: Transaction) => {
    const written = await list(userId, { turnId }, tx);
    const wanted = only ? written.filter(({ id }) => only.includes(id)) : written;
    if (wanted.length === written.length) await marked({ userId, turnId }, tx);
    return wanted;
  };
  return unhurried(() => takeBack(read, userId, by));
}

/**
 * `step` is what was written in the turn that was made first, whichever way it goes now. A conflict names that turn's id as `root`, for
 * the next one to go past it.
 */
export type Stepped = { undone: Change[]; step: Change[] } | { conflict: string; root: string };

/**
 * Takes back the user's own last turn, in whatever tab or on whatever device it was made. Asked for once more in the same turn, it answers
 * as before and does nothing.
 * @param except ids of turns that could not be taken back.
 * @returns undefined when there is nothing to take back.
 */
export async function undoLast(userId: string, { except = [] }: { except?: string[] }, by: By) {
  return takeStep("undo", userId, except, by);
}

/** Makes again what the user undid last, unless they did something else since; as `undoLast` does. */
export async function redoLast(userId: string, { except = [] }: { except?: string[] }, by: By) {
  return takeStep("redo", userId, except, by);
}

async function takeStep(way: "undo" | "redo", userId: string, except: string[], by: By): Promise<Stepped | undefined> {
  let root = "";
  const outcome = await takeBack(
    async (tx) => {
      await holdStack(userId, tx);
      const turns = await ownTurns(userId, tx);
      // Where this very turn was said before, it is about what came before it then.
      const said = turns.findIndex(({ id }) => id === by.turnId);
      const step = steps(said < 0 ? turns : turns.slice(0, said), except)[way];
      if (!step) return [];
      root = step.root;
      await remarked({ userId, turnId: root, undone: way === "redo" }, tx);
      return list(userId, { turnId: step.turn }, tx);
    },
    userId,
    by,
  );
  if (!outcome) return undefined;
  return "conflict" in outcome ? { ...outcome, root } : { ...outcome, step: await list(userId, { turnId: root }) };
}

/** Thrown to roll a transaction back, and caught at once. */
class Conflict extends Error {}

async function takeBack(
  read: (tx: Transaction) => Promise<Change[]>,
  userId: string,
  by: By,
): Promise<Undone | undefined> {
  try {
    return await insist(() =>
      db.transaction(async (tx) => {
        const changes = await read(tx);
        if (changes.length === 0) return undefined;
        // All at once, in the order in which everybody takes them: one by one, newest first, would go against it.
        await lockFamilies(userId, tasksOf(changes), tx);
        const before = await takenBack(userId, changes, by, tx);
        if (before.length > 0) return { undone: before };
        const undone: Change[] = [];
        for (const change of changes.reverse()) {
          const outcome = await undoOne(userId, change, by, tx);
          if (typeof outcome === "object") throw new Conflict(outcome.conflict);
          if (outcome === "done") undone.push(change);
        }
        const added = tasksOf(undone.filter(({ before }) => before === null));
        if (added.length > 1) await gatherInTrash(userId, added, tx);
        return undone.length > 0 ? { undone } : { conflict: "Everything is already back as it was." };
      }),
    );
  } catch (error) {
    if (error instanceof Conflict) return { conflict: error.message };
    throw error;
  }
}

/** Those of `changes` that the turn of `by` has taken back already: it may ask again, when it did not hear the answer. */
async function takenBack(userId: string, changes: Change[], { turnId }: By, tx: Transaction): Promise<Change[]> {
  const undoing = turnId ? await list(userId, { turnId }, tx) : [];
  const undone = new Set(undoing.map(({ undoesId }) => undoesId));
  return changes.filter(({ id }) => undone.has(id));
}

const tasksOf = (changes: Change[]) => changes.flatMap(({ noun, subjectId }) => (noun === "task" ? [subjectId] : []));

function undoOne(userId: string, change: Change, by: By, tx: Transaction): Promise<Outcome> {
  const undoing = { ...by, undoesId: change.id };
  if (change.noun === "task") return task.undo(userId, change, undoing, tx);
  if (change.noun === "tag") return tag.undo(userId, change, undoing, tx);
  return conversation.undo(userId, change, undoing, tx);
}

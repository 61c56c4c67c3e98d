import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Change, Outcome } from "@/db/changes/row";
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

/** A reply says whether its turn was taken back, so that whoever shows it need not look. */
const marked = statement(
  "changes_mark_turn",
  sql`
    update messages set metadata = metadata || '{"undone": true}'
    where user_id = ${given("userId")} and role = 'assistant' and metadata ->> 'turnId' = ${given("turnId")}`,
);

const load = async (rows: Promise<Row[]>) =>
  (await rows).map((row) => ({ ...row, createdAt: new Date(row.createdAt) }) as Change);

/** What was written in one turn, oldest first. */
export async function list(userId: string, { turnId }: { turnId: string }, on?: Connection): Promise<Change[]> {
  return load(listed({ userId, turnId }, on));
}

/** `undone` are the changes that were taken back; a conflict says in a sentence what stands in the way, and nothing was written. */
export type Undone = { undone: Change[] } | { conflict: string };

/**
 * Takes one change back, whoever made it: what was added goes to the trash, what went there comes back, what was completed opens
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
        return undone.length > 0 ? { undone } : { conflict: "Everything is as it was before already." };
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

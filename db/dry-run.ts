import "server-only";
import { MOST_ROWS } from "@/db/fields";
import { insist } from "@/db/insist";
import { orNothing } from "@/db/or-nothing";
import * as touched from "@/db/touched";

export type { Row } from "@/db/touched";

/** Something that would be changed: how it is, null where it is not there yet, and how it would be, null where it would be gone. */
export type Change = {
  [Noun in touched.Row["noun"]]: ChangeOf<Extract<touched.Row, { noun: Noun }>>;
}[touched.Row["noun"]];
type ChangeOf<Row extends touched.Row> = Pick<Row, "noun" | "id" | "isWritten" | "followsId"> & {
  before: Row["row"] | null;
  after: Row["row"] | null;
};

/** More would be changed than can be told row by row. */
export class TooManyRows extends Error {
  override readonly name = "TooManyRows";
  override readonly message = `This would change more than ${MOST_ROWS.toLocaleString("en")} rows.`;
}

/** What operations came to, and every row that they touched, as it is then; `gone` are ids of those that are not there any more. */
export type Measured<Outcome> = { outcome: Outcome; rows: touched.Row[]; gone: string[] };

/**
 * Runs operations as they are and rolls them back. Nothing of it stays, even if the process is killed on the way; the rows are
 * locked until it is over.
 * @param act runs again where another write was quicker in the very same moment.
 * @returns what `act` came to, and every row of the user's that looks different then: of a family each task, next occurrences, tags
 * that are made on the way, tasks that show a tag that is renamed. `unchanged` were written to and look as before.
 * @throws TooManyRows for more than 5,000.
 */
export async function dryRun<Outcome>(
  userId: string,
  act: () => Promise<Outcome>,
): Promise<{ outcome: Outcome; changes: Change[]; unchanged: string[] }> {
  const { outcome, rows, noted } = await insist(() =>
    orNothing(
      () => measure(userId, act),
      () => true,
    ),
  );
  const isNew = new Set(rows.flatMap((row) => (row.isNew ? [row.id] : [])));
  const before = await touched.rows(
    userId,
    noted.filter(([, id]) => !isNew.has(id)),
  );
  const pairs = pair(before, rows);
  const changes = pairs.filter(({ before, after }) => look(before) !== look(after));
  const changed = new Set(changes.map(({ id }) => id));
  return { outcome, changes, unchanged: pairs.flatMap(({ id }) => (changed.has(id) ? [] : [id])) };
}

/**
 * Runs operations in one transaction and commits only if `allows` agrees to the rows that they really wrote.
 * @param act runs again, and `allows` after it, where another write was quicker in the very same moment.
 * @throws TooManyRows for more than 5,000; nothing is written then.
 */
export async function commitIf<Outcome>(
  userId: string,
  act: () => Promise<Outcome>,
  allows: (measured: Measured<Outcome>) => Promise<boolean>,
): Promise<Measured<Outcome> & { isAllowed: boolean }> {
  return insist(() =>
    orNothing(
      async () => {
        const measured = await measure(userId, act);
        return { ...measured, isAllowed: await allows(measured) };
      },
      ({ isAllowed }) => !isAllowed,
    ),
  );
}

async function measure<Outcome>(userId: string, act: () => Promise<Outcome>) {
  await touched.begin();
  const outcome = await act();
  const written = await touched.now(userId);
  if (written.rows.length > MOST_ROWS) throw new TooManyRows();
  const there = new Set(written.rows.map(({ id }) => id));
  return { outcome, ...written, gone: written.noted.flatMap(([, id]) => (there.has(id) ? [] : [id])) };
}

function pair(before: touched.Row[], after: touched.Row[]): Change[] {
  const was = new Map(before.map((each) => [each.id, each]));
  const is = new Map(after.map((each) => [each.id, each]));
  return [...new Map([...was, ...is]).values()].map(
    ({ noun, id, isWritten, followsId }) =>
      ({ noun, id, isWritten, followsId, before: was.get(id)?.row ?? null, after: is.get(id)?.row ?? null }) as Change,
  );
}

/** How a row looks, apart from when and how often it was written; when it was completed or deleted makes no difference either. */
function look(row: touched.Row["row"] | null): string {
  if (!row) return "";
  const { version: _, createdAt: __, updatedAt: ___, ...seen } = row;
  const instants = {
    deletedAt: row.deletedAt !== null,
    ...("completedAt" in row && { completedAt: row.completedAt !== null }),
  };
  // How many subtasks a task has, and tasks a tag, is told by those themselves.
  return JSON.stringify({ ...seen, ...instants, subtasks: undefined, taskCount: undefined });
}

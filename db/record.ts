import { type SQL, sql } from "drizzle-orm";
import { given } from "@/db/statement";

/** Who writes. All that is done in answer to one question, or in one go, shares `turnId`, a UUID. */
export type By = { who: "you" | "assistant" | "api" | "import"; turnId?: string };

/** A write that takes another one back. */
export type Undoing = By & { undoesId?: string };

type What = "add" | "change" | "complete" | "reopen" | "remove" | "restore";
type Noun = "task" | "tag" | "conversation";

/**
 * The part of a statement that records its writes. It wants the values of `signature` besides `userId`.
 * @param from what was written: the name of a CTE with `id`, `before` and `after`, and whatever narrows and orders it.
 */
export const record = (what: What, noun: Noun, from: SQL) => sql`
  insert into changes (user_id, who, what, noun, subject_id, before, after, turn_id, undoes_id)
  select ${given("userId")}, ${given("who")}::change_who, ${sql.raw(`'${what}', '${noun}'`)}, id, before::jsonb, after::jsonb,
    ${given("turnId")}::uuid, ${given("undoesId")}::uuid
  from ${from}`;

/** The values that `record` takes from each write. */
export const signature = ({ who, turnId, undoesId }: Undoing) => ({
  who,
  turnId: turnId ?? null,
  undoesId: undoesId ?? null,
});

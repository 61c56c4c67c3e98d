import { TransactionRollbackError } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";

/** What `act` comes to, in one transaction. Where that `isNothing`, nothing stays of what it wrote on the way, such as new tags. */
export async function orNothing<Outcome>(
  act: (tx: Transaction) => Promise<Outcome>,
  isNothing: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  let nothing: { outcome: Outcome } | undefined;
  try {
    return await db.transaction(async (tx) => {
      const outcome = await act(tx);
      if (!isNothing(outcome)) return outcome;
      nothing = { outcome };
      return tx.rollback();
    });
  } catch (error) {
    if (error instanceof TransactionRollbackError && nothing) return nothing.outcome;
    throw error;
  }
}

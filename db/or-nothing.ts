import { TransactionRollbackError } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import type { Connection } from "@/db/statement";

/** What `act` comes to, in one transaction, or a part of one. Where that `isNothing`, nothing stays of what it wrote on the way. */
export async function orNothing<Outcome>(
  act: (tx: Transaction) => Promise<Outcome>,
  isNothing: (outcome: Outcome) => boolean,
  on?: Connection,
): Promise<Outcome> {
  const begin: typeof inTransaction = on ? (run) => on.transaction(run) : inTransaction;
  let nothing: { outcome: Outcome } | undefined;
  try {
    return await begin(async (tx) => {
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

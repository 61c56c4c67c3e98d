import { pool } from "@/db/client";

/** A prepared statement as node-postgres takes it. */
export type Statement = { name?: string; text: string; values: unknown[] };

/**
 * What operations send to the database, for the floor to send the same. They are caught on their way: nothing is opened and
 * nothing runs, each is answered by no rows.
 */
export async function sent(operations: Array<() => Promise<unknown>>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = pool;
  const caught = async ({ name, text, values }: Statement) => {
    statements.push({ name, text, values });
    return { rows: [] };
  };
  Object.assign(pool, { query: caught });
  try {
    for (const operation of operations) await operation();
  } finally {
    Object.assign(pool, { query });
  }
  return statements;
}

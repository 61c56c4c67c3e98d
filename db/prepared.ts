import type { ClientBase, QueryConfig } from "pg";
import { hasCode, LOST_STATEMENT } from "@/db/error-code";
import { recovered } from "@/db/request-context";
import type { Wire } from "@/db/wire";

/**
 * Whether a prepared statement can be found again by its name. Not behind a pooler that gives each transaction whatever connection is
 * free and knows nothing of prepared statements, such as PgBouncer in transaction mode before 1.21. One answer for the process.
 */
const shared = globalThis as typeof globalThis & { tandemPrepared?: { byName: boolean } };
shared.tandemPrepared ??= { byName: true };
const prepared = shared.tandemPrepared;

const PROBE = "tandem_probe";
const text = "select name, pg_backend_pid() as pid from pg_prepared_statements where statement = $1";

/**
 * Finds out what is at the other end, by a prepared statement that looks for itself. The server itself has it by its name, and says the
 * process id that it said when the connection was opened. A pooler says another one; if it knows what is prepared where, the
 * statement has got another name from it.
 * @returns whether the connection is the server's own, so that what is set in its session stays there.
 */
export async function recognise(client: ClientBase): Promise<boolean> {
  const [row] = await client
    .query<{ name: string; pid: number }>({ name: PROBE, text, values: [text] })
    .then(({ rows }) => rows, noneIfLost);
  const isDirect = row?.name === PROBE && row.pid === (client as Wire).processID;
  prepared.byName = isDirect || (row !== undefined && row.name !== PROBE);
  return isDirect;
}

/** The statement as it can be sent: without its name where that would not be found again. */
export function asSent<Statement>(statement: Statement): Statement {
  if (prepared.byName || !(statement as QueryConfig | undefined)?.name) return statement;
  return { ...statement, name: undefined };
}

/**
 * Whether a statement did not run, because it was prepared on another connection than it was sent on. From then on names are left out.
 */
export function isLost(error: unknown): boolean {
  const isSo = hasCode(error, LOST_STATEMENT);
  if (isSo) prepared.byName = false;
  return isSo;
}

function noneIfLost(error: unknown): [] {
  if (!isLost(error)) throw error;
  recovered(error);
  return [];
}

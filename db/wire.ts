import type { EventEmitter } from "node:events";
import type { Duplex } from "node:stream";
import type { Pool, PoolClient } from "pg";

type Connection = EventEmitter & {
  stream: Duplex;
  connect(portOrPath: number | string, host?: string): void;
  cancel(processId: number, secretKey: number): void;
};

/** What both drivers keep about a connection, and their types leave out. */
export type Wire = PoolClient & {
  readyForQuery: boolean;
  processID: number;
  secretKey: number;
  host: string;
  port: number;
  connection: Connection;
};

type PoolOfWires = Pool & { Client: new (options: unknown) => Wire };

/** A connection to where the pool's lead, and beside it. */
export function openBeside(pool: Pool, options: object = {}): Wire {
  const { Client } = pool as PoolOfWires;
  return new Client({ ...pool.options, ...options }).on("error", () => {}) as Wire;
}

/**
 * Asks the server to break off what runs on `client`. Nothing comes back: what runs fails with 57014, or ends as it would have.
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
export function cancel(pool: Pool, client: Wire, within: number): void {
  const { connection, host, port } = openBeside(pool);
  connection.on("error", () => {}).on("connect", () => connection.cancel(client.processID, client.secretKey));
  if (host.startsWith("/")) connection.connect(`${host}/.s.PGSQL.${port}`);
  else connection.connect(port, host);
  setTimeout(() => connection.stream.destroy(), within).unref();
}

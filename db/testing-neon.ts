import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { json } from "node:stream/consumers";
import { neonConfig } from "@neondatabase/serverless";
import pg from "pg";
import { createWebSocketStream, WebSocketServer } from "ws";
import { placeOf } from "@/db/testing-proxy";
import { inDatabase } from "@/db/testing-url";

/**
 * A stand-in for Neon's proxy, in front of the PostgreSQL at `url`. Like Neon's it has two ways in: at /v2 a WebSocket, each of which
 * becomes a connection to the server, byte for byte, and `POST /sql` for a statement. Both learn the database from what they are sent.
 */
export async function openGateway(url: string) {
  const pools = new Map<string, pg.Pool>();
  const server = createServer(async (request, response) => {
    const { database = "" } = new pg.Client(String(request.headers["neon-connection-string"]));
    const pool = pools.get(database) ?? openUpstream(inDatabase(url, database));
    pools.set(database, pool);
    const { status, body } = await answer(request, pool);
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  const sockets = new WebSocketServer({ server, path: "/v2" }).on("connection", (socket) => {
    const upstream = connect(placeOf(url));
    const stream = createWebSocketStream(socket);
    for (const end of [upstream, stream])
      end.on("error", () => socket.terminate()).on("close", () => socket.terminate());
    socket.on("close", () => upstream.destroy());
    stream.pipe(upstream).pipe(stream);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.close().closeAllConnections();
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

/** Connections that are lost while they rest are opened anew. */
const openUpstream = (connectionString: string) => new pg.Pool({ connectionString, max: 4 }).on("error", () => {});

/** As Neon's `POST /sql` answers its driver: values come as text, rows as arrays. */
async function answer(request: IncomingMessage, pool: pg.Pool) {
  if (request.method !== "POST" || request.url !== "/sql") return { status: 404, body: { message: "Not found" } };
  const { query, params } = (await json(request)) as { query: string; params: unknown[] };
  const types = { getTypeParser: () => (value: string) => value };
  try {
    const { fields, command, rowCount, rows } = await pool.query({
      text: query,
      values: params,
      rowMode: "array",
      types,
    });
    return { status: 200, body: { fields, command, rowCount, rows, rowAsArray: true } };
  } catch (error) {
    const { message, code } = error as pg.DatabaseError;
    return { status: 400, body: { message, code } };
  }
}

/**
 * Sends Neon's driver to the gateway at `port`. The embedded server asks for SCRAM, which cannot be answered before it was asked.
 * @see https://github.com/neondatabase/serverless/blob/main/CONFIG.md
 */
export function throughGateway(port: number): void {
  neonConfig.fetchEndpoint = () => `http://127.0.0.1:${port}/sql`;
  neonConfig.wsProxy = () => `127.0.0.1:${port}/v2`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
}

/** The URL as Neon would give it: their host, the same account and database. */
export function asNeon(url: string): string {
  const { user, password, database } = new pg.Client(url);
  return `postgresql://${user}:${password}@ep-still-water-123456.eu-central-1.aws.neon.tech/${database}`;
}

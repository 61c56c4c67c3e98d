import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { neonConfig } from "@neondatabase/serverless";
import pg from "pg";
import { createWebSocketStream, WebSocketServer } from "ws";
import { placeOf } from "@/db/testing-proxy";

/**
 * A stand-in for Neon's WebSocket proxy, in front of the PostgreSQL at `url`: each connection becomes one to the server, byte for byte.
 * Like Neon's it listens at /v2, and learns the database from the protocol itself.
 */
export async function openGateway(url: string) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, path: "/v2" });
  await once(server, "listening");
  server.on("connection", (socket) => {
    const upstream = connect(placeOf(url));
    const stream = createWebSocketStream(socket);
    for (const end of [upstream, stream])
      end.on("error", () => socket.terminate()).on("close", () => socket.terminate());
    socket.on("close", () => upstream.destroy());
    stream.pipe(upstream).pipe(stream);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const client of server.clients) client.terminate();
    },
  };
}

/**
 * Sends Neon's driver to the gateway at `port`. The embedded server asks for SCRAM, which cannot be answered before it was asked.
 * @see https://github.com/neondatabase/serverless/blob/main/CONFIG.md
 */
export function throughGateway(port: number): void {
  neonConfig.wsProxy = () => `127.0.0.1:${port}/v2`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineConnect = false;
}

/** The URL as Neon would give it: their host, the same account and database. */
export function asNeon(url: string): string {
  const { user, password, database } = new pg.Client(url);
  return `postgresql://${user}:${password}@ep-still-water-123456.eu-central-1.aws.neon.tech/${database}`;
}

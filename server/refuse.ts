import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** An answer that needs no app: an HTTP status, one sentence for a person, and headers. */
export type Refusal = { status: number; detail: string; headers?: Record<string, string> };

/** In milliseconds: for how long we go on reading what is still sent, so that the sender reads our answer and not a reset. */
const LINGER = 1_000;

/**
 * Answers with a problem (RFC 9457) and closes the connection, without waiting for the rest of the request.
 * Source: RFC 9112, 9.6, on closing in stages.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { body, headers } = written(refusal);
  response.writeHead(refusal.status, headers);
  // Whole by its length, and not ended: then Node would close both ways at once.
  if (request.method === "HEAD") response.flushHeaders();
  else response.write(body);
  const timer = setTimeout(() => request.socket.destroy(), LINGER);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  request.once("end", end).once("close", end).resume();
}

/** The same on a connection of which no request could be read. */
export function refuseRaw(socket: Duplex, refusal: Refusal, common: Record<string, string>): void {
  const { body, headers } = written(refusal);
  const lines = Object.entries({ ...common, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join("")}\r\n${body}`);
  setTimeout(() => socket.destroy(), LINGER);
}

function written({ status, detail, headers }: Refusal) {
  const body = JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, detail });
  return {
    body,
    headers: {
      "Content-Type": "application/problem+json",
      "Content-Length": String(Buffer.byteLength(body)),
      "Cache-Control": "private, no-store",
      Connection: "close",
      ...headers,
    },
  };
}

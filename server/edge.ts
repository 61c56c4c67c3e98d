import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { received } from "./body.ts";
import { bodyLimit, hasBody } from "./body-limits.ts";
import { fault, NO_SUCH_METHOD, TOO_LARGE } from "./check.ts";
import { createCrowd, MOST } from "./crowd.ts";
import { type Refusal, refuse, refuseRaw } from "./refuse.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * In milliseconds: how long the headers, and all of a request, may take to arrive; how often that is checked; how long a connection may
 * be idle; and how long an answer waits for its reader. An answer itself may take as long as it likes. Idle connections outlive those of
 * proxies (60 seconds), so that no proxy sends on one that is being closed.
 */
export const TIMES = { headers: 10_000, request: 20_000, check: 1_000, idle: 65_000, unread: 30_000 };

const TOO_MANY: Refusal = {
  status: 503,
  detail: "The server is busy. Try again in a moment.",
  headers: { "Retry-After": "5" },
};

/** What a browser is called takes up to 300 characters, and up to 500 where an app brings it along. */
export const LONGEST_AGENT = 512;

/**
 * A server that lets through to `handle` only requests that are well-formed, within their limits and here as a whole. All others it
 * answers itself.
 * @param common headers of every answer.
 * @returns the server, and the responses that are not sent yet.
 */
export function createEdge(handle: Handler, common: Record<string, string>, times = TIMES, most = MOST) {
  const crowd = createCrowd(most);

  /** @returns whether there is anybody to answer. */
  function begin({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (!crowd.add(socket, response)) {
      socket.destroy();
      return false;
    }
    for (const name in common) response.setHeader(name, common[name] ?? "");
    return true;
  }

  async function listener(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!begin(request, response)) return;
    const { "transfer-encoding": encoding, "content-length": length } = request.headers;
    const refusal =
      fault(request) ??
      (crowd.hasRoom() ? undefined : TOO_MANY) ??
      (hasBody(encoding, length) ? await incomplete(request) : undefined);
    if (refusal) return refuse(request, response, refusal);
    shortenAgent(request);
    await handle(request, response);
  }

  const options = {
    headersTimeout: times.headers,
    requestTimeout: times.request,
    connectionsCheckingInterval: times.check,
    keepAliveTimeout: times.idle,
    requireHostHeader: false, // `fault` does, and says so
  };
  const server: Server = createServer(options, listener);
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!fault(request)) response.writeContinue();
    return listener(request, response);
  });
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    if (begin(request, response))
      refuse(request, response, { status: 417, detail: "Only “Expect: 100-continue” is supported." });
  });
  server.on("connect", (_, socket: Duplex) => refuseRaw(socket, NO_SUCH_METHOD, common));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    const response = crowd.firstOf(socket);
    if (response?.headersSent) response.once("close", () => socket.destroy());
    else if (!socket.writable) socket.destroy();
    else if (!socket.writableEnded) refuseRaw(socket, unreadable(error.code), common);
  });
  server.setTimeout(times.unread, (socket) => {
    if (!crowd.firstOf(socket) || socket.writableLength > 0) socket.destroy();
  });
  return { server, answering: crowd.answering };
}

/** Next looks for the names of robots in it by an expression that takes quadratic time: 14,000 letters kept the process busy for a second. */
function shortenAgent({ headers }: IncomingMessage): void {
  const agent = headers["user-agent"];
  if (agent) headers["user-agent"] = agent.slice(0, LONGEST_AGENT);
}

async function incomplete(request: IncomingMessage): Promise<Refusal | undefined> {
  switch (await received(request, bodyLimit(request.url ?? ""))) {
    case "too large":
      return TOO_LARGE;
    case "too many":
      return TOO_MANY;
    case "gone":
      return { status: 400, detail: "The request was cut off." };
  }
}

/** By what Node's parser and its time-outs say. */
function unreadable(code: string | undefined): Refusal {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return { status: 408, detail: "The request took too long to arrive." };
  if (code === "HPE_HEADER_OVERFLOW") return { status: 431, detail: "The headers are too long." };
  return { status: 400, detail: "This isn’t a valid HTTP/1.1 request." };
}

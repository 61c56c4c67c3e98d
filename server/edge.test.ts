import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { bodyLimit } from "@/server/body-limits";
import { createEdge } from "@/server/edge";
import { securityHeaders } from "@/server/headers";
import { rawRequest, sendRaw } from "@/server/testing/raw-http";

/** In milliseconds. The real ones are ten to forty times as long. */
const TIMES = { headers: 500, request: 1_000, check: 50, idle: 500, unread: 1_500 };
const COMMON = securityHeaders(true);

/** What stands behind the edge: says how much it was sent, or talks on and on. */
const handle = vi.fn(async (request: IncomingMessage, response: ServerResponse) => {
  if (request.url === "/talk") return talk(response);
  if (request.url === "/much") return void response.end(Buffer.alloc(64_000_000));
  const sent = await buffer(request);
  response.end(`${sent.length} ${sent.reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7)}`);
});

async function talk(response: ServerResponse) {
  for (let word = 0; word < 25; word++) {
    response.write(`${word} `);
    await sleep(100);
  }
  response.end("done");
}

const { server, answering } = createEdge(handle, COMMON, TIMES);
let port: number;
beforeAll(async () => {
  port = await listen(server);
});
afterAll(() => stop(server));
beforeEach(() => {
  handle.mockClear();
});

async function listen(server: Server): Promise<number> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}
function stop(server: Server) {
  server.close();
  server.closeAllConnections();
}

const ask = (parts: Parameters<typeof rawRequest>[0]) => sendRaw(port, rawRequest(parts));
const chunked = (chunks: Buffer[]) =>
  Buffer.concat([
    ...chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]),
    Buffer.from("0\r\n\r\n"),
  ]);
const CHUNKED: [string, string] = ["Transfer-Encoding", "chunked"];

function expectProblem({ status, headers, text }: Awaited<ReturnType<typeof ask>>, expected: number) {
  expect(status).toBe(expected);
  for (const [name, value] of Object.entries(COMMON)) expect(headers.get(name.toLowerCase())).toBe(value);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.get("connection")).toBe("close");
  expect(JSON.parse(text)).toMatchObject({ status: expected, title: expect.any(String), detail: expect.any(String) });
  expect(handle).not.toHaveBeenCalled();
}

describe("a body", () => {
  test("arrives whole, however it is cut into chunks", async () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pieces, async (list) => {
        const chunks = list.map((piece) => Buffer.from(piece));
        const declared = await ask({ method: "POST", target: "/", body: Buffer.concat(chunks) });
        const split = await ask({ method: "POST", target: "/", headers: [CHUNKED], body: chunked(chunks) });
        expect(declared.text).toMatch(new RegExp(`^${Buffer.concat(chunks).length} `));
        expect(split.text).toBe(declared.text);
      }),
      { numRuns: 50 },
    );
  });

  test.each(["/api/auth/sign-up/email", "/api/v1/tasks", "/api/chat", "/sign-in", "/today", "/nowhere"])(
    "over the limit of %s is refused, declared or not, without waiting for the rest",
    async (target) => {
      const over = bodyLimit(target) + 1;
      const declared = await ask({ method: "POST", target, headers: [["Content-Length", "50000000"]], body: "x" });
      expectProblem(declared, 413);
      const body = chunked([Buffer.alloc(over)]);
      expectProblem(await ask({ method: "POST", target, headers: [CHUNKED], body }), 413);
      const [within] = [await ask({ method: "POST", target, body: Buffer.alloc(over - 1) })];
      expect(within.status).toBe(200);
    },
  );

  test("that is refused is not asked for first", async () => {
    const expecting = (length: number) =>
      rawRequest({
        method: "POST",
        target: "/api/v1/tasks",
        headers: [
          ["Expect", "100-continue"],
          ["Content-Length", String(length)],
        ],
        body: "x".repeat(Math.min(length, 5)),
      });
    expect((await sendRaw(port, expecting(5))).continued).toBe(true);
    const refused = await sendRaw(port, expecting(5_000_000));
    expect(refused.continued).toBe(false);
    handle.mockClear();
    expectProblem(refused, 413);
  });

  test("that comes too slowly is given up", async () => {
    for (const path of ["/api/v1/tasks", "/today"]) {
      const answer = await ask({ method: "POST", target: path, headers: [["Content-Length", "100"]], body: "slow" });
      expectProblem(answer, 408);
    }
    const head = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    expectProblem(await sendRaw(port, head), 408);
  });
});

describe("with the time that there really is,", { timeout: 60_000 }, () => {
  const patient = createEdge(handle, COMMON).server;
  let port: number;
  beforeAll(async () => {
    port = await listen(patient);
  });
  afterAll(() => stop(patient));

  test("a body of a million chunks of one byte takes no more room than another", async () => {
    const body = `${"1\r\nx\r\n".repeat(1_000_000)}0\r\n\r\n`;
    const before = process.memoryUsage().heapUsed;
    const request = rawRequest({ method: "POST", target: "/api/v1/tasks", headers: [CHUNKED], body });
    expect((await sendRaw(port, request)).text).toMatch(/^1000000 /);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });

  test("many bodies at once are refused before they fill the memory", async () => {
    const sockets = Array.from({ length: 68 }, () => connect(port, "127.0.0.1"));
    const answers: string[] = [];
    for (const socket of sockets) {
      socket.on("error", () => {}).on("data", (data) => answers.push(String(data)));
      socket.write("POST /api/v1/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000001\r\n\r\n");
      socket.write(Buffer.alloc(1_000_000));
    }
    await vi.waitFor(() => expect(answers[0]).toMatch(/^HTTP\/1.1 503/), 30_000);
    const small = rawRequest({ method: "POST", target: "/api/v1/tasks", body: Buffer.alloc(20_000) });
    expect((await sendRaw(port, small)).status, "who sends little gets in").toBe(200);
    for (const socket of sockets) socket.destroy();
    const again = rawRequest({ method: "POST", target: "/api/v1/tasks", body: Buffer.alloc(1_000_000) });
    await vi.waitFor(async () => expect((await sendRaw(port, again)).status).toBe(200), 10_000);
  });
});

describe("a request", () => {
  test.each([
    ["TRACE", 405],
    ["PROPFIND", 405],
    ["PURGE", 405],
    ["CONNECT", 405],
    ["FOO", 400],
    ["get", 400],
  ])("by %s is refused", async (method, status) => {
    expectProblem(await ask({ method, target: method === "CONNECT" ? "evil.example:443" : "/today" }), status);
  });

  test.each([
    "/%",
    "/today%",
    "/api/v1/tasks/%E0%A4%A",
    "/tags/%ff",
    "/tags/%00",
    "/tags/%0a",
    "/\\evil.example",
    "/%5cevil.example",
    "*",
    "today",
    "http://evil.example/today",
    "//%",
  ])("for %s is malformed", async (target) => {
    expectProblem(await ask({ method: "GET", target }), 400);
  });

  test.each([
    ["a router state that is none", { "Next-Router-State-Tree": "[" }, 400],
    ["a router state of another shape", { "Next-Router-State-Tree": "%5B%5D" }, 400],
    ["an encoding that is not spoken", { "Transfer-Encoding": "gzip" }, 400],
    ["two lengths", { "Transfer-Encoding": "chunked", "Content-Length": "3" }, 400],
    ["headers without end", { "X-Long": "x".repeat(20_000) }, 431],
    ["an expectation", { Expect: "a miracle" }, 417],
  ])("with %s is refused", async (_, headers, status) => {
    expectProblem(await ask({ method: "GET", target: "/today", headers: Object.entries(headers) }), status);
  });

  test("that is too long, has no host, or is not in HTTP, is refused", async () => {
    expectProblem(await ask({ method: "GET", target: `/${"x".repeat(9_000)}` }), 414);
    expectProblem(await sendRaw(port, "GET / HTTP/1.1\r\n\r\n"), 400);
    expectProblem(await sendRaw(port, "hello\r\n\r\n"), 400);
    expectProblem(await sendRaw(port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 400);
  });

  test("for one of Next's own pages finds nothing", async () => {
    for (const target of ["/_global-error", "/_not-found", "/_error?x"])
      expectProblem(await ask({ method: "GET", target }), 404);
  });
});

describe("an answer", () => {
  test("has the headers of all", async () => {
    const { headers } = await ask({ method: "GET", target: "/" });
    for (const [name, value] of Object.entries(COMMON)) expect(headers.get(name.toLowerCase())).toBe(value);
  });

  test("may take much longer than a request", async () => {
    const { text } = await ask({ method: "GET", target: "/talk" });
    expect(text).toContain("24 ");
    expect(text).toContain("done");
  });

  test("that nobody reads is given up", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {}).pause();
    socket.write("GET /much HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await vi.waitFor(() => expect(answering.size).toBe(1));
    await vi.waitFor(() => expect(answering.size).toBe(0), 5_000);
    socket.destroy();
  });
});

describe("a crowd", () => {
  const MOST = { answers: 20, ahead: 4 };
  const crowded = createEdge(handle, COMMON, TIMES, MOST);
  let port: number;
  beforeAll(async () => {
    port = await listen(crowded.server);
  });
  afterAll(() => stop(crowded.server));

  const get = (target: string) => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  const open = async (request: string) => {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write(request);
    return socket;
  };

  test("that asks ahead on one connection is let go, and nothing of it stays", async () => {
    const within = await sendRaw(port, get("/").repeat(MOST.ahead - 1) + rawRequest({ method: "GET", target: "/" }));
    expect(within.text.match(/200 OK/g)).toHaveLength(MOST.ahead - 1);
    handle.mockClear();
    const socket = await open(get("/talk").repeat(1_000));
    await once(socket.resume(), "close");
    expect(handle.mock.calls.length).toBeLessThanOrEqual(MOST.ahead);
    await vi.waitFor(() => expect(crowded.answering.size).toBe(0));
  });

  test("is refused while all answers are being read, and let in as soon as one is not", async () => {
    const talks = await Promise.all(Array.from({ length: MOST.answers }, () => open(get("/talk"))));
    await vi.waitFor(() => expect(crowded.answering.size).toBe(MOST.answers));
    handle.mockClear();
    const refused = await sendRaw(port, rawRequest({ method: "GET", target: "/" }));
    expectProblem(refused, 503);
    expect(refused.headers.get("retry-after")).toBe("5");
    for (const socket of talks) socket.destroy();
    await vi.waitFor(() => expect(crowded.answering.size).toBe(0));

    const unread = await Promise.all(Array.from({ length: MOST.answers }, () => open(get("/much"))));
    for (const socket of unread) socket.pause();
    await vi.waitFor(() => expect(crowded.answering.size).toBe(MOST.answers));
    const { status } = await sendRaw(port, rawRequest({ method: "GET", target: "/" }));
    expect(status).toBe(200);
    for (const socket of unread) socket.destroy();
  });
});

test("the name of a browser reaches the app shortened, whatever is sent", async () => {
  await ask({ method: "GET", target: "/", headers: [["User-Agent", "X".repeat(15_000)]] });
  expect(handle.mock.lastCall?.[0].headers["user-agent"]).toHaveLength(512);
});

test.each([
  ["nothing is asked", ""],
  ["nothing more is asked", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"],
])("a connection on which %s is closed", async (_, asked) => {
  const socket = connect(port, "127.0.0.1");
  const answered = vi.fn();
  socket.on("data", answered);
  socket.write(asked);
  await once(socket, "close");
  expect(answered).toHaveBeenCalled();
});

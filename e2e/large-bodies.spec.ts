import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { byName } from "@/e2e/actions";
import { expect, signUp, test } from "@/e2e/fixtures";
import { type Server, startFresh } from "@/e2e/server";

const MB = 1_000_000;

test.describe.configure({ mode: "default" }); // one server for both of them

let server: Server;
test.beforeAll(async () => {
  server = await startFresh();
});
test.afterAll(async () => {
  await server.stop();
});

const resident = () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(server.process.pid)])) / 1_024;

/**
 * Sends a body, or as much of it as is taken, and goes on sending until it is told to stop.
 * @returns the status, and after how many milliseconds and megabytes it came.
 */
function send(path: string, headers: Record<string, string>, parts: Iterable<string>) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; after: number; sent: number }>();
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  const began = performance.now();
  let sent = 0;
  const head = Object.entries({ Host: new URL(server.url).host, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const left = parts[Symbol.iterator]();
  const go = () => {
    for (let next = left.next(); !next.done && !socket.destroyed; next = left.next()) {
      sent += next.value.length / MB;
      if (!socket.write(next.value)) return void socket.once("drain", go);
    }
  };
  socket.on("error", () => {}).on("close", () => reject(new Error(`No answer after ${sent} MB.`)));
  socket.once("data", (data) => {
    resolve({ status: Number(/^HTTP\/1.1 (\d{3})/.exec(String(data))?.[1]), after: performance.now() - began, sent });
    socket.destroy();
  });
  socket.write(`POST ${path} HTTP/1.1\r\n${head.join("")}\r\n`);
  go();
  return promise;
}

/** The body in pieces: as it is, its length said before; or in chunks, with no length at all. */
function* whole(before: string, length: number, after: string) {
  yield before;
  for (let left = length; left > 0; left -= 64_000) yield "x".repeat(Math.min(left, 64_000));
  yield after;
}
function* inChunks(pieces: Iterable<string>) {
  for (const piece of pieces) yield `${piece.length.toString(16)}\r\n${piece}\r\n`;
  yield "0\r\n\r\n";
}

test("a body without measure is refused at once, wherever it is sent, and takes no memory", async ({ browser }) => {
  test.slow();
  const context = await browser.newContext({ baseURL: server.url });
  await signUp(context, server.url);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const json = { "Content-Type": "application/json", Cookie: cookie, Origin: server.url };
  const [start, end] = ['{"name":"Ada","email":"ada@example.com","password":"', '"}'];
  const places: Array<[string, Record<string, string>]> = [
    ["/api/auth/sign-up/email", { "Content-Type": "application/json" }],
    ["/api/auth/sign-in/email", json],
    ["/api/v1/tasks", json],
    ["/api/chat", json],
    ["/sign-up", { ...json, "Content-Type": "text/plain", "Next-Action": byName("account signUp").id }],
    ["/today", { ...json, "Content-Type": "multipart/form-data; boundary=x", "Next-Action": byName("tasks add").id }],
    ["/nowhere", json],
    ["/favicon.ico", json],
  ];
  const took: number[] = [];
  const before = resident();
  for (const [path, headers] of places)
    for (const size of [2 * MB, 50 * MB]) {
      const declared = { ...headers, "Content-Length": String(start.length + size + end.length) };
      const first = await send(path, declared, whole(start, size, end));
      const second = await send(
        path,
        { ...headers, "Transfer-Encoding": "chunked" },
        inChunks(whole(start, size, end)),
      );
      expect([first.status, second.status], path).toEqual([413, 413]);
      took.push(first.after, second.after);
    }
  const several = Array.from({ length: 40 }, () =>
    send("/api/auth/sign-up/email", { ...json, "Transfer-Encoding": "chunked" }, inChunks(whole(start, 50 * MB, end))),
  );
  for (const { status } of await Promise.all(several)) expect(status).toBe(413);
  expect(
    took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)],
    "the median, in milliseconds; a few on a quiet machine",
  ).toBeLessThan(500);
  expect(resident() - before, "MB").toBeLessThan(100);
  expect((await context.request.get("/api/v1/tasks")).status()).toBe(200);
  await context.close();
});

test("what a form of ours would not send is not looked at, within the limits too", async ({ request }) => {
  const url = (path: string) => `${server.url}/api/auth/${path}`;
  const headers = { origin: server.url };
  const long = "x".repeat(15_000);
  const bodies = [
    { name: "Ada", email: "ada@example.com", password: long },
    { name: long, email: "ada@example.com", password: "plum orchard lantern" },
    { name: "Ada", email: `${long}@example.com`, password: "plum orchard lantern" },
    {
      name: "Ada",
      email: "ada@example.com",
      password: "plum orchard lantern",
      callbackURL: `/${long}`,
      timeZone: long,
    },
    { token: long, newPassword: long, currentPassword: long },
  ];
  for (const path of ["sign-up/email", "sign-in/email", "reset-password", "request-password-reset"])
    for (const data of bodies) {
      const answer = await request.post(url(path), { headers, data });
      expect(answer.status(), `${path} ${await answer.text()}`).toBeLessThan(500);
    }
  const nested = `{"email":${"[".repeat(7_000)}${"]".repeat(7_000)}}`;
  for (const data of ["5", "[]", "null", '"x"', "{", nested, "true"]) {
    const sent = { headers: { ...headers, "content-type": "application/json" }, data: Buffer.from(data) };
    for (const path of ["sign-in/anonymous", "sign-in/email", "sign-up/email", "sign-out", "change-password"]) {
      const { status } = await request.post(url(path), sent).then((answer) => ({ status: answer.status() }));
      expect([400, 422], `${path} ${data.slice(0, 20)}`).toContain(status);
    }
  }
  const form = await request.post(url("sign-in/email"), { headers, form: { email: randomUUID(), password: "x" } });
  expect(form.status()).toBe(415);
});

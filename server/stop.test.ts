import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";

const REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

/** Asks again as soon as it is answered, on one connection, until the server says that this was the last time. */
function insist(port: number) {
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<"told to go" | "cut off">();
  const socket = connect(port, "127.0.0.1", () => socket.write(REQUEST));
  let answer = "";
  socket.on("data", (data) => {
    answer += data;
    if (!answer.endsWith("\r\n0\r\n\r\n") && !answer.endsWith("\r\n\r\ndone")) return;
    if (/^connection: close/im.test(answer)) ended.resolve("told to go");
    begun.resolve();
    answer = "";
    socket.write(REQUEST);
  });
  socket.on("error", () => {}).on("close", () => ended.resolve("cut off"));
  return { begun: begun.promise, ended: ended.promise };
}

async function startServer() {
  const child = spawn(process.execPath, [join(import.meta.dirname, "testing/stoppable.ts")], { stdio: "pipe" });
  const [said] = await once(child.stdout, "data");
  return { child, port: Number(/port: (\d+)/.exec(String(said))?.[1]) };
}

test("told to stop, by several at once, it answers what has been asked on every connection, and says that it goes", async () => {
  const { child, port } = await startServer();
  const clients = Array.from({ length: 100 }, () => insist(port));
  const idle = connect(port, "127.0.0.1").on("error", () => {});
  await Promise.all(clients.map(({ begun }) => begun));
  await sleep(200);
  child.kill("SIGINT");
  child.kill("SIGTERM");
  const exit = once(child, "exit");
  expect(new Set(await Promise.all(clients.map(({ ended }) => ended)))).toEqual(new Set(["told to go"]));
  expect(await exit).toEqual([0, null]);
  idle.destroy();
});

test("told to stop while many wait to be let in, it answers them first", async () => {
  const { child, port } = await startServer();
  child.kill("SIGSTOP");
  const sockets = Array.from({ length: 50 }, () => connect(port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  const answers = sockets.map((socket) => {
    socket.write(REQUEST);
    return text(socket).catch(String);
  });
  child.kill("SIGTERM");
  child.kill("SIGCONT");
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  await once(child, "exit");
});

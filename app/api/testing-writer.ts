import { fsyncSync, openSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { once } from "@/app/api/idempotency";
import * as tasks from "@/db/tasks";
import { lapse } from "@/db/testing-requests";

/**
 * A process that adds one task after the other for a user, several at once, each by a request with a key, until it is killed.
 * `try KEY` stands in its log before a request is sent, `ack KEY ID` once it is answered; both are on the disk before it goes on.
 * Its arguments: the user's id, the log, its own name, and the keys that were tried before it without an answer.
 */
const [userId = "", log = "", name = "", ...unanswered] = process.argv.slice(2);
const LANES = 3;
const file = openSync(log, "a");

await Promise.all(unanswered.map(settle));
console.log("settled");
await Promise.all(Array.from({ length: LANES }, (_, lane) => go(lane)));

async function go(lane: number): Promise<never> {
  for (let n = 0; ; n++) await settle(`${name}.${lane}.${n}`);
}

/** Sends the request, again and again with the same key, until there is an answer. */
async function settle(key: string): Promise<void> {
  note(`try ${key}`);
  for (;;) {
    // As if the minute had passed that a client waits after an answer that did not come.
    const id = await lapse(key)
      .then(() => post(key))
      .catch(() => undefined);
    if (id) return note(`ack ${key} ${id}`);
    await pause(50);
  }
}

async function post(key: string): Promise<string | undefined> {
  const request = new Request("http://tandem.test/", { method: "POST", headers: { "idempotency-key": key } });
  const response = await once(userId, request, key, async (id) =>
    Response.json(await tasks.add(userId, { id, title: key, tags: ["kept"] }, { who: "api" }), { status: 201 }),
  );
  return response.status === 201 ? (await response.json()).id : undefined;
}

function note(line: string): void {
  writeSync(file, `${line}\n`);
  fsyncSync(file);
}

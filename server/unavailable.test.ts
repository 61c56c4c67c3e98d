import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tellUnavailable } from "@/server/unavailable";

let isAway = false;
/** Answers with the status that is asked for, as Next does: some by `writeHead`, some by setting it. */
const server = createServer((request, response) => {
  tellUnavailable(request, response, () => isAway);
  const status = Number(request.url?.slice(1));
  if (request.method === "PUT") response.writeHead(status, { "x-kind": "written" });
  else response.statusCode = status;
  response.end("words");
});
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => void server.close());

async function ask(status: number, init: RequestInit = {}) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${status}`, init);
  expect(await answer.text()).toBe("words");
  return [answer.status, answer.headers.get("retry-after")];
}
const action = { method: "POST", headers: { "next-action": "1" } };
const form = { method: "POST", body: new FormData() };
const read = { headers: { rsc: "1" } };

test("nothing is different while all is well", async () => {
  isAway = false;
  for (const init of [{}, { method: "PUT" }, action, form, read])
    for (const status of [200, 303, 404, 500]) expect(await ask(status, init)).toEqual([status, null]);
});

test("while something is away, a failure and an action say so, and nothing else does", async () => {
  isAway = true;
  for (const init of [{}, { method: "PUT" }, action, form]) expect(await ask(500, init)).toEqual([503, "5"]);
  for (const init of [action, form]) expect(await ask(200, init)).toEqual([503, "5"]);
  for (const init of [{}, action, form]) expect(await ask(404, init)).toEqual([404, null]);
  expect(await ask(200)).toEqual([200, null]);
  expect(await ask(500, read)).toEqual([500, null]);
});

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as branches from "@/db/branches";

/** A stand-in for Neon's API, as far as branches go; it is asked to stand in the way by `locked` and `failing`. */
type Stored = { id: string; name: string; default: boolean; protected: boolean; created_at: string };
let stored: Stored[];
let asked: string[];
let locked: number;
let failing: boolean;
const operations = new Map<string, number>();

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://neon");
  const answer = (status: number, body: object) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  const begun = (action: string) => {
    const id = `op-${operations.size}`;
    operations.set(id, 1);
    return { id, action, status: "running" };
  };
  let body = "";
  for await (const chunk of request) body += chunk;
  asked.push(`${request.method} ${pathname}`);
  if (request.headers.authorization !== "Bearer key") return answer(401, { message: "authorization failed" });
  if (request.method !== "GET" && locked-- > 0) return answer(423, { message: "project is locked" });

  const [, , projectId, kind, id = ""] = pathname.split("/");
  if (projectId !== "still-water") return answer(404, { message: "project not found" });
  if (kind === "operations") {
    const left = operations.get(id) ?? 0;
    operations.set(id, left - 1);
    const status = left > 0 ? "running" : failing ? "failed" : "finished";
    return answer(200, { operation: { id, action: "start_compute", status } });
  }
  if (request.method === "GET") {
    const from = Number(searchParams.get("cursor") ?? 0);
    const next = from + 2 < stored.length ? { next: String(from + 2) } : {};
    return answer(200, { branches: stored.slice(from, from + 2), pagination: next });
  }
  if (request.method === "POST") {
    const { branch, endpoints } = JSON.parse(body);
    if (endpoints?.[0]?.type !== "read_write") return answer(400, { message: "no compute" });
    stored.push({ ...aBranch(branch.name), id: `br-${branch.name}` });
    const host = "ep-new.eu.aws.neon.tech";
    const connection_parameters = { host, pooler_host: "ep-new-pooler.eu.aws.neon.tech" };
    const connection_uris = [
      { connection_uri: `postgresql://u:p@${host}/main?sslmode=require`, connection_parameters },
    ];
    return answer(201, { operations: [begun("create_branch"), begun("start_compute")], connection_uris });
  }
  stored = stored.filter((branch) => branch.id !== id);
  answer(200, { operations: [begun("delete_timeline")] });
});

let project: branches.Project;
const at = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  project = branches.openProject("still-water", "key", at());
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

beforeEach(() => {
  [asked, locked, failing] = [[], 0, false];
  stored = [{ ...aBranch("main"), default: true }, { ...aBranch("kept"), protected: true }, aBranch("old")];
});

test("lists every page", async () => {
  expect((await branches.list(project)).map(({ name }) => name)).toEqual(["main", "kept", "old"]);
});

test("makes a branch, waits until it is there, and says how to reach it", async () => {
  expect(await branches.create(project, "try-it")).toEqual({
    pooled: "postgresql://u:p@ep-new-pooler.eu.aws.neon.tech/main?sslmode=require",
    direct: "postgresql://u:p@ep-new.eu.aws.neon.tech/main?sslmode=require",
  });
  expect(stored.map(({ name }) => name)).toContain("try-it");
  expect(asked.filter((line) => line.includes("/operations/")).length).toBeGreaterThan(2);
});

test("a locked project is waited for", async () => {
  locked = 1;
  await branches.remove(project, "old");
  expect(stored.map(({ name }) => name)).toEqual(["main", "kept"]);
});

test.each([
  ["a name that is taken", () => branches.create(project, "old"), 'There’s already a branch called "old".'],
  ["a branch that is not there", () => branches.remove(project, "none"), 'There’s no branch called "none".'],
  ["deleting the default branch", () => branches.remove(project, "main"), /^"main" is the default/],
  ["deleting a protected branch", () => branches.remove(project, "kept"), /^"kept" is the default branch or protected/],
  [
    "a wrong key",
    () => branches.list(branches.openProject("still-water", "wrong", at())),
    "Neon says 401: authorization",
  ],
  [
    "a wrong project",
    () => branches.list(branches.openProject("dry-well", "key", at())),
    "Neon says 404: project not found",
  ],
])("%s is refused, and nothing is changed", async (_, act, words) => {
  const before = structuredClone(stored);
  await expect(act()).rejects.toThrow(words);
  expect(stored).toEqual(before);
});

test("that Neon cannot be reached is told without the key", async () => {
  const nowhere = branches.openProject("still-water", "a secret", "http://127.0.0.1:1");
  const error = await branches.list(nowhere).catch((reason) => reason);
  expect(error.message).toBe("Neon gave no answer: connect ECONNREFUSED 127.0.0.1:1");
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("a secret");
});

test("what Neon could not finish is told", async () => {
  failing = true;
  await expect(branches.create(project, "try-it")).rejects.toThrow('Neon could not finish "start_compute": failed.');
});

function aBranch(name: string): Stored {
  return { id: `br-${name}`, name, default: false, protected: false, created_at: "2026-11-22T10:00:00Z" };
}

import { beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/(app)/settings/export/route";
import { takeout } from "@/db/takeout";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { aTask, you } from "@/db/testing-tasks";

const world = vi.hoisted(() => ({ user: undefined as { id: string } | undefined }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

beforeEach(async () => {
  world.user = await aUser();
});
const get = (method = "GET") => GET(new Request("http://localhost:3000/settings/export", { method }));
const ada = () => world.user?.id ?? "";

test("everything of the user's is one JSON file, named by its day", async () => {
  await aTask(ada(), { title: "Water the ferns" });
  const answer = await get();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="tandem-\d{4}-\d\d-\d\d\.json"$/);
  expect(await answer.json()).toMatchObject({ user: { id: ada() }, tasks: [{ title: "Water the ferns" }], tags: [] });
});

test("while one is under way another is 429 in a sentence, until it has ended or its reader has gone", async () => {
  const many = Array.from({ length: 200 }, (_, n) => ({ title: `Task ${n}` }));
  await tasks.addMany(ada(), { tasks: many }, you);
  const first = await get();
  const refused = await get();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining("already in progress") });
  expect((await get("HEAD")).status).toBe(429);

  const reader = first.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect((await get("HEAD")).status).toBe(200);
  expect((await (await get()).json()).tasks).toHaveLength(200);
  await (await takeout(ada())).close();
});

test("a visitor is told to sign in", async () => {
  world.user = undefined;
  expect((await get()).status).toBe(401);
});

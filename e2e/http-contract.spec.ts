import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const add = async (http: APIRequestContext, data: Record<string, unknown>) => {
  const response = await http.post("/api/v1/tasks", { data });
  expect(response.status(), await response.text()).toBe(201);
  return response.json();
};

async function expectProblem(response: APIResponse, status: number) {
  expect(response.status(), await response.text()).toBe(status);
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  const problem = await response.json();
  expect(problem).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status,
    detail: expect.any(String),
  });
  return problem;
}

test.describe("signed out", () => {
  for (const path of ["tasks", "tags", "conversations", "tasks/0197a3c2-5a1e-7c3f-9a51-8a4f0e6f2b11"]) {
    test(`${path} answers 401`, async ({ request }) => {
      await expectProblem(await request.get(`/api/v1/${path}`), 401);
    });
  }
});

test("a method or an address that is not there is a problem too", async ({ request }) => {
  const refused = await request.patch("/api/v1/tasks", { data: {} });
  await expectProblem(refused, 405);
  expect(refused.headers().allow).toBe("GET, HEAD, POST, OPTIONS");
  for (const path of ["", "/nothing", `/tasks/${randomUUID()}/nothing`])
    await expectProblem(await request.get(`/api/v1${path}`), 404);
});

test("health answers ok", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});

test("a task is made, read, changed, completed, reopened, trashed and restored", async ({ page, user: _ }) => {
  const http = page.request;
  const made = await http.post("/api/v1/tasks", {
    data: {
      title: "  Call mum ",
      priority: "high",
      dueDate: "2058-02-28",
      dueTime: "17:00",
      tags: ["Family", "family"],
    },
  });
  expect(made.status()).toBe(201);
  expect(made.headers()["cache-control"]).toBe("private, no-store");
  const task = await made.json();
  expect(made.headers().location).toBe(`/api/v1/tasks/${task.id}`);
  expect(task).toMatchObject({
    title: "Call mum",
    description: null,
    priority: "high",
    dueDate: "2058-02-28",
    dueTime: "17:00",
    repeat: null,
    completed: false,
    completedAt: null,
    parentId: null,
    version: 1,
    deletedAt: null,
    tags: [{ id: expect.any(String), name: "Family", color: "#3B82F6" }],
  });
  const at = `/api/v1/tasks/${task.id}`;
  expect(await (await http.get(at)).json()).toEqual(task);

  const changed = await (await http.patch(at, { data: { title: "Call dad", version: 1 } })).json();
  expect(changed).toMatchObject({ title: "Call dad", version: 2, dueTime: "17:00" });
  const stale = await expectProblem(await http.patch(at, { data: { title: "Call aunt", version: 1 } }), 409);
  expect(stale.current).toMatchObject({ title: "Call dad", version: 2 });

  const completed = await (await http.put(`${at}/completion`)).json();
  expect(completed).toMatchObject({ completed: true, completedAt: expect.stringMatching(/Z$/) });
  expect(await (await http.put(`${at}/completion`)).json()).toEqual(completed);
  expect(await (await http.delete(`${at}/completion`)).json()).toMatchObject({ completed: false, completedAt: null });

  expect((await http.delete(at)).status()).toBe(204);
  await expectProblem(await http.get(at), 404);
  await expectProblem(await http.delete(at), 404);
  expect((await (await http.get("/api/v1/tasks?view=trash")).json()).items).toHaveLength(1);
  expect(await (await http.post(`${at}/restore`)).json()).toMatchObject({ id: task.id, deletedAt: null });
  expect((await http.get(at)).status()).toBe(200);
});

test("quick add reads a task out of one line", async ({ page, user: _ }) => {
  const response = await page.request.post("/api/v1/quick-add", {
    data: { text: "Call mum tomorrow 5pm #family !high" },
  });
  expect(response.status()).toBe(201);
  expect(await response.json()).toMatchObject({
    title: "Call mum",
    dueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    dueTime: "17:00",
    priority: "high",
    tags: [{ name: "family" }],
  });
});

test("lists are read page by page, each task once", async ({ page, user: _ }) => {
  const http = page.request;
  for (let n = 1; n <= 7; n++) await add(http, { title: `Task ${n}`, dueDate: n % 2 ? "2058-01-01" : undefined });
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const answer: { items: { title: string }[]; nextCursor: string | null } = await (
      await http.get(`/api/v1/tasks?limit=3${query}`)
    ).json();
    seen.push(...answer.items.map(({ title }) => title));
    cursor = answer.nextCursor;
  }
  expect(seen).toEqual(["Task 1", "Task 3", "Task 5", "Task 7", "Task 2", "Task 4", "Task 6"]);
});

test("bad input is refused with the field and the reason", async ({ page, user: _ }) => {
  const http = page.request;
  const refused: [Record<string, unknown>, string][] = [
    [{}, "title"],
    [{ title: "   " }, "title"],
    [{ title: "x".repeat(201) }, "title"],
    [{ title: "nul \u0000" }, "title"],
    [{ title: 7 }, "title"],
    [{ title: "x", description: "y".repeat(1001) }, "description"],
    [{ title: "x", priority: "urgent" }, "priority"],
    [{ title: "x", dueDate: "2058-02-30" }, "dueDate"],
    [{ title: "x", dueTime: "10:00" }, "dueTime"],
    [{ title: "x", dueDate: "2058-01-01", dueTime: "25:00" }, "dueTime"],
    [{ title: "x", dueDate: "2058-01-01", repeat: "FREQ=SOMETIMES" }, "repeat"],
    [{ title: "x", tags: [""] }, "tags.0"],
    [{ title: "x", parentId: randomUUID() }, "parentId"],
  ];
  for (const [data, path] of refused) {
    const problem = await expectProblem(await http.post("/api/v1/tasks", { data }), 422);
    expect(problem.errors[0], JSON.stringify(data).slice(0, 80)).toMatchObject({ path, message: expect.any(String) });
  }
  const lone = await http.post("/api/v1/tasks", {
    headers: { "content-type": "application/json" },
    data: Buffer.from('{"title":"\\ud800"}'),
  });
  await expectProblem(lone, 422);
  for (const query of ["limit=0", "limit=201", "view=nothing", "cursor=forged", "tag=nonsense", "no=such"]) {
    await expectProblem(await http.get(`/api/v1/tasks?${query}`), 422);
  }
  expect((await (await http.get("/api/v1/tasks?view=all")).json()).items).toEqual([]);
});

test("what is not JSON, too big or from elsewhere is refused", async ({ page, user: _ }) => {
  const http = page.request;
  const raw = (data: string | Buffer, headers: Record<string, string>) => http.post("/api/v1/tasks", { data, headers });
  const json = { "content-type": "application/json" };
  await expectProblem(await raw("title=x", { "content-type": "application/x-www-form-urlencoded" }), 415);
  await expectProblem(await raw(Buffer.from("{"), json), 400);
  await expectProblem(await raw(Buffer.from([0x7b, 0xff, 0x7d]), json), 400);
  const nested = (levels: number) => `{"title":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
  await expectProblem(await raw(nested(64), json), 422);
  for (const levels of [65, 100_000]) await expectProblem(await raw(nested(levels), json), 400);
  await expectProblem(await raw(Buffer.from(JSON.stringify({ title: "x".repeat(1_048_576) })), json), 413);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "evil" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of foreign) {
    await expectProblem(await http.post("/api/v1/tasks", { data: { title: "x" }, headers }), 403);
  }
  expect((await (await http.get("/api/v1/tasks?view=all")).json()).items).toEqual([]);
});

test("the same Idempotency-Key gets the first answer again, even at the same moment", async ({ page, user: _ }) => {
  const http = page.request;
  const headers = { "idempotency-key": randomUUID() };
  const post = (title: string) => http.post("/api/v1/tasks", { data: { title }, headers });
  const answers = await Promise.all(Array.from({ length: 20 }, () => post("Once")));
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
  expect(answers.map((answer) => answer.status())).toEqual(Array(20).fill(201));
  expect(new Set(ids).size).toBe(1);
  await expectProblem(await post("Another"), 422);
  expect((await (await http.get("/api/v1/tasks")).json()).items).toHaveLength(1);
});

test("tags are named once, whatever the case", async ({ page, user: _ }) => {
  const http = page.request;
  const made = await http.post("/api/v1/tags", { data: { name: "Home" } });
  expect(made.status()).toBe(201);
  const tag = await made.json();
  expect(tag).toMatchObject({ name: "Home", color: "#3B82F6", taskCount: 0, version: 1 });
  await expectProblem(await http.post("/api/v1/tags", { data: { name: "HOME" } }), 422);
  await expectProblem(await http.post("/api/v1/tags", { data: { name: "Red", color: "red" } }), 422);

  await add(http, { title: "Water the ferns", tags: ["home"] });
  expect((await (await http.get("/api/v1/tags")).json()).items).toMatchObject([{ id: tag.id, taskCount: 1 }]);
  const at = `/api/v1/tags/${tag.id}`;
  expect(await (await http.patch(at, { data: { name: "House" } })).json()).toMatchObject({ name: "House" });
  expect((await (await http.get(`/api/v1/tasks?tag=${tag.id}`)).json()).items).toHaveLength(1);
  expect((await http.delete(at)).status()).toBe(204);
  await expectProblem(await http.get(at), 404);
  expect(await (await http.post(`${at}/restore`)).json()).toMatchObject({ name: "House", taskCount: 1 });
});

test("conversations are started, listed, renamed and removed", async ({ page, user: _ }) => {
  const http = page.request;
  const made = await http.post("/api/v1/conversations", { data: {} });
  expect(made.status()).toBe(201);
  const { id, title } = await made.json();
  expect(title).toBe("New chat");
  const at = `/api/v1/conversations/${id}`;
  expect(await (await http.patch(at, { data: { title: "Trip to Porto" } })).json()).toMatchObject({
    title: "Trip to Porto",
  });
  expect(await (await http.get(at)).json()).toMatchObject({ id, title: "Trip to Porto", messages: [] });
  expect((await (await http.get("/api/v1/conversations")).json()).items).toMatchObject([
    { id, title: "Trip to Porto" },
  ]);
  expect((await http.delete(at)).status()).toBe(204);
  await expectProblem(await http.get(at), 404);
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { once } from "@/app/api/idempotency";
import { POST as startConversation } from "@/app/api/v1/conversations/route";
import { POST as quickAdd } from "@/app/api/v1/quick-add/route";
import { POST as addTag } from "@/app/api/v1/tags/route";
import { POST as skipTask } from "@/app/api/v1/tasks/[id]/skip/route";
import { POST as addTask } from "@/app/api/v1/tasks/route";
import { send } from "@/assistant/testing/talk";
import * as requests from "@/db/requests";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";
import { owned } from "@/db/testing-owned";
import { lose } from "@/db/testing-requests";
import { aTask, you } from "@/db/testing-tasks";

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

let ada: Awaited<ReturnType<typeof aUser>>;
beforeEach(async () => {
  ada = await aUser();
  world.user = ada;
});

/** All that Ada has but her keys. */
async function rowsOf() {
  const { requests: _, ...rows } = await owned(ada.id);
  return rows;
}

describe("the same request after the process died over the first one", () => {
  test.each([
    ["a task", addTask, { title: "Water the ferns", tags: ["garden"] }],
    ["a repeating task", addTask, { title: "Water the ferns", repeat: "FREQ=DAILY" }],
    ["a line", quickAdd, { text: "Water the ferns tomorrow #garden" }],
    ["a tag", addTag, { name: "garden" }],
    ["a conversation", startConversation, {}],
    ["a conversation that the client names", startConversation, { id: randomUUID() }],
  ])("makes %s once", async (_, post, body) => {
    const key = randomUUID();
    const again = () => send(post, body, { headers: { "idempotency-key": key } });
    const first = await again();
    expect(first.status).toBe(201);
    const made = await first.json();
    const rows = await rowsOf();
    await lose(key);
    const retries = await Promise.all(Array.from({ length: 5 }, again));
    for (const retry of retries) {
      expect(retry.status).toBe(201);
      expect(retry.headers.get("location")).toBe(first.headers.get("location"));
      expect(await retry.json()).toEqual(made);
    }
    expect(await rowsOf()).toEqual(rows);
  });

  test("answers what was made as it was made, though it was deleted since", async () => {
    const key = randomUUID();
    const headers = { "idempotency-key": key };
    const task = await (await send(addTask, { title: "Short-lived", tags: ["brief"] }, { headers })).json();
    const tagKey = randomUUID();
    const tag = await (await send(addTag, { name: "fleeting" }, { headers: { "idempotency-key": tagKey } })).json();
    await tasks.remove(ada.id, { id: task.id }, you);
    await tags.remove(ada.id, { id: tag.id }, you);
    await tags.remove(ada.id, { id: task.tags[0].id }, you);
    await lose(key);
    await lose(tagKey);
    const rows = await rowsOf();
    expect(await (await send(addTask, { title: "Short-lived", tags: ["brief"] }, { headers })).json()).toEqual(task);
    const again = await send(addTag, { name: "fleeting" }, { headers: { "idempotency-key": tagKey } });
    expect(await again.json()).toEqual(tag);
    expect(await rowsOf()).toEqual(rows);
  });
});

test("no client chooses a task's or a tag's id", async () => {
  expect((await send(addTask, { title: "Mine", id: randomUUID() })).status).toBe(422);
  expect((await send(addTag, { name: "mine", id: randomUUID() })).status).toBe(422);
});

test("an occurrence that the request names is skipped once, however often it is sent", async () => {
  const { id } = await aTask(ada.id, { dueDate: "2055-01-01", repeat: "FREQ=DAILY" });
  const skipped = async () => {
    const request = new Request(`http://tandem.test/api/v1/tasks/${id}/skip?dueDate=2055-01-01`, { method: "POST" });
    return (await skipTask(request, { params: Promise.resolve({ id }) })).json();
  };
  const first = await skipped();
  expect(first).toMatchObject({ dueDate: "2055-01-02" });
  expect(await skipped()).toEqual(first);
});

test("a stream is neither held back nor kept: the next request with the key gets its own", async () => {
  const request = new Request("http://tandem.test/api/chat", {
    method: "POST",
    headers: { "idempotency-key": randomUUID() },
  });
  const answer = vi.fn(
    async () =>
      new Response(new ReadableStream({ pull: (c) => c.enqueue("data: on and on\n\n") }), {
        headers: { "content-type": "text/event-stream" },
      }),
  );
  for (const times of [1, 2]) {
    const response = await once(ada.id, request, "{}", answer);
    await response.body?.cancel();
    expect(answer).toHaveBeenCalledTimes(times);
  }
});

test("what passes is not kept: the next request with the key may get through", async () => {
  const request = new Request("http://tandem.test/", { method: "POST", headers: { "idempotency-key": randomUUID() } });
  const statuses = [503, 429, 201, 500];
  const answer = async () => Response.json({}, { status: statuses.shift() });
  const answered = [];
  for (let n = 0; n < 4; n++) answered.push((await once(ada.id, request, "{}", answer)).status);
  expect(answered).toEqual([503, 429, 201, 201]);
});

test("a database that goes away while the first request is answered holds its key back for no longer than it is away", async () => {
  const request = () =>
    new Request("http://tandem.test/", { method: "POST", headers: { "idempotency-key": "through an outage" } });
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const abandon = vi.spyOn(requests, "abandon").mockRejectedValueOnce(refused).mockRejectedValueOnce(refused);
  await expect(once(ada.id, request(), "{}", () => Promise.reject(refused))).rejects.toBe(refused);
  const retried = await once(ada.id, request(), "{}", async () => Response.json({}, { status: 201 }));
  expect(retried.status).toBe(201);
  expect(abandon).toHaveBeenCalledTimes(3);
  abandon.mockRestore();
});

import { beforeEach, expect, test } from "vitest";
import { policy } from "@/assistant/approvals";
import type { Preview } from "@/assistant/planned";
import { aTurn } from "@/assistant/testing/turn";
import type { Turn } from "@/assistant/tools/turn";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";

let turn: Turn;
let ada: string;
beforeEach(async () => {
  const user = await aUser();
  ada = user.id;
  turn = await aTurn(user);
});

async function asked(toolName: string, input: unknown): Promise<Preview | undefined> {
  await policy(turn, { toolCallId: "call", toolName, input });
  return turn.asking.get("call")?.preview;
}

test("a question knows the titles of the tasks that others are moved below and away from", async () => {
  const [trip, home] = [await aTask(ada, { title: "Trip" }), await aTask(ada, { title: "Home" })];
  const part = await aTask(ada, { title: "Part", parentId: home.id });
  const other = await aTask(ada, { title: "Other" });
  const moved = [part, other].map(({ id }) => ({ id, parentId: trip.id }));
  expect((await asked("change_tasks", { tasks: moved }))?.parents).toEqual({ [trip.id]: "Trip", [home.id]: "Home" });
});

test("a question knows the titles of the tasks that new ones are added below", async () => {
  const trip = await aTask(ada, { title: "Trip" });
  const tasks = ["a", "b", "c", "d", "e", "f"].map((title) => ({ title, parentId: trip.id }));
  expect((await asked("add_tasks", { tasks }))?.parents).toEqual({ [trip.id]: "Trip" });
});

test("a question needs no titles where all stay where they are", async () => {
  const trip = await aTask(ada, { title: "Trip" });
  await aTask(ada, { title: "Part", parentId: trip.id });
  expect(await asked("delete_tasks", { ids: [trip.id] })).toMatchObject({ rows: [{}, {}], parents: {} });
});

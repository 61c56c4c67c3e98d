import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { POST } from "@/app/api/chat/route";
import { read, says, send } from "@/assistant/testing/talk";
import { answers, said, typed } from "@/components/account/demo-script";
import * as changes from "@/db/changes";
import { aUser } from "@/db/testing";
import { aTask } from "@/db/testing-tasks";
import { describeDue } from "@/language/calendar";
import * as quickAdd from "@/language/quick-add";

const world = vi.hoisted(() => ({ user: undefined as unknown }));
vi.mock("@/auth", () => ({ currentUser: async () => world.user }));

test("the app does what its picture on the landing page shows", async () => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const clock = { now: new Date(), timeZone: "UTC" };
  const line = quickAdd.read(typed, clock);
  expect(line).toMatchObject({
    title: "Call mum",
    dueDate: day(1),
    dueTime: "17:00",
    tags: ["family"],
    priority: "high",
  });
  expect(line.marks.map(({ start, end }) => typed.slice(start, end))).toEqual(["tomorrow 5pm", "#family", "!high"]);

  const ada = await aUser({ timeZone: "UTC" });
  world.user = ada;
  await aTask(ada.id, { title: "Redraw figure 3", dueDate: day(0), tags: ["thesis"] });
  const { message } = await read(await send(POST, { id: randomUUID(), message: says(said) }));
  const told = message.parts.flatMap((part) => (part.type === "text" ? part.text.split("\n") : [])).filter(Boolean);
  const words = (part: string | number) =>
    typeof part === "string" ? part : describeDue({ dueDate: day(part), dueTime: null }, clock);
  expect(told).toEqual(answers.map((parts) => parts.map(words).join("")));
  const turnId = message.metadata?.turnId ?? "";
  expect((await changes.list(ada.id, { turnId })).map(({ what, noun }) => `${what} ${noun}`)).toEqual(
    expect.arrayContaining(["add task", "change task"]),
  );
});

import { describe, expect, test } from "vitest";
import { type Listed, play } from "@/assistant/testing/listed-tasks";

const row = (title: string, dueDate: string, repeat: string | null) => ({ id: title, title, dueDate, repeat });
const list = [
  row("Standup", "2026-11-23", "FREQ=WEEKLY;BYDAY=MO"),
  row("Retro", "2026-11-30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
  row("Gym", "2026-11-26", "FREQ=WEEKLY;BYDAY=TH"),
  row("Water the ferns", "2026-11-21", "FREQ=DAILY;INTERVAL=3"),
  row("Dentist", "2026-11-23", null),
];

/** What a message comes to: the write that it asks for and what is said once that has answered `after`. */
const reply = (message: string, after: Partial<Listed> = {}, focus: Listed[] = []) =>
  play([message], { list, after, focus });

describe("skipping", () => {
  test.each([
    ["skip the gym", "Gym"],
    ["please skip the gym next week", "Gym"],
    ["skip the next standup", "Standup"],
    ["I'm skipping the standup on Monday", "Standup"],
    ["leave the gym out this time", "Gym"],
    ["can you skip watering the ferns today", "Water the ferns"],
    ["give the gym a miss", "Gym"],
  ])("%s", (message, title) => {
    expect(reply(message).writes).toEqual([{ tool: "skip_tasks", input: { ids: [title] } }]);
  });

  test("says when it comes next", () => {
    const { say } = reply("skip the gym", { dueDate: "2026-12-03" });
    expect(say).toBe("Skipped “Gym”, next Thu 3 Dec.");
  });

  test("leaves alone what comes on another day than was said", () => {
    const { writes, say } = reply("skip the gym tomorrow");
    expect(writes).toEqual([]);
    expect(say).toBe("“Gym” is next due Thu 26 Nov, and I can only skip that one. Nothing was changed.");
  });

  test.each(["skip it", "skip", "skip to the next song", "leave me alone", "give me a break"])(
    "%s is no skipping",
    (message) => {
      expect(reply(message).writes).toEqual([]);
    },
  );
});

describe("moving a repeating task", () => {
  const moves = (message: string, focus: Listed[] = []) =>
    reply(message, {}, focus).writes.map(({ input }) => input.tasks);

  test.each([
    ["move the standup to Tuesday", { id: "Standup", dueDate: "2026-11-24" }],
    ["move just the next standup to Tuesday", { id: "Standup", dueDate: "2026-11-24" }],
    ["move the standup to Tuesday this time only", { id: "Standup", dueDate: "2026-11-24" }],
    ["move the standup to Tuesday just this once", { id: "Standup", dueDate: "2026-11-24" }],
    ["move the standup to Tuesdays from now on", { id: "Standup", dueDate: "2026-11-24", scope: "following" }],
    ["from now on move the standup to Tuesday", { id: "Standup", dueDate: "2026-11-24", scope: "following" }],
    ["move the standup and all that follow to Tuesday", { id: "Standup", dueDate: "2026-11-24", scope: "following" }],
    ["move the retro to Tuesdays from now on", { id: "Retro", dueDate: "2026-12-01", scope: "following" }],
    ["reschedule the gym to Fridays going forward", { id: "Gym", dueDate: "2026-11-27", scope: "following" }],
    ["move the ferns a day later from now on", { id: "Water the ferns", dueDate: "2026-11-22", scope: "following" }],
    ["move the dentist to Tuesday from now on", { id: "Dentist", dueDate: "2026-11-24" }],
  ])("%s", (message, wanted) => {
    expect(moves(message)).toEqual([[wanted]]);
  });

  test("and the one that was spoken of", () => {
    expect(moves("move just this one to Tuesday", list.slice(0, 1))).toEqual([
      [{ id: "Standup", dueDate: "2026-11-24" }],
    ]);
    expect(moves("move this and all following to Tuesday", list.slice(0, 1))).toEqual([
      [{ id: "Standup", dueDate: "2026-11-24", scope: "following" }],
    ]);
  });

  test("says the days that it came to", () => {
    const moved = { dueDate: "2026-11-24", repeat: "FREQ=WEEKLY;BYDAY=TU" };
    expect(reply("move the standup to Tuesdays from now on", moved).say).toBe(
      "Moved “Standup” to Tue 24 Nov and all following: every Tuesday, next Tue 1 Dec.",
    );
    expect(reply("move the standup to Tuesday", { dueDate: "2026-11-24" }).say).toBe(
      "Moved “Standup” to Tue 24 Nov, only this one.",
    );
    expect(reply("move the dentist to Tuesday", { dueDate: "2026-11-24" }).say).toBe("Moved “Dentist” to Tue 24 Nov.");
  });
});

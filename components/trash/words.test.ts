import { describe, expect, test } from "vitest";
import { sample } from "@/components/tasks/sample";
import { along, freeName, leaving, nameOf, spokenName } from "@/components/trash/words";
import type { Trashed } from "@/db/trash";

const times = { createdAt: new Date(0), updatedAt: new Date(0), deletedAt: new Date(0), version: 2 };
const tag = (taskCount: number): Trashed => ({
  noun: "tag",
  thing: { ...times, id: "t", name: "home", color: "#E1A035", taskCount },
});
const talk = (messageCount: number): Trashed => ({
  noun: "conversation",
  thing: { ...times, id: "c", title: "Trip to Porto", messageCount },
});
const task = (total: number): Trashed => ({ noun: "task", thing: sample({ subtasks: { done: 0, total } }) });

test("each is called by its name, and by its kind where that is not plain", () => {
  expect([tag(0), talk(0), task(0)].map(nameOf)).toEqual(["home", "Trip to Porto", "A task"]);
  expect([tag(0), talk(0), task(0)].map(spokenName)).toEqual([
    "the tag home",
    "the conversation Trip to Porto",
    "A task",
  ]);
});

test("what comes along is counted in its own words", () => {
  expect([tag(3), tag(1), tag(0)].map(along)).toEqual(["3 tasks", "1 task", ""]);
  expect([talk(12), task(2), task(0)].map(along)).toEqual(["12 messages", "2 subtasks", ""]);
});

describe("when it goes", () => {
  const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Pacific/Auckland", locale: "en-GB" };

  test("is said in days, and by the user's calendar", () => {
    expect(leaving({ endsAt: new Date("2026-12-21T09:00:00Z") }, clock).text).toBe("30 days left");
    expect(leaving({ endsAt: new Date("2026-12-03T12:00:00Z") }, clock)).toEqual({
      text: "13 days left",
      title: "Deleted permanently on Friday, 4 December",
    });
  });

  test("is the last day until the purge has come", () => {
    expect(leaving({ endsAt: new Date("2026-11-21T20:00:00Z") }, clock).text).toBe("Last day");
    expect(leaving({ endsAt: new Date("2026-11-20T20:00:00Z") }, clock).text).toBe("Last day");
  });
});

test("a free name is the next number, within the length that a name may have", () => {
  expect(freeName("home", ["Home", "home 2"])).toBe("home 3");
  expect([...freeName("🙂".repeat(50), [])]).toHaveLength(50);
});

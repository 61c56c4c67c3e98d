import { expect, test } from "vitest";
import { dueText } from "@/components/tasks/due-text";
import { sample } from "@/components/tasks/sample";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Lisbon", locale: "en-GB" };
const text = (...args: Parameters<typeof dueText>) => dueText(...args).text;

test("under the heading of its day a row says the time, the repeat, or nothing, and the day of what is late", () => {
  expect(text(sample({ dueDate: "2026-11-21", dueTime: "10:00" }), "today", true, clock)).toBe("10:00");
  expect(text(sample({ dueDate: "2026-11-21" }), "today", true, clock)).toBe("");
  expect(text(sample({ dueDate: "2026-11-21", repeat: "FREQ=DAILY;INTERVAL=3" }), "today", true, clock)).toBe(
    "Every 3 days",
  );
  expect(dueText(sample({ dueDate: "2026-11-20" }), "today", false, clock)).toEqual({ text: "Yesterday", late: true });
});

test("All tasks says day and time", () => {
  expect(text(sample({ dueDate: "2026-11-23", dueTime: "17:00" }), "tasks", false, clock)).toBe("Mon 23 17:00");
  expect(text(sample(), "tasks", false, clock)).toBe("");
});

test("a finished task says when it was done, by the user's clock, and is never late", () => {
  const done = (at: string) => sample({ dueDate: "2026-11-01", completed: true, completedAt: new Date(at) });
  expect(dueText(done("2026-11-20T23:30:00Z"), "search", false, clock)).toEqual({
    text: "Done Fri 20 Nov",
    late: false,
  });
  const auckland = { ...clock, timeZone: "Pacific/Auckland" };
  expect(text(done("2026-11-20T23:30:00Z"), "search", false, auckland)).toBe("Done 12:30");
  expect(text(done("2025-12-31T10:00:00Z"), "tag", false, clock)).toBe("Done Wed 31 Dec 2025");
  expect(text(done("2026-07-21T09:05:00Z"), "completed", false, clock)).toBe("10:05");
});

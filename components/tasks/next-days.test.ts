import { expect, test } from "vitest";
import { afterSkipping, daysInWords, movedSeries, nextDays } from "@/components/tasks/next-days";
import { sample } from "@/components/tasks/sample";

const clock = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Europe/Berlin" };
const task = (dueDate: string, repeat: string, more = {}) => sample({ dueDate, repeat, repeatStart: dueDate, ...more });

test("the next five are real days with their weekday, fewer where the series ends, none where it is once", () => {
  expect(nextDays(task("2026-11-24", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), clock)).toEqual([
    "Tue 8 Dec",
    "Tue 22 Dec",
    "Tue 5 Jan 2027",
    "Tue 19 Jan 2027",
    "Tue 2 Feb 2027",
  ]);
  expect(nextDays(task("2026-11-24", "FREQ=DAILY;COUNT=3"), clock)).toEqual(["Wed 25 Nov", "Thu 26 Nov"]);
  expect(nextDays(task("2026-11-24", "FREQ=DAILY;UNTIL=20261124"), clock)).toEqual([]);
  expect(nextDays(sample({ dueDate: "2026-11-24" }), clock)).toEqual([]);
});

test("one that was moved is followed by the day that its series has, and late ones by a day to come", () => {
  const moved = task("2026-11-23", "FREQ=WEEKLY;BYDAY=TU", { repeatStart: "2026-11-24" });
  expect(nextDays(moved, clock, 1)).toEqual(["Tue 1 Dec"]);
  expect(nextDays(task("2026-11-01", "FREQ=DAILY"), clock, 2)).toEqual(["Sat 21 Nov", "Sun 22 Nov"]);
});

test("skipping counts a repeat from completion from its own day, or today when that is over", () => {
  const from = { repeatFrom: "completion" as const };
  expect(afterSkipping(task("2026-11-24", "FREQ=DAILY;INTERVAL=10", from), clock)?.due).toBe("2026-12-04");
  expect(afterSkipping(task("2026-11-01", "FREQ=DAILY;INTERVAL=10", from), clock)?.due).toBe("2026-12-01");
  expect(afterSkipping(task("2026-11-24", "FREQ=DAILY;COUNT=1"), clock)).toBeUndefined();
});

test("all that follow are offered only where they can move along and would", () => {
  const tuesdays = task("2026-11-24", "FREQ=WEEKLY;BYDAY=TU");
  expect(movedSeries(tuesdays, "2026-11-25")).toBe("FREQ=WEEKLY;BYDAY=WE");
  expect(movedSeries(tuesdays, "2026-11-24")).toBeUndefined();
  expect(movedSeries(task("2026-11-24", "FREQ=WEEKLY;BYDAY=TU,WE"), "2026-11-25")).toBeUndefined();
  expect(movedSeries({ ...tuesdays, repeatFrom: "completion" }, "2026-11-25")).toBeUndefined();
  expect(movedSeries(sample({ dueDate: "2026-11-24" }), "2026-11-25")).toBeUndefined();
});

test("a mark of quick add says its first days", () => {
  const line = (repeat: string) => ({ dueDate: "2026-11-24", repeat, repeatFrom: "due" as const });
  expect(daysInWords(line("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), clock)).toBe(
    "Every other Tuesday: Tue 24 Nov, Tue 8 Dec, Tue 22 Dec, …",
  );
  expect(daysInWords(line("FREQ=DAILY;COUNT=2"), clock)).toBe("Every day, 2 times: Tue 24 Nov, Wed 25 Nov");
});

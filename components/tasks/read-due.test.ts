import { expect, test } from "vitest";
import { readDue } from "@/components/tasks/read-due";

const clock = { now: new Date("2026-11-30T09:00:00Z"), timeZone: "Europe/Lisbon", locale: "en-GB" };
const none = { dueDate: null, dueTime: null };
const task = { dueDate: "2026-12-03", dueTime: "17:00" };
const words = (text: string, of = none) => readDue(text, of, clock)?.words;

test("words are read as a day, a time, a repetition, or no date at all", () => {
  expect(words("fri 3pm")).toBe("Fri 4 Dec, 15:00");
  expect(words("every friday at 9")).toBe("Every Friday, Fri 4 Dec, 09:00");
  expect(words("12 jan")).toBe("Tue 12 Jan 2027");
  expect(readDue("no date", task, clock)?.fields).toEqual({ dueDate: null, dueTime: null, repeat: null });
  expect(readDue("Someday", task, clock)?.fields).toMatchObject({ dueDate: null });
  expect(words("the blue one")).toBeUndefined();
});

test("what the words leave out stays as it is", () => {
  expect(readDue("tomorrow", task, clock)?.fields).toEqual({ dueDate: "2026-12-01", dueTime: "17:00" });
  expect(readDue("at 9:30", task, clock)?.fields).toEqual({ dueDate: "2026-12-03", dueTime: "09:30" });
});

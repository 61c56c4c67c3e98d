import fc from "fast-check";
import { expect, test } from "vitest";
import { quickDays } from "@/components/tasks/quick-days";
import * as dates from "@/language/dates";

const at = (day: string, weekStart?: number) => ({
  now: new Date(`${day}T09:00:00Z`),
  timeZone: "UTC",
  locale: "en-GB",
  ...(weekStart !== undefined && { weekStart }),
});
const shown = (clock: ReturnType<typeof at>) => quickDays(clock).map(({ name, date }) => `${name} ${date}`);

test("each quick day says which day it is", () => {
  expect(shown(at("2026-11-30"))).toEqual([
    "Today Mon 30 Nov",
    "Tomorrow Tue 1 Dec",
    "Weekend Sat 5 Dec",
    "Next week Mon 7 Dec",
  ]);
  expect(shown(at("2026-12-27", 0)).slice(2)).toEqual(["Weekend Sat 2 Jan 2027", "Next week Sun 3 Jan 2027"]);
});

test("a quick day is the one that its name means where it is typed", () => {
  const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 6 }), (date, weekStart) => {
      const clock = at(date.toISOString().slice(0, 10), weekStart);
      for (const { name, day } of quickDays(clock))
        if (name !== "Weekend") expect([name, dates.read(name, clock)[0]?.day]).toEqual([name, day]);
    }),
    { numRuns: 30 },
  );
});

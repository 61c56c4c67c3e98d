import fc from "fast-check";
import { expect, test } from "vitest";
import { monthOf, opening, stepTo, turn, weeks } from "@/components/tasks/month";

const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true });
const day = days.map((date) => date.toISOString().slice(0, 10));
const weekStart = fc.integer({ min: 0, max: 6 });

test("a month's weeks begin on the user's first day and are whole", () => {
  const november = weeks("2026-11-01", 1);
  expect(november[0]?.[0]).toBe("2026-10-26");
  expect(november.at(-1)?.at(-1)).toBe("2026-12-06");
  expect(weeks("2026-11-01", 0)[0]?.[0]).toBe("2026-11-01");
});

test("late in a month the calendar opens on the weeks to come", () => {
  expect(weeks(opening(null, "2026-11-30"))[0]?.[0]).toBe("2026-11-30");
  expect(weeks(opening("2026-11-03", "2026-11-30"))[0]?.[0]).toBe("2026-11-30");
  expect(opening("2027-02-14", "2026-11-30")).toBe("2027-02-01");
});

test("the month before one of which weeks are left out is that one, whole", () => {
  expect(monthOf("2026-11-18")).toBe("2026-11");
  expect(turn("2026-11-18", -1)).toBe("2026-11-01");
  expect(turn("2026-11-01", -1)).toBe("2026-10-01");
  expect(turn("2026-12-01", 1)).toBe("2027-01-01");
  expect(monthOf("2026-11-30")).toBe("2026-12");
  expect(turn("2026-11-30", -1)).toBe("2026-11-01");
});

test("wherever a calendar opens, the day is in sight, and every day before and after can be reached", () => {
  fc.assert(
    fc.property(day, weekStart, (today, start) => {
      const first = opening(null, today);
      const shown = weeks(first, start);
      expect(shown).toHaveLength(6);
      expect(shown[0]).toContain(today);
      for (const by of [-1, 1] as const) {
        let [from, at] = [shown, first];
        for (let turns = 0; turns < 3; turns++) {
          at = turn(at, by, start);
          const to = weeks(at, start);
          const [earlier, later] = by < 0 ? [to, from] : [from, to];
          const next = stepTo(earlier.at(-1)?.at(-1) ?? "", "ArrowRight", start) ?? "";
          expect((later[0]?.[0] ?? "") <= next).toBe(true);
          from = to;
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("keys lead by day, week, month and to the ends of the week", () => {
  expect(stepTo("2026-11-21", "ArrowLeft")).toBe("2026-11-20");
  expect(stepTo("2026-11-21", "ArrowDown")).toBe("2026-11-28");
  expect(stepTo("2026-01-31", "PageDown")).toBe("2026-02-28");
  expect(stepTo("2026-11-21", "Home", 1)).toBe("2026-11-16");
  expect(stepTo("2026-11-21", "End", 0)).toBe("2026-11-21");
  expect(stepTo("2026-11-21", "a")).toBeUndefined();
});

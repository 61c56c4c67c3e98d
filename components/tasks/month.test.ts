import { expect, test } from "vitest";
import { stepTo, turn, weeks } from "@/components/tasks/month";

test("a month's weeks begin on the user's first day and are whole", () => {
  const november = weeks("2026-11", 1);
  expect(november[0]?.[0]).toBe("2026-10-26");
  expect(november.at(-1)?.at(-1)).toBe("2026-12-06");
  expect(weeks("2026-11", 0)[0]?.[0]).toBe("2026-11-01");
  expect(weeks("2027-02", 1)).toHaveLength(4);
});

test("keys lead by day, week, month and to the ends of the week", () => {
  expect(stepTo("2026-11-21", "ArrowLeft")).toBe("2026-11-20");
  expect(stepTo("2026-11-21", "ArrowDown")).toBe("2026-11-28");
  expect(stepTo("2026-01-31", "PageDown")).toBe("2026-02-28");
  expect(stepTo("2026-11-21", "Home", 1)).toBe("2026-11-16");
  expect(stepTo("2026-11-21", "End", 0)).toBe("2026-11-21");
  expect(stepTo("2026-11-21", "a")).toBeUndefined();
});

test("months turn over years", () => {
  expect(turn("2026-12", 1)).toBe("2027-01");
});

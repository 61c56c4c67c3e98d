import { expect, test } from "vitest";
import { rangeOf } from "./range";
import { readSpans } from "./times";

// A Saturday.
const context = { now: new Date("2026-11-21T08:00:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };

function range(text: string) {
  const [span] = readSpans(text, context);
  return span && rangeOf(span, context);
}

test.each([
  ["on Friday", { from: "2026-11-27", to: "2026-11-27" }],
  ["in 3 days", { from: "2026-11-24", to: "2026-11-24" }],
  ["in the next 3 days", { from: "2026-11-21", to: "2026-11-24" }],
  ["within 3 days", { from: "2026-11-21", to: "2026-11-24" }],
  ["within the next 2 weeks", { from: "2026-11-21", to: "2026-12-05" }],
  ["for the next two weeks", { from: "2026-11-21", to: "2026-12-06" }],
  ["over the next few days", { from: "2026-11-21", to: "2026-11-24" }],
  ["over the next week", { from: "2026-11-21", to: "2026-11-28" }],
  ["next week", { from: "2026-11-23", to: "2026-11-29" }],
  ["this month", { from: "2026-11-01", to: "2026-11-30" }],
  ["from Monday to Wednesday", { from: "2026-11-23", to: "2026-11-25" }],
])("%s", (text, days) => {
  expect(range(text)).toEqual(days);
});

test("a weekend is both its days, also on the Sunday", () => {
  const [span] = readSpans("this weekend", context);
  expect(span && rangeOf(span, context)).toEqual({ from: "2026-11-21", to: "2026-11-22" });
});

test("up to a day is all that comes before it", () => {
  expect(range("by Friday")).toEqual({ to: "2026-11-27" });
  expect(range("until Friday")).toEqual({ to: "2026-11-27" });
  expect(range("before Friday")).toEqual({ to: "2026-11-26" });
});

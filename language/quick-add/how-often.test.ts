import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as quickAdd from "../quick-add";
import { understood, wednesday } from "../testing-lines";
import { weekdays } from "../testing-rules";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const things = fc.constantFrom("vitamins", "gym", "standup", "30 min yoga", "call granny", "Mum's pills");
const signs = fc.constantFrom("", "#health ", "p1 ", "!! #health ");

test("“every day” says how often ahead of what is done as behind it, and behind a tag", () => {
  fc.assert(
    fc.property(signs, things, fc.constantFrom("every day", "Every day", "each day"), (sign, thing, often) => {
      const task = `${thing} | 2026-11-18 | FREQ=DAILY`;
      for (const line of [`${often} ${thing}`, `${thing} ${often}`, `${often}: ${thing}`])
        expect([line, understood(sign + line, wednesday)]).toEqual([line, task]);
    }),
  );
});

test("days in the plural are each week's, however they are listed", () => {
  fc.assert(
    fc.property(things, weekdays, fc.constantFrom(", ", " and ", "/", " "), (thing, days, joint) => {
      const names = days.map((day) => DAYS[day - 1]);
      const plurals = names.map((name) => `${name}s`).join(joint);
      expect(understood(`${thing} ${plurals}`, wednesday)).toBe(
        understood(`${thing} every ${names.join(", ")}`, wednesday),
      );
    }),
  );
});

test("“except” takes weekdays out of a daily or weekly repetition, however they are listed", () => {
  const word = fc.constantFrom("except", "but", "except for", "excluding", ", except on");
  const joint = fc.constantFrom(", ", " and ", " & ");
  fc.assert(
    fc.property(things, weekdays, word, joint, fc.boolean(), (thing, days, word, joint, isPlural) => {
      const names = days.map((day) => DAYS[day - 1] + (isPlural ? "s" : "")).join(joint);
      const left = DAYS.filter((_, at) => !days.includes(at + 1));
      fc.pre(left.length > 0);
      const plain = understood(`${thing} every ${left.join(", ")}`, wednesday);
      for (const every of ["every day", "daily", "each day"])
        expect(understood(`${thing} ${every} ${word} ${names}`, wednesday)).toBe(plain);
    }),
  );
});

describe("how often stands at either end of a line", () => {
  test.each([
    ["vitamins daily", "vitamins | 2026-11-18 | FREQ=DAILY"],
    ["every day vitamins and iron", "vitamins and iron | 2026-11-18 | FREQ=DAILY"],
    ["every! day vitamins", "vitamins | 2026-11-18 | FREQ=DAILY"],
    ["call granny sundays", "call granny | 2026-11-22 | FREQ=WEEKLY;BYDAY=SU"],
    ["Call granny Sundays", "Call granny | 2026-11-22 | FREQ=WEEKLY;BYDAY=SU"],
    ["sundays call granny", "call granny | 2026-11-22 | FREQ=WEEKLY;BYDAY=SU"],
    ["sundays: granny", "granny | 2026-11-22 | FREQ=WEEKLY;BYDAY=SU"],
    ["gym mondays 7", "gym | 2026-11-23 | 07:00 | FREQ=WEEKLY;BYDAY=MO"],
    ["mondays gym at 7", "gym | 2026-11-23 | 07:00 | FREQ=WEEKLY;BYDAY=MO"],
    ["gym mondays until june", "gym | 2026-11-23 | FREQ=WEEKLY;UNTIL=20270531;BYDAY=MO"],
    ["gym mondays, wednesdays, and fridays", "gym | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    ["laundry weekends", "laundry | 2026-11-21 | FREQ=WEEKLY;BYDAY=SA,SU"],
    ["every monday gym", "gym | 2026-11-23 | FREQ=WEEKLY;BYDAY=MO"],
    ["gym every mon and thu at 7", "gym | 2026-11-19 | 07:00 | FREQ=WEEKLY;BYDAY=MO,TH"],
    ["pay rent every 1st", "pay rent | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1"],
    ["water plants every 3 days starting tomorrow", "water plants | 2026-11-19 | FREQ=DAILY;INTERVAL=3"],
    ["report every last friday", "report | 2026-11-27 | FREQ=MONTHLY;BYDAY=-1FR"],
    ["#work friday call mum", "call mum | 2026-11-20"],
    ["run every day but sunday 7am", "run | 2026-11-19 | 07:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"],
    ["run every weekday except friday", "run | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"],
    ["pills every day except weekends", "pills | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["every day except the weekend: walk", "walk | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["standup m-f 9am", "standup | 2026-11-19 | 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["gym mwf", "gym | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    ["class t/th 7am", "class | 2026-11-19 | 07:00 | FREQ=WEEKLY;BYDAY=TU,TH"],
    ["report every last weekday", "report | 2026-11-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
    ["report first working day of the month", "report | 2026-12-01 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"],
    ["report 2nd last friday of the month", "report | 2026-11-20 | FREQ=MONTHLY;BYDAY=-2FR"],
  ])("%s", (line, task) => {
    expect(understood(line, wednesday)).toBe(task);
  });
});

test.each([
  "Everyday shoes",
  "everyday vitamins",
  "buy every day shoes",
  "Every day carry knife",
  "every day carry",
  "Every Day Counts",
  "Live every day like the last",
  "make every day count",
  "daily vitamins",
  "Weekly review",
  "Sundays at Tiffany's",
  "mondays report",
  "Casual Fridays",
  "Book TGI Fridays",
  "Learn to love Mondays",
  "skip mondays",
  "block fridays",
  "cancel fridays",
  "take off fridays",
  "work most weekends",
  "plan two weekends",
  "book 3 mondays",
  "all but sunday lunches",
  "check the m-f option",
])("%s stays a title", (line) => {
  expect(quickAdd.read(line, wednesday)).toMatchObject({ title: line, dueDate: null, repeat: null, marks: [] });
});

import { describe, expect, test } from "vitest";
import * as dates from "./dates";
import { saturday } from "./testing-lines";

const boston = { now: new Date("2026-11-21T16:00:00Z"), timeZone: "America/New_York", locale: "en-US" };

function meant(text: string, context: Parameters<typeof dates.read>[1] = saturday) {
  const [span, ...more] = dates.read(text, context);
  return span && more.length === 0 ? [span.day, span.time].filter(Boolean).join(" ") : undefined;
}

describe("a time alone", () => {
  test.each([
    ["at 5pm", "2026-11-21 17:00", "is today when it is still to come"],
    ["at 9am", "2026-11-22 09:00", "is tomorrow when it is over"],
    ["at 7", "2026-11-21 19:00", "without its half of the day is the next to come"],
    ["at 3", "2026-11-21 15:00", "between one and six is in the afternoon"],
    ["noon", "2026-11-21 12:00", "may have a name"],
    ["half past seven", "2026-11-21 19:30", "may be spoken"],
    ["twenty to nine pm", "2026-11-21 20:40", "may be counted back"],
    ["15h30", "2026-11-21 15:30", "may be French"],
    ["5pm GMT", "2026-11-21 18:00", "may be another zone's"],
    ["2026-11-22T17:00:00Z", "2026-11-22 18:00", "may be an instant"],
  ])("%s → %s: it %s", (text, due) => {
    expect(meant(text)).toBe(due);
  });

  test("with a colon is the morning's where clocks have 24 hours, else the next to come", () => {
    expect(meant("at 8:30", saturday)).toBe("2026-11-22 08:30");
    expect(meant("at 8:30", boston)).toBe("2026-11-21 20:30");
  });
});

const DUES: Record<string, Array<[text: string, due: string]>> = {
  "a day": [
    ["tomorrow", "2026-11-22"],
    ["the day after tomorrow", "2026-11-23"],
    ["in 3 days", "2026-11-24"],
    ["a fortnight from now", "2026-12-05"],
    ["on the 1st", "2026-12-01"],
    ["the 24th", "2026-11-24"],
    ["3 March", "2027-03-03"],
    ["Mar 3rd, 2028", "2028-03-03"],
    ["2026-12-24", "2026-12-24"],
    ["24.12.2026", "2026-12-24"],
    ["last Friday of next month", "2026-12-25"],
    ["third Tuesday of January", "2027-01-19"],
    ["two weeks before Christmas", "2026-12-11"],
    ["end of the month", "2026-11-30"],
    ["Tuesday week", "2026-12-01"],
    ["before Christmas", "2026-12-24"],
    ["before the weekend", "2026-11-27"],
    ["before March", "2027-02-28"],
    ["on or before Friday", "2026-11-27"],
  ],
  "a day and a time on it": [
    ["tomorrow at 9 in the evening", "2026-11-22 21:00"],
    ["on 3 December at 7 in the morning", "2026-12-03 07:00"],
    ["Friday at 3:30 in the afternoon", "2026-11-27 15:30"],
    ["at 9 in the evening on 3 December", "2026-12-03 21:00"],
    ["at 0640 on Monday", "2026-11-23 06:40"],
    ["before 5pm on Friday", "2026-11-27 17:00"],
    ["2h tonight", "2026-11-21 20:00"],
    ["tomorrow at twelve noon", "2026-11-22 12:00"],
    ["tomorrow at six hundred and forty five am", "2026-11-22 06:45"],
  ],
  "a day as the British and the busy say it": [
    ["a week on Thursday", "2026-12-03"],
    ["a fortnight on Tuesday", "2026-12-08"],
    ["three weeks today", "2026-12-12"],
    ["two weeks tomorrow", "2026-12-06"],
    ["tomorrow week", "2026-11-29"],
    ["Monday fortnight", "2026-12-07"],
    ["the Monday after next", "2026-11-30"],
    ["in two weeks' time", "2026-12-05"],
    ["this time tomorrow", "2026-11-22"],
    ["same time next week", "2026-11-28"],
    ["end of day Friday", "2026-11-27"],
    ["Friday close of play", "2026-11-27"],
    ["first thing Monday morning", "2026-11-23 08:00"],
    ["7.30 tomorrow", "2026-11-22 07:30"],
    ["15 to noon", "2026-11-21 11:45"],
    ["after the weekend", "2026-11-23"],
    ["the weekend of 12 December", "2026-12-12"],
    ["for the weekend of 13 December", "2026-12-12"],
    ["tomorrow between 2 and 4", "2026-11-22 14:00"],
    ["1430 hours", "2026-11-21 14:30"],
  ],
};

describe.each(Object.entries(DUES))("%s", (_, dues) => {
  test.each(dues)("%s is %s", (text, due) => {
    expect(meant(text)).toBe(due);
  });
});

test("a length with a day is how long", () => {
  expect(meant("camping 2 days on Monday")).toBe("2026-11-23");
});

test("a weekend under way is due on its Sunday", () => {
  const sunday = { ...saturday, now: new Date("2026-11-22T10:00:00Z") };
  expect(meant("this weekend", sunday)).toBe("2026-11-22");
  expect(meant("this weekend", { ...saturday, now: new Date("2026-11-19T10:00:00Z") })).toBe("2026-11-21");
});

describe("what can be read in two ways is read in one", () => {
  test("a weekday is the coming one, never today", () => {
    expect(meant("on Saturday")).toBe("2026-11-28");
    expect(meant("Sunday")).toBe("2026-11-22");
  });
  test("a next weekday is in next week, as the user's calendar counts weeks", () => {
    expect(meant("next Sunday")).toBe("2026-11-29");
    expect(meant("next Sunday", { ...saturday, weekStart: 0 })).toBe("2026-11-22");
  });
  test("5/6 has the month first only in en-US", () => {
    expect(meant("5/6/2027", saturday)).toBe("2027-06-05");
    expect(meant("5/6/2027", boston)).toBe("2027-05-06");
    expect(meant("13/6/2027", boston)).toBe("2027-06-13");
  });
  test("a weekday beside a date picks the nearest such day", () => {
    expect(meant("Friday 20 November")).toBe("2026-11-20");
    expect(meant("Monday 23 November")).toBe("2026-11-23");
  });
  test("a period under way is due on its last day, one to come on its first", () => {
    expect(meant("this month")).toBe("2026-11-30");
    expect(meant("next month")).toBe("2026-12-01");
  });
  test("part of a day gives an hour of it, until that is over", () => {
    expect(meant("tomorrow morning")).toBe("2026-11-22 09:00");
    expect(meant("this morning")).toBe("2026-11-21");
  });
});

test("hours are counted as they pass, also in the night in which the clocks change", () => {
  const spring = { ...saturday, now: new Date("2026-03-28T23:30:00Z") };
  expect(meant("in 2 hours", spring)).toBe("2026-03-29 03:30");
  expect(meant("in 1 day", spring)).toBe("2026-03-30");
  const autumn = { ...saturday, now: new Date("2026-10-25T00:30:00Z") };
  expect(meant("in 2 hours", autumn)).toBe("2026-10-25 03:30");
});

test("a range keeps its end", () => {
  expect(dates.read("Thursday 9:30 - 11:00", saturday)).toMatchObject([
    { day: "2026-11-26", time: "09:30", until: { day: "2026-11-26", time: "11:00" } },
  ]);
  expect(dates.read("July 13-15", saturday)).toMatchObject([
    { day: "2027-07-13", until: { day: "2027-07-15", time: null } },
  ]);
});

test("a value is exact beyond what a due keeps", () => {
  expect(dates.read("in 90 seconds", saturday)).toMatchObject([{ value: "2026-11-21T11:01:30", time: "11:01" }]);
});

test("a bare number or month is a time only where it is all there is", () => {
  expect(meant("7")).toBe("2026-11-21 19:00");
  expect(meant("May")).toBe("2027-05-01");
  expect(dates.read("Buy 7", saturday)).toEqual([]);
  expect(dates.read("7", saturday, { bare: false })).toEqual([]);
});

test.each(["€5", "A4", "monday.com", "x@friday.org", "https://a.b/2026/11/22", "10.0.0.1", "tomorrow's"])(
  "%s is no time",
  (text) => {
    expect(dates.read(`see ${text} now and then`, saturday)).toEqual([]);
  },
);

describe("a repetition", () => {
  test.each([
    ["every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-23"],
    ["every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24"],
    ["every second Tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU", "2026-12-08"],
    ["last Friday of the month", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27"],
    ["every 3 months on the 15th", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "2026-12-15"],
    ["every day until June", "FREQ=DAILY;UNTIL=20270531", "2026-11-21"],
    ["daily 10 times", "FREQ=DAILY;COUNT=10", "2026-11-21"],
    ["every week for 3 weeks", "FREQ=WEEKLY;UNTIL=20261211", "2026-11-21"],
    ["every mon, wed and fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-23"],
    ["on the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-12-01"],
    ["the last working day of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30"],
    ["every March 3", "FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=3", "2027-03-03"],
    ["every 2 weeks on Friday starting in January", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2027-01-01"],
    ["quarterly", "FREQ=MONTHLY;INTERVAL=3", "2026-11-21"],
  ])("%s is %s, first on %s", (text, repeat, day) => {
    expect(dates.read(text, saturday)).toMatchObject([{ repeat, day, repeatFrom: "due", text }]);
  });

  test.each(["every! 10 days", "every 10 days after completion", "10 days after I finish"])(
    "%s counts from completion",
    (text) => {
      expect(dates.read(text, saturday)).toMatchObject([
        { repeat: "FREQ=DAILY;INTERVAL=10", repeatFrom: "completion" },
      ]);
    },
  );

  test("takes a time on either side, and begins when that comes next", () => {
    expect(dates.read("every Monday at 9am", saturday)).toMatchObject([{ day: "2026-11-23", time: "09:00" }]);
    expect(dates.read("at 9 every day", saturday)).toMatchObject([{ day: "2026-11-22", time: "09:00" }]);
    expect(dates.read("every evening", saturday)).toMatchObject([{ day: "2026-11-21", time: "18:00" }]);
    expect(dates.read("every night at nine", saturday)).toMatchObject([{ time: "21:00", repeat: "FREQ=DAILY" }]);
    expect(dates.read("every Tuesday evening at 8", saturday)).toMatchObject([
      { day: "2026-11-24", time: "20:00", repeat: "FREQ=WEEKLY;BYDAY=TU" },
    ]);
  });
});

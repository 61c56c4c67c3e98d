import { describe, expect, test } from "vitest";
import { saturday, understood } from "./testing-lines";

const LINES: Record<string, Array<[line: string, task: string]>> = {
  "a day and a time may stand apart": [
    ["tomorrow call mum at 9", "call mum | 2026-11-22 | 09:00"],
    ["5pm call mum tomorrow", "call mum | 2026-11-22 | 17:00"],
    ["every Monday call mum at 9", "call mum | 2026-11-23 | 09:00 | FREQ=WEEKLY;BYDAY=MO"],
    ["Call mum tomorrow, then dad", "Call mum, then dad | 2026-11-22"],
    ["Buy milk (today)", "Buy milk | 2026-11-21"],
    ["tomorrow: lunch", "lunch | 2026-11-22"],
    ["tonight call mum at 9", "call mum | 2026-11-21 | 21:00"],
    ["every night pills at nine", "pills | 2026-11-21 | 21:00 | FREQ=DAILY"],
    ["every Saturday morning parkrun at 9", "parkrun | 2026-11-28 | 09:00 | FREQ=WEEKLY;BYDAY=SA"],
    ["next week call the bank at 9", "call the bank | 2026-11-23 | 09:00"],
    ["eod friday report", "report | 2026-11-27"],
  ],
  "a time needs a day, and has the one that the line begins with": [
    ["every day standup at 9", "standup | 2026-11-22 | 09:00 | FREQ=DAILY"],
    ["Daily standup at 9", "standup | 2026-11-22 | 09:00 | FREQ=DAILY"],
    ["Sunday lunch with Nan 1pm", "lunch with Nan | 2026-11-22 | 13:00"],
    ["tue dentist 3pm", "dentist | 2026-11-24 | 15:00"],
    ["Christmas dinner at 5", "dinner | 2026-12-25 | 17:00"],
    ["Q3 review at 5", "Q3 review | 2026-11-21 | 17:00"],
    ["Prepare the Friday report at 5", "Prepare the Friday report | 2026-11-21 | 17:00"],
  ],
  "a day from or until which something repeats is its own": [
    ["every monday gym until june", "gym | 2026-11-23 | FREQ=WEEKLY;UNTIL=20270531;BYDAY=MO"],
    ["every day vitamins until 20 december at 9", "vitamins | 2026-11-22 | 09:00 | FREQ=DAILY;UNTIL=20261220"],
    ["at 9 every day vitamins until friday", "vitamins | 2026-11-22 | 09:00 | FREQ=DAILY;UNTIL=20261127"],
    ["every monday gym starting tomorrow", "gym | 2026-11-23 | FREQ=WEEKLY;BYDAY=MO"],
    ["every 3 days water plants from 1 december", "water plants | 2026-12-01 | FREQ=DAILY;INTERVAL=3"],
    ["every monday call Jo friday", "call Jo | 2026-11-27 | FREQ=WEEKLY;BYDAY=MO"],
    ["call Jo until friday", "call Jo | 2026-11-27"],
  ],
  "a deadline goes before any other day": [
    ["book mum's flight for 20 dec by friday", "book mum's flight for 20 dec | 2026-11-27"],
  ],
  "a bare hour is in the half of the day that the task belongs to": [
    ["Dinner with Tom Friday at 7", "Dinner with Tom | 2026-11-27 | 19:00"],
    ["movie Thursday 8:30", "movie | 2026-11-26 | 20:30"],
    ["breakfast with Jo at 9", "breakfast with Jo | 2026-11-22 | 09:00"],
    ["wake up at 6", "wake up | 2026-11-22 | 06:00"],
    ["alarm 6:30", "alarm | 2026-11-22 | 06:30"],
    ["gym every Tuesday at 7", "gym | 2026-11-24 | 07:00 | FREQ=WEEKLY;BYDAY=TU"],
    ["gym every Tuesday at 6", "gym | 2026-11-24 | 18:00 | FREQ=WEEKLY;BYDAY=TU"],
    ["take the night train at 9am", "take the night train | 2026-11-22 | 09:00"],
  ],
};

describe.each(Object.entries(LINES))("%s", (_, lines) => {
  test.each(lines)("%s", (line, task) => {
    expect(understood(line, saturday)).toBe(task);
  });
});

test.each(["00:30", "08:59", "09:01", "12:00", "18:00", "22:30"])(
  "a day and a time apart mean the same, and begin when that comes next, at %s",
  (clock) => {
    const context = { ...saturday, now: new Date(`2026-11-21T${clock}:00+01:00`) };
    const task = `standup | ${clock < "09:00" ? "2026-11-21" : "2026-11-22"} | 09:00 | FREQ=DAILY`;
    for (const line of ["every day standup at 9", "standup every day at 9", "at 9 every day standup"])
      expect(understood(line, context)).toBe(task);
  },
);

import { describe, expect, test } from "vitest";
import * as quickAdd from "./quick-add";

// A Saturday, eleven in the morning.
const berlin = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };

describe("a line with a day and a time apart", () => {
  test.each([
    ["tomorrow call mum at 9", "call mum", "2026-11-22 09:00"],
    ["5pm call mum tomorrow", "call mum", "2026-11-22 17:00"],
    ["every Monday call mum at 9", "call mum", "2026-11-23 09:00"],
    ["Call mum tomorrow, then dad", "Call mum, then dad", "2026-11-22"],
    ["Buy milk (today)", "Buy milk", "2026-11-21"],
    ["tomorrow: lunch", "lunch", "2026-11-22"],
    ["tonight call mum at 9", "call mum", "2026-11-21 21:00"],
    ["every night pills at nine", "pills", "2026-11-21 21:00"],
    ["every Saturday morning parkrun at 9", "parkrun", "2026-11-28 09:00"],
    ["next week call the bank at 9", "call the bank", "2026-11-23 09:00"],
    ["eod friday report", "report", "2026-11-27"],
  ])("%s", (line, title, due) => {
    const task = quickAdd.read(line, berlin);
    expect([task.title, [task.dueDate, task.dueTime].filter(Boolean).join(" ")]).toEqual([title, due]);
  });

  test.each([
    ["every day standup at 9", "standup", "2026-11-22 09:00"],
    ["Daily standup at 9", "standup", "2026-11-22 09:00"],
    ["Sunday lunch with Nan 1pm", "lunch with Nan", "2026-11-22 13:00"],
    ["tue dentist 3pm", "dentist", "2026-11-24 15:00"],
    ["Christmas dinner at 5", "dinner", "2026-12-25 17:00"],
    ["Q3 review at 5", "Q3 review", "2026-11-21 17:00"],
    ["Prepare the Friday report at 5", "Prepare the Friday report", "2026-11-21 17:00"],
  ])("which a day at its beginning belongs to, as a time needs a day: %s", (line, title, due) => {
    const task = quickAdd.read(line, berlin);
    expect([task.title, [task.dueDate, task.dueTime].filter(Boolean).join(" ")]).toEqual([title, due]);
  });

  test("and a deadline goes before any other day", () => {
    expect(quickAdd.read("book mum's flight for 20 dec by friday", berlin)).toMatchObject({
      title: "book mum's flight for 20 dec",
      dueDate: "2026-11-27",
    });
  });

  test.each(["00:30", "08:59", "09:01", "12:00", "18:00", "22:30"])(
    "means the same, and begins when that comes next, at %s",
    (clock) => {
      const context = { ...berlin, now: new Date(`2026-11-21T${clock}:00+01:00`) };
      const dueDate = clock < "09:00" ? "2026-11-21" : "2026-11-22";
      for (const line of ["every day standup at 9", "standup every day at 9", "at 9 every day standup"])
        expect(quickAdd.read(line, context)).toMatchObject({ title: "standup", dueDate, dueTime: "09:00" });
    },
  );
});

describe("a bare hour is in the half of the day that the task belongs to", () => {
  test.each([
    ["Dinner with Tom Friday at 7", "2026-11-27 19:00"],
    ["movie Thursday 8:30", "2026-11-26 20:30"],
    ["breakfast with Jo at 9", "2026-11-22 09:00"],
    ["wake up at 6", "2026-11-22 06:00"],
    ["alarm 6:30", "2026-11-22 06:30"],
    ["gym every Tuesday at 7", "2026-11-24 07:00"],
    ["gym every Tuesday at 6", "2026-11-24 18:00"],
    ["take the night train at 9am", "2026-11-22 09:00"],
  ])("%s", (line, due) => {
    const task = quickAdd.read(line, berlin);
    expect([task.dueDate, task.dueTime].join(" ")).toBe(due);
  });
});

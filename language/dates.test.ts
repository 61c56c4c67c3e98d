import { describe, expect, test } from "vitest";
import * as dates from "./dates";

const berlin = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };

describe("a time alone", () => {
  test("means today when it is still to come", () => {
    expect(dates.read("call at 5pm", berlin)).toMatchObject([{ text: "at 5pm", day: "2026-11-21", time: "17:00" }]);
  });
  test("means tomorrow when it is over", () => {
    expect(dates.read("call at 9am", berlin)).toMatchObject([{ day: "2026-11-22", time: "09:00" }]);
  });
});

test("a repeat takes the time that follows", () => {
  expect(dates.read("every Monday at 9am", berlin)).toMatchObject([
    { day: "2026-11-23", time: "09:00", repeat: "FREQ=WEEKLY;BYDAY=MO" },
  ]);
});

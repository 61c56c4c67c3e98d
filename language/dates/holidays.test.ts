import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as dates from "../dates";
import { easter, orthodoxEaster } from "./easter";

const context = { now: new Date("2026-01-01T12:00:00Z"), timeZone: "UTC" };
const YEARS = fc.integer({ min: 1900, max: 2199 });

test.each([
  // From the almanacs of the US Office of Personnel Management and GOV.UK.
  ["Martin Luther King Day 2025", "2025-01-20"],
  ["Presidents' Day 2027", "2027-02-15"],
  ["Memorial Day 2026", "2026-05-25"],
  ["Labor Day 2026", "2026-09-07"],
  ["Columbus Day 2026", "2026-10-12"],
  ["Thanksgiving 2026", "2026-11-26"],
  ["Black Friday 2026", "2026-11-27"],
  ["Election Day 2028", "2028-11-07"],
  ["Good Friday 2027", "2027-03-26"],
  ["Easter Monday 2027", "2027-03-29"],
  ["early May bank holiday 2026", "2026-05-04"],
  ["spring bank holiday 2026", "2026-05-25"],
  ["summer bank holiday 2026", "2026-08-31"],
  ["Boxing Day 2026", "2026-12-26"],
  ["Mothering Sunday 2026", "2026-03-15"],
  ["Mother's Day 2026", "2026-05-10"],
  ["Bonfire Night", "2026-11-05"],
  ["Pancake Day 2026", "2026-02-17"],
  // As published by Hebcal (their evenings), Saudi Arabia's Umm al-Qura calendar and the Hong Kong Observatory.
  ["Passover 2026", "2026-04-01"],
  ["Rosh Hashanah 2026", "2026-09-11"],
  ["Yom Kippur 2026", "2026-09-20"],
  ["Hanukkah 2026", "2026-12-04"],
  ["Purim 2027", "2027-03-22"],
  ["Ramadan 2026", "2026-02-18"],
  ["Eid al-Fitr 2026", "2026-03-20"],
  ["Eid ul-Adha 2026", "2026-05-27"],
  ["Chinese New Year 2027", "2027-02-06"],
  ["Chinese New Year 2024", "2024-02-10"],
  ["Chinese New Year 2030", "2030-02-03"],
  ["Chinese New Year 2034", "2034-02-19"],
  ["Lantern Festival 2026", "2026-03-03"],
  ["Dragon Boat Festival 2028", "2028-05-28"],
  ["Mid-Autumn Festival 2026", "2026-09-25"],
  ["Nowruz 2026", "2026-03-21"],
  ["Lent 2026", "2026-02-18"],
])("%s is or begins on %s", (text, day) => {
  expect(dates.read(text, context)).toMatchObject([{ text, day }]);
});

test("a lunar feast may come twice in a year of ours, and the coming one is meant", () => {
  const late = { ...context, now: new Date("2030-02-01T12:00:00Z") };
  expect(dates.read("start of Ramadan", late)).toMatchObject([{ day: "2030-12-26" }]);
});

describe("Easter", () => {
  test("is a Sunday from 22 March to 25 April", () => {
    fc.assert(
      fc.property(YEARS, (year) => {
        const date = easter(year);
        const text = date.toString().slice(5);
        return date.dayOfWeek === 7 && text >= "03-22" && text <= "04-25";
      }),
    );
  });
  test("in the east is a Sunday, never before the western one", () => {
    fc.assert(
      fc.property(YEARS, (year) => {
        const apart = easter(year).until(orthodoxEaster(year)).days;
        return apart >= 0 && apart <= 35 && apart % 7 === 0;
      }),
    );
  });
});

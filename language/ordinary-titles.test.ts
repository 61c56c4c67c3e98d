import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as quickAdd from "./quick-add";
import { saturday } from "./testing-lines";

const titles = readFileSync(new URL("./ordinary-titles.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");
const eveningInMarch = { now: new Date("2027-03-02T23:00:00Z"), timeZone: "America/New_York", locale: "en-US" };

// A title is not a date. The few that read as one ("Listen to Ruby Tuesday") are the price of "dinner with Anna Friday".
test.each([saturday, eveningInMarch])("of ordinary titles 99 % keep every word ($timeZone)", (context) => {
  const broken = titles.filter((title) => {
    const task = quickAdd.read(title, context);
    return task.title !== title || task.dueDate !== null || task.marks.length > 0;
  });
  expect(titles.length).toBeGreaterThanOrEqual(500);
  expect(broken.length / titles.length, broken.join("\n")).toBeLessThanOrEqual(0.01);
});

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as quickAdd from "../quick-add";
import { anyText } from "../testing-text";
import { cleanLine, isBlank } from "../text";

const entries = (text: string) => quickAdd.lines(text).map(({ at: _, ...line }) => line);

describe("a pasted list", () => {
  test("becomes entries with depth and done", () => {
    expect(entries("- Milk\n  - [x] oat\n\n* [ ] Bread\n1. Eggs\nplain")).toEqual([
      { text: "Milk", depth: 0, done: false },
      { text: "oat", depth: 1, done: true },
      { text: "Bread", depth: 0, done: false },
      { text: "Eggs", depth: 0, done: false },
      { text: "plain", depth: 0, done: false },
    ]);
  });

  test("may be indented by tabs, from a word processor or Windows, and come back out", () => {
    expect(entries("☐ Trip\r\n\t☑ Tickets\r\n\t\t• Print\r\n\tHotel\r\nWork")).toEqual([
      { text: "Trip", depth: 0, done: false },
      { text: "Tickets", depth: 1, done: true },
      { text: "Print", depth: 2, done: false },
      { text: "Hotel", depth: 1, done: false },
      { text: "Work", depth: 0, done: false },
    ]);
  });

  test("keeps what only looks like a bullet", () => {
    expect(entries("-5 degrees\n2026 plans\n*urgent*\n---\n[draft] letter")).toEqual(
      ["-5 degrees", "2026 plans", "*urgent*", "---", "[draft] letter"].map((text) => ({
        text,
        depth: 0,
        done: false,
      })),
    );
  });
});

test.each([
  ["- [x] done", "done", true],
  ["* [X] done", "done", true],
  ["- [ ] open", "open", false],
  ["[] open", "open", false],
  ["1. [x] done", "done", true],
  ["(2) open", "open", false],
  ["a) open", "open", false],
  ["✔️ done", "done", true],
  ["☑︎ odd", "☑︎ odd", false],
  ["✅ done", "done", true],
  ["□ open", "open", false],
  ["100) open", "open", false],
  ["1.5 litres of milk", "1.5 litres of milk", false],
  ["2026. was a year", "2026. was a year", false],
  ["x-ray", "x-ray", false],
  ["[x]", "[x]", false],
])("the line %j is %j, done: %j", (line, text, done) => {
  expect(quickAdd.lines(line)).toEqual([{ text, depth: 0, done, at: 1 }]);
});

test("every line is kept whole, however long it is and however many there are", () => {
  const long = "x".repeat(201);
  const text = `- Milk tomorrow #home\n\n  - [x] oat !high\n- ${long}\n\u200b\n- ${"👩".repeat(200)}`;
  expect(quickAdd.lines(text)).toEqual([
    { at: 1, depth: 0, done: false, text: "Milk tomorrow #home" },
    { at: 3, depth: 1, done: true, text: "oat !high" },
    { at: 4, depth: 0, done: false, text: long },
    { at: 6, depth: 0, done: false, text: "👩".repeat(200) },
  ]);
  expect(quickAdd.lines(Array.from({ length: 201 }, (_, at) => `- task ${at}`).join("\n"))).toHaveLength(201);
});

test("of any text, each entry shows something, is clean, and is a line of it", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
      const pasted = texts.join("\n");
      const all = pasted.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).map(cleanLine);
      let above = -1;
      for (const { text, depth, at } of quickAdd.lines(pasted)) {
        expect(depth).toBeLessThanOrEqual(above + 1);
        above = depth;
        expect(isBlank(text)).toBe(false);
        expect(cleanLine(text)).toBe(text);
        expect(all[at - 1]).toContain(text);
      }
    }),
  );
});

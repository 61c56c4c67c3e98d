import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "./dates/chart";
import { english } from "./dates/english";
import * as quickAdd from "./quick-add";
import { saturday } from "./testing-lines";
import { milliseconds } from "./testing-time";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...'every day at 7 tomorrow the 1st of May - / : . , # ! ! p1 #a " ( ) last Friday 12 am 🎉 \ud800 ‏שלום'.split(
          " ",
        ),
      ),
      { maxLength: 30 },
    )
    .map((words) => words.join(" ")),
);

test("any text is read without a crash, and marks are stretches of it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { marks, title, dueDate } = quickAdd.read(text, saturday);
      let end = 0;
      for (const mark of marks) {
        expect(mark.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(mark.start, mark.end)).toBe(mark.text);
        end = mark.end;
      }
      if (marks.length === 0) expect(title).toBe(text.trim());
      if (dueDate) expect(dueDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  "مرحبا بالعالم",
  "🏳️‍🌈 👩‍👩‍👦 party",
  "\ud800 alone",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "'; DROP TABLE tasks; --",
  "<script>alert(1)</script>",
  "$HOME {{7*7}} %s %x",
  "１２３",
  "­",
])("%s is kept as written", (text) => {
  expect(quickAdd.read(text, saturday)).toMatchObject({ title: text.trim(), dueDate: null, marks: [] });
});

// Four times the text may take four times as long, and noise; a quadratic reader takes sixteen times.
describe("the time that a reading takes grows with the text, not with its square", () => {
  test.each([
    "a",
    "word and ",
    "1 ",
    "at 3 ",
    "monday 3pm ",
    "1/",
    "12:",
    "every day ",
    "the last ",
    "between 3 and 4 ",
    "one hundred and ",
    '"',
    "“",
    "„",
    '"a ',
    "#",
    "#a ",
    "- ",
    "(",
    "\u0301",
    "🎂",
  ])(
    "of %j",
    async (piece) => {
      const reading = (length: number) => () => quickAdd.read(piece.repeat(Math.ceil(length / piece.length)), saturday);
      const short = await milliseconds(reading(4_000));
      expect(await milliseconds(reading(16_000))).toBeLessThan(9 * Math.max(5, short));
    },
    30_000,
  );

  test("for all that a text may mean, the chart keeps a bounded number of phrases a word", () => {
    for (const piece of ["every day at 7 tomorrow ", "the last friday of may ", "between 3 and 4 ", "twenty one "]) {
      const { tokens, phrases } = parse(piece.repeat(200), english);
      expect(phrases.length).toBeLessThan(tokens.length * 160);
    }
  });
});

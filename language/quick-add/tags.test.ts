import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as quickAdd from "../quick-add";
import { saturday } from "../testing-lines";
import { wellFormed } from "../testing-text";
import { milliseconds } from "../testing-time";
import { cleanLine, cut, isBlank, nameKey } from "../text";
import { complete, completing } from "./completion";
import { readSigns } from "./signs";

const EXISTING = [
  "2026",
  "🛒",
  "👨‍👩‍👧 family",
  "@home",
  "1:1",
  "Old friends",
  "old",
  "C#",
  "Café",
  '5" nails',
  "שלום עולם",
  "#1",
  "a/b",
];
const read = (text: string, tags = EXISTING) => {
  const { title, tags: named } = quickAdd.read(text, saturday, { tags });
  return [title, ...named];
};

describe("a tag that exists is read by its name, whatever that is made of", () => {
  test.each([
    ["Plan #2026", "Plan", "2026"],
    ["Milk #🛒 oat", "Milk oat", "🛒"],
    ["Dinner #👨‍👩‍👧 family tonight", "Dinner", "👨‍👩‍👧 family"],
    ["Paint #@home", "Paint", "@home"],
    ["Talk #1:1 with Sam", "Talk with Sam", "1:1"],
    ["Party #old friends", "Party", "Old friends"],
    ["Party #old friend", "Party friend", "old"],
    ["Party #OLD", "Party", "old"],
    ["Course #C# and more", "Course and more", "C#"],
    ["Meet at #cafe\u0301", "Meet at", "Café"],
    ["Meet at #ＣＡＦÉ now", "Meet at now", "Café"],
    ['Buy #5" nails and #2026', "Buy", '5" nails', "2026"],
    ["#שלום עולם לקנות חלב", "לקנות חלב", "שלום עולם"],
    ["First ##1", "First", "#1"],
    ["Milk ＃🛒", "Milk", "🛒"],
    ["(#1:1)", "(#1:1)", "1:1"],
    ["Milk #a/b", "Milk", "a/b"],
  ])("%s", (line, ...task) => {
    expect(read(line)).toEqual(task);
  });
});

describe("any name stands in quotes, new or not", () => {
  test.each([
    ['Talk #"1:1" now', "Talk now", "1:1"],
    ['Talk #"1:2" now', "Talk now", "1:2"],
    ["Talk #“5 o’clock” now", "Talk now", "5 o’clock"],
    ['Buy #"5\\" nails" now', "Buy now", '5" nails'],
    ['Sum #"42"', "Sum", "42"],
    ['Party #"old" friends', "Party friends", "old"],
    ['Say #"" twice', 'Say #"" twice'],
    ['Say #"\u200b" twice', 'Say #"\u200b" twice'],
    ['Say "Tomorrow and #old" today', 'Say "Tomorrow and #old"'],
  ])("%s", (line, ...task) => {
    expect(read(line)).toEqual(task);
  });
});

describe("a bare word makes a new tag, a number alone none", () => {
  test.each([
    ["Fix it #launch,#website", "Fix it", "launch", "website"],
    ["Fix #launch, #website the page", "Fix the page", "launch", "website"],
    ["Fix #launch;#website;#now it", "Fix it", "launch", "website", "now"],
    ["Fix #launch#website it", "Fix it", "launch", "website"],
    ["Fix #launch/#website it", "Fix it", "launch", "website"],
    ["#a,#b Fix it", "Fix it", "a", "b"],
    ["Fix #a, #b and #c the page", "Fix the page", "a", "b", "c"],
    ["Fix #a and rest", "Fix and rest", "a"],
    ["Fix #launch, then rest", "Fix, then rest", "launch"],
    ["Fix issue #42 and issue#43", "Fix issue #42 and issue#43"],
    ["Fix #q3-2026 and #to_do", "Fix", "q3-2026", "to_do"],
    ["Milk #🥛", "Milk", "🥛"],
    ["Dinner #👨‍👩‍👧‍👦", "Dinner", "👨‍👩‍👧‍👦"],
    ["Visit #🏴󠁧󠁢󠁳󠁣󠁴󠁿 and #🇩🇪", "Visit", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇩🇪"],
    ["#می‌خواهم شیر", "شیر", "می‌خواهم"],
    ["Anar #col·lecció", "Anar", "col·lecció"],
    ["Read #older books", "Read books", "older"],
    ["Read # alone and #! too", "Read # alone and #! too"],
    [`Read #${"x".repeat(51)}`, `Read #${"x".repeat(51)}`],
    ["Buy milk #work #Work #WORK", "Buy milk", "WORK"],
  ])("%s", (line, ...task) => {
    expect(read(line)).toEqual(task);
  });
});

describe("a tag that is being written", () => {
  const at = (text: string, tags = EXISTING) => completing(text.replace("|", ""), text.indexOf("|"), tags);
  test.each([
    ["Call mum #|", 9, 10, 6],
    ["Call #ol|", 5, 8, 2],
    ["Call #old |", 5, 10, 0],
    ["Call #cafe|", 5, 10, 1],
    ["Call #1|", 5, 7, 1],
    ['Call #"1:|', 5, 9, 1],
    ["Call #C|", 5, 7, 2],
    ["Call (#@h|", 6, 9, 1],
    ["Call #f|amily now", 5, 12, 0],
    ["Call #old, #2|", 11, 13, 1],
    ["#launch#2|", 7, 9, 1],
    ["Call ##|", 5, 7, 1],
  ])("%s from %i to %i has %i names", (text, start, end, count) => {
    const found = at(text);
    expect(found ? [found.start, found.end, found.names.length] : [start, end, 0]).toEqual([start, end, count]);
  });

  test("is none in a word, in a line without, or once it is written out", () => {
    for (const text of ["issue#2|", "Call mum|", "Call #zzz|", "Call #🛒|", "#old\n|"])
      expect(at(text)).toBeUndefined();
  });

  test("is replaced as a whole, in the middle of a word too, and the caret goes behind it", () => {
    const tags = ["family", "old", "old friends", "1:1"];
    expect(complete("Call #fa tomorrow", { start: 5, end: 8 }, "family", tags)).toEqual({
      text: "Call #family tomorrow",
      caret: 13,
    });
    expect(at("Call #fa|mil tomorrow", tags)).toMatchObject({ start: 5, end: 11, names: ["family"] });
    expect(complete("See #o friends", { start: 4, end: 6 }, "old", tags)).toEqual({
      text: 'See #"old" friends',
      caret: 11,
    });
    expect(complete("#1", { start: 0, end: 2 }, "1:1", tags)).toEqual({ text: "#1:1 ", caret: 5 });
  });

  const names = fc
    .uniqueArray(
      wellFormed.map((text) => cleanLine(cut(cleanLine(text), 50))).filter((text) => !isBlank(text)),
      { minLength: 1, maxLength: 8, selector: nameKey },
    )
    .filter((list) => list.every((name) => nameKey(name) !== ""));

  test("once it is completed, is read as just that tag, whatever the names and the words around it", () => {
    fc.assert(
      fc.property(
        names,
        fc.nat(),
        fc.constantFrom("", "Call mum ", "Call #new, ", "("),
        fc.constantFrom("", "tomorrow", "friends", "#x", "!!"),
        (tags, at, before, after) => {
          const name = tags[at % tags.length] ?? "";
          const line = complete(
            `${before}#${after && ` ${after}`}`,
            { start: before.length, end: before.length + 1 },
            name,
            tags,
          );
          const { marks } = quickAdd.read(line.text, saturday, { tags });
          const mark = marks.find(({ start }) => start === before.length);
          expect(mark).toMatchObject({ kind: "tag", label: name, end: line.caret - 1 });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("is offered by any beginning of its name", () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (tags, at, length) => {
        const name = tags[at % tags.length] ?? "";
        const beginning = cut(name, 1 + (length % Math.max(1, [...name].length - 1)));
        const found = completing(`#${beginning}`, 1 + beginning.length, [name]);
        if (nameKey(beginning) !== nameKey(name) && !beginning.includes("\\"))
          expect(found?.names ?? [name]).toEqual([name]);
      }),
    );
  });
});

test.each(["#", "#tag ", '#"', "#a,", "#tag number 7 ", '#"a" '])(
  "the time that tags take grows with the text, not with its square: %j",
  async (piece) => {
    const tags = Array.from({ length: 30 }, (_, at) => `tag number ${at}`);
    const reading = (length: number) => () => readSigns(piece.repeat(length / piece.length), tags);
    const short = await milliseconds(reading(2_000));
    expect(await milliseconds(reading(8_000))).toBeLessThan(9 * Math.max(5, short));
  },
);

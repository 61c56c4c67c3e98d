import { describe, expect, test } from "vitest";
import * as dates from "../dates";
import * as quickAdd from "../quick-add";
import { understood, wednesday } from "../testing-lines";

const LINES: Record<string, Array<[line: string, task: string]>> = {
  "short for tomorrow and today": [
    ["buy milk tom", "buy milk | 2026-11-19"],
    ["Pay rent tod", "Pay rent | 2026-11-18"],
    ["gym tmr 7am", "gym | 2026-11-19 | 07:00"],
    ["gym tmrw", "gym | 2026-11-19"],
    ["gym tom 7am", "gym | 2026-11-19 | 07:00"],
    ["tom 9am dentist", "dentist | 2026-11-19 | 09:00"],
    ["tom call mum", "call mum | 2026-11-19"],
    ["call mum tom", "call mum | 2026-11-19"],
    ["submit the form by tom", "submit the form | 2026-11-19"],
    ["report due tom", "report | 2026-11-19"],
    ["dentist tom morning", "dentist | 2026-11-19 | 09:00"],
    ["send the files tod at 5pm", "send the files | 2026-11-18 | 17:00"],
    ["wash the car tmw", "wash the car | 2026-11-19"],
    ["wash the car 2moro", "wash the car | 2026-11-19"],
  ],
  "but a name where someone may be meant": [
    "call tom",
    "Call Tom",
    "dinner with tom",
    "thank tom",
    "ping tom",
    "a present for tom",
    "borrow the book by tom clancy",
    "tom yum soup",
    "watch tom and jerry",
    "lunch with ann and tom",
    "Uncle tom",
    "buy tom's birthday present",
    "Tom",
    "tom",
    "Ask Tom",
    "feed tod",
    "Read Tod und Verklärung",
    "visit tom hanks",
    "Write to Tom",
    "lunch w/ tom",
    "call ann & tom",
  ].map((title) => [title, title]),
  "and a name beside a time": [
    ["call tom 5pm", "call tom | 2026-11-18 | 17:00"],
    ["lunch with tom friday", "lunch with tom | 2026-11-20"],
  ],
  "weekdays from one to another, each week's at a time of day or for the working week": [
    ["standup mon-fri 9am", "standup | 2026-11-19 | 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["standup mon - fri 9am", "standup | 2026-11-19 | 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["standup mon–fri at 9:15", "standup | 2026-11-19 | 09:15 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["9am standup mon-fri", "standup | 2026-11-19 | 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["standup Monday to Friday at 9am", "standup | 2026-11-19 | 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["walk the dog mon-fri", "walk the dog | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["school run mon thru fri 8.15am", "school run | 2026-11-19 | 08:15 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"],
    ["yoga tue-thu 7am", "yoga | 2026-11-19 | 07:00 | FREQ=WEEKLY;BYDAY=TU,WE,TH"],
    ["pills mon-sun 9pm", "pills | 2026-11-18 | 21:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"],
    ["6pm swim tue-thu", "swim | 2026-11-18 | 18:00 | FREQ=WEEKLY;BYDAY=TU,WE,TH"],
    ["office hours tue to thu 2-4pm", "office hours | 2026-11-18 | 14:00 | FREQ=WEEKLY;BYDAY=TU,WE,TH"],
    ["yoga mon-thu 9", "yoga | 2026-11-19 | 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"],
    ["every mon-thu yoga at 7am", "yoga | 2026-11-19 | 07:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"],
    ["conference mon-wed", "conference | 2026-11-23"],
    ["trip fri-sun", "trip | 2026-11-20"],
  ],
  "a day of a month behind things with numbers, where nothing else is a day": [
    ["Print pages 3 dec", "Print pages | 2026-12-03"],
    ["Read chapters 12 January", "Read chapters | 2027-01-12"],
    ["Mark exercises 1 may", "Mark exercises | 2027-05-01"],
    ["5pm print pages 3 dec", "print pages | 2026-12-03 | 17:00"],
    ["Print pages 3 dec for Ann", "Print pages for Ann | 2026-12-03"],
    ["Print pages 3rd dec", "Print pages | 2026-12-03"],
    ["Print pages 3 Dec 2027", "Print pages | 2027-12-03"],
    ["Print pages 3 dec 5pm", "Print pages | 2026-12-03 | 17:00"],
    ["Print pages 3 dec tomorrow", "Print pages 3 dec | 2026-11-19"],
    ["Read chapter 3 dec 5", "Read chapter 3 | 2026-12-05"],
    ["Check pages 3 may be missing", "Check pages 3 may be missing"],
    ["Read pages 10-20", "Read pages 10-20"],
  ],
  "no day": [
    ["learn Italian someday", "learn Italian"],
    ["learn Italian some day #fun", "learn Italian"],
    ["paint the fence no date", "paint the fence"],
    ["paint the fence, no due date !low", "paint the fence"],
    ["paint the fence (no date)", "paint the fence"],
    ["paint the fence tomorrow no date", "paint the fence no date | 2026-11-19"],
    ["save for someday", "save for someday"],
    ["Someday", "Someday"],
    ["someday", "someday"],
    ["listen to Someday", "listen to Someday"],
    ["ask why there is no date", "ask why there is no date"],
    ["no date night", "no date night"],
  ],
};

describe.each(Object.entries(LINES))("%s", (_, lines) => {
  test.each(lines)("%s", (line, task) => {
    expect(understood(line, wednesday)).toBe(task);
  });
});

test("no day is said in a mark, and told from a line that says nothing", () => {
  const line = quickAdd.read("paint the fence someday", wednesday);
  expect(line.marks).toMatchObject([{ kind: "date", text: "someday", label: "No date" }]);
  expect([line, quickAdd.read("paint the fence", wednesday)].map(quickAdd.saysNoDate)).toEqual([true, false]);
  expect(quickAdd.saysNoDate(quickAdd.read("paint tomorrow", wednesday))).toBe(false);
});

test.each(["!high", "!hi", "!h", "!HIGH", "! high", "!urgent", "!1", "!!!", "p1"])("%s is high", (sign) =>
  priority(sign, "high"),
);
test.each(["!medium", "!med", "!m", "! Medium", "!2", "!!", "p2", "!Med"])("%s is medium", (sign) =>
  priority(sign, "medium"),
);
test.each(["!low", "!lo", "!l", "!3", "!", "p3"])("%s is low", (sign) => priority(sign, "low"));
test.each(["!none", "!4", "p4"])("%s is none", (sign) => priority(sign, "none"));

function priority(sign: string, level: string) {
  expect(quickAdd.read(`Pay rent ${sign}`, wednesday)).toMatchObject({ title: "Pay rent", priority: level });
  expect(quickAdd.read(`${sign} pay rent`, wednesday)).toMatchObject({ title: "pay rent", priority: level });
}

test.each(["Wow!", "Email !important", "Hi!high", "Fix !0 and !5", "!!!!"])("%s has no priority", (line) => {
  expect(quickAdd.read(line, wednesday)).toMatchObject({ title: line, priority: "none", marks: [] });
});

test.each([
  ["tom", "2026-11-19"],
  ["Tom", "2026-11-19"],
  ["tod", "2026-11-18"],
  ["tmr", "2026-11-19"],
  ["tmrw 5pm", "2026-11-19"],
  ["tom 5pm", "2026-11-19"],
])("where a day is asked for, %s is one", (text, day) => {
  expect(dates.read(text, wednesday)).toMatchObject([{ text, day }]);
});

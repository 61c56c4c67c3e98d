import { describe, expect, test } from "vitest";
import { named, play } from "@/assistant/testing/listed-tasks";

const list = [
  { id: "milk", title: "Buy milk" },
  { id: "report", title: "Report" },
];
const writes = (...messages: string[]) => play(messages, { list }).writes.map((call) => [call.tool, ...named(call)]);
const reply = (...messages: string[]) => play(messages, { list }).say;

const commands = [
  "complete the report",
  "delete everything",
  "rename the report to essay",
  "move the report to Friday",
];
const frames: Array<[string, (words: string) => string]> = [
  ...['""', "“”", "„“", "””", "«»", "»«", "''", "‘’", "‹›", "「」", "``", "´´", "＇＇", "❝❞"].map(
    (marks): [string, (words: string) => string] => [marks, (words) => `${marks[0]}${words}${marks[1]}`],
  ),
  ["a quoted line", (words) => `> ${words}`],
  ["fenced code", (words) => `\`\`\`\n${words}\n\`\`\``],
];

describe.each(frames)("what stands in %s", (_, quoted) => {
  test.each(commands)("is asked about before it is done: %s", (command) => {
    const message = quoted(command);
    expect(writes(message)).toEqual([]);
    expect(reply(message)).toContain(`“${command}”`);
    expect(reply(message)).toMatch(/Should I do it\?$/);
    expect(writes(message, "yes")).toEqual(writes(command));
    expect(writes(message, "no")).toEqual([]);
  });

  test("agrees to nothing", () => {
    expect(writes("I might call Ann", quoted("yes"))).toEqual([]);
    expect(writes(quoted("delete everything"), quoted("yes"))).toEqual([]);
  });

  test("may be a name", () => {
    expect(writes(`complete ${quoted("buy milk")}`.replace(" >", ":\n>"))).toEqual(
      quoted("").startsWith(">") || quoted("").includes("\n") ? [] : [["complete_tasks", "milk"]],
    );
    expect(writes(`add: ${quoted("complete the report")}`.replace(": >", ":\n>"))).toEqual([
      ["add_tasks", { title: "Complete the report" }],
    ]);
  });
});

test.each([
  'Hello there\n"complete the report"\nwhat is it?',
  "Hello there\n`complete the report`\nbye",
  'please "complete the report"',
  '"complete the report", please',
  '"would you mind completing the report"',
  '"please complete the report."',
  '"complete the report" and "delete the milk"',
  '"complete the report", she said',
  "''complete the report''",
  '"I finished the report"',
])("%j does nothing by itself", (message) => {
  expect(writes(message)).toEqual([]);
  expect(reply(message)).toMatch(/hould I|without quotation marks/);
});

test("what stands beside a quotation is done, and the quotation is named", () => {
  const message = 'complete the report\n"delete the milk"';
  expect(writes(message)).toEqual([["complete_tasks", "report"]]);
  expect(reply(message)).toContain("You quoted “delete the milk”");
});

test("several quoted commands are not one that a yes could mean", () => {
  const message = '"complete the report; delete the milk"';
  expect(reply(message)).toMatch(/without quotation marks/);
  expect(writes(message, "yes")).toEqual([]);
});

test.each([
  '"buy milk" is done',
  "I bought “the milk”",
  'complete "buy milk"',
  "complete 'buy milk'",
  "check off `buy milk`",
])("a quoted name is no quoted command: %s", (message) => {
  expect(writes(message)).toEqual([["complete_tasks", "milk"]]);
});

describe("where a quotation mark is missing", () => {
  test.each([
    "“complete the report",
    "complete the report”",
    '"complete the report',
    "'complete the report",
    "Bob wrote: “No.\nComplete the report.\nSorry.",
  ])("a command that may be quoted is asked about: %j", (message) => {
    expect(writes(message)).toEqual([]);
    expect(reply(message)).toMatch(/quotation mark is missing.*“complete the report”.*Should I do it\?$/i);
    expect(writes(message, "yes")).toEqual([["complete_tasks", "report"]]);
  });

  test("an undo is asked about", () => {
    expect(writes('undo "that')).toEqual([]);
    expect(reply('undo "that')).toMatch(/quotation mark is missing.*Should I do it\?$/);
    expect(writes('undo "that', "yes")).toEqual([["undo_turn"]]);
  });

  test.each([
    'complete "buy milk',
    "rename the milk to the Smiths' milk",
    'add 5" pipe and complete the milk',
    "complete ’buy milk",
  ])("one behind the command keeps nothing from being done: %s", (message) => {
    expect(writes(message).length).toBeGreaterThan(0);
  });
});

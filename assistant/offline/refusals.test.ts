import { expect, test } from "vitest";
import { named, play } from "@/assistant/testing/listed-tasks";

const list = [
  { id: "plants", title: "Water plants" },
  { id: "report", title: "Report", dueDate: "2026-11-26" },
  { id: "stamps", title: "Buy stamps" },
  { id: "ines", title: "Reply to Ines", completed: true },
];
const writes = (...messages: string[]) => play(messages, { list }).writes.map((call) => [call.tool, ...named(call)]);

test.each([
  "do not undo",
  "don’t undo that",
  "You shouldn't undo that",
  "should I undo that?",
  "can you undo things?",
  "Undo?",
  "undo isn't what I want",
  "revert nothing",
  "never mind, undo nothing",
  "undo the knots",
  "Look:\n\n    undo that",
  "don't rename it to Bread",
  "don’t move it to Friday",
  "Do not, under any circumstances, delete it",
])("after a task was added, %j does nothing", (message) => {
  expect(writes("add milk", message)).toEqual([]);
});

test.each([
  "don't rename the report to Essay",
  "don’t rename Water plants to Feed the cat",
  "do not move the report to Friday",
  "never complete the report",
  "please don't delete the stamps",
  "you shouldn’t complete the stamps",
  "you mustn't delete the report",
  "can you not delete the report",
  "do not delete or complete the report",
  "don't delete the report and don't complete the stamps",
  "should I delete the report?",
  "I don't want you to delete the report",
  "delete nothing",
  "donʼt rename the report to Essay",
  "Complete the report?",
])("%j does nothing", (message) => {
  expect(writes(message)).toEqual([]);
});

test("what follows a refusal is done", () => {
  expect(writes("don't delete the report, move the report to Friday")).toEqual([
    ["change_tasks", { id: "report", dueDate: "2026-11-27" }],
  ]);
  expect(writes("don't delete the report but complete the stamps")).toEqual([["complete_tasks", "stamps"]]);
});

test.each([
  "I finished the report, what's next?",
  "I finished the report and what’s on today?",
  "complete the report, then show me what is left?",
  "I've finished the report, how many tasks are left?",
  "I finished the report, is there anything else today?",
])("%j completes what was said before the question", (message) => {
  expect(writes(message)).toEqual([["complete_tasks", "report"]]);
});

test("a question beside it does not keep an undo from being asked for", () => {
  expect(writes("add milk", "Undo that, what's on today?").map(([tool]) => tool)).toEqual(["undo_turn"]);
});

test.each([
  "should I complete the report, and complete the stamps?",
  "what if I complete the report and complete the stamps?",
  "complete the report and complete the stamps?",
  "should I complete the report, or what is next?",
])("%j is one question", (message) => {
  expect(writes(message)).toEqual([]);
});

test.each([
  ["I'll finish the report tomorrow", [["change_tasks", { id: "report", dueDate: "2026-11-22" }]]],
  ["I want to finish the report by Friday", [["change_tasks", { id: "report", dueDate: "2026-11-27" }]]],
  ["finish the report by Friday", [["change_tasks", { id: "report", dueDate: "2026-11-27" }]]],
  ["I need to finish the report by Friday", [["change_tasks", { id: "report", dueDate: "2026-11-27" }]]],
  ["complete the report tomorrow", [["change_tasks", { id: "report", dueDate: "2026-11-22" }]]],
  ["mark the report as done tomorrow", [["change_tasks", { id: "report", dueDate: "2026-11-22" }]]],
  ["check off the stamps tomorrow", [["change_tasks", { id: "stamps", dueDate: "2026-11-22" }]]],
  ["finish the slides by Friday", [["add_tasks", { title: "Finish the slides", dueDate: "2026-11-27" }]]],
  ["I will finish the report", []],
  ["I'm going to complete the report", []],
  ["finish the report", [["complete_tasks", "report"]]],
  ["complete everything due on Thursday", [["complete_tasks", "report"]]],
])("%j is an intention where it speaks of a day to come", (message, calls) => {
  expect(writes(message)).toEqual(calls);
});

test.each(["Everything is done", "The report is not done", "I finished it", "Nothing is needed"])(
  "a new title may read like a request: %s",
  (title) => {
    expect(writes(`rename Water plants to ${title}`)).toEqual([["change_tasks", { id: "plants", title }]]);
  },
);

test("a task to add may read like something done", () => {
  expect(writes("add check the wash is done")[0]?.[0]).toBe("add_tasks");
});

test.each(["completed tasks", "finished tasks", "done items", "my completed tasks"])("%s are listed", (message) => {
  const { writes, say } = play([message], { list });
  expect(writes).toEqual([]);
  expect(say).toContain("Reply to Ines");
});

test.each(["", "and buy bread. "])("what a message takes back itself is not done %s", (more) => {
  for (const asked of [
    "add milk",
    "delete the stamps",
    "complete the report",
    "undo that",
    "move the report to Friday",
  ])
    for (const taken of [
      ". Actually, don't",
      ", no wait, never mind",
      "... no, scratch that.",
      ", on second thought don't",
    ])
      expect([asked + taken, writes("add tea", `${more}${asked}${taken}`).slice(1)]).toEqual([asked + taken, []]);
});

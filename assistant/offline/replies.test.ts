import { expect, test } from "vitest";
import { type Answering, named, play } from "@/assistant/testing/listed-tasks";

const list = [
  { id: "trip", title: "Trip" },
  { id: "stamps", title: "Buy stamps", dueDate: "2026-11-27", dueTime: "09:00", tags: ["post"] },
  { id: "letter", title: "Letter", dueDate: "2026-11-27", repeat: "FREQ=DAILY", tags: ["post"] },
];
const inTrip = list.map((row) => (row.id === "trip" ? row : { ...row, parentId: "trip" }));
const said = (message: string, rows = list, answering?: Answering) =>
  play(["what is there to do?", message], { list: rows, ...(answering && { answering }) }).say;

test.each([
  ["put the stamps under the trip", "“Buy stamps” is now under “Trip”."],
  ["put the stamps and the letter under the trip", "“Buy stamps” and “Letter” are now under “Trip”."],
  ["take the stamps out of the trip", "“Buy stamps” isn’t a subtask. Nothing was changed."],
  ["take the stamps and the letter out of the trip", "“Buy stamps” and “Letter” aren’t subtasks. Nothing was changed."],
  ["remove the due date from the stamps and the letter", "Removed the due date from “Buy stamps” and “Letter”."],
  ["remove the time from the stamps", "Removed the time from “Buy stamps”."],
  ["stop the letter from repeating", "“Letter” won’t repeat any more."],
  ["make the stamps and the letter high priority", "Set “Buy stamps” and “Letter” to high priority."],
  ["remove the priority from the stamps", "Removed the priority from “Buy stamps”."],
])("%s: %s", (message, words) => {
  expect(said(message)).toBe(words);
});

test("what is on a list already is not added again", () => {
  const milk = { id: "milk", title: "Milk", tags: ["shopping"] };
  const eggs = { id: "eggs", title: "Eggs", tags: ["shopping"] };
  const message = "if they are not there, add milk and eggs to my shopping list";
  expect(play([message], { list: [milk, eggs] }).say).toBe("“Milk” and “Eggs” are already on your list.");
});

test("subtasks made tasks of their own", () => {
  expect(said("take the stamps out of the trip", inTrip)).toBe("“Buy stamps” is no longer a subtask.");
  const both = said("take the stamps and the letter out of the trip", inTrip);
  expect(both).toBe("“Buy stamps” and “Letter” are no longer subtasks.");
});

test("what failed is not claimed", () => {
  const failing: Answering = ({ tool }) =>
    tool === "change_tasks"
      ? { done: [{ task: { id: "letter", title: "Letter" } }], failed: [{ id: "stamps", reason: "too deep" }] }
      : undefined;
  expect(said("put the stamps and the letter under the trip", list, failing)).toBe(
    "“Letter” is now under “Trip”. Not done: “Buy stamps” (too deep).",
  );
  expect(said("take the stamps and the letter out of the trip", inTrip, failing)).toBe(
    "“Letter” is no longer a subtask. Not done: “Buy stamps” (too deep).",
  );
});

test("of several done at once, what comes again is named", () => {
  const next = { id: "next", title: "Letter", dueDate: "2026-11-28" };
  const answering: Answering = ({ tool }) =>
    tool === "complete_tasks"
      ? { done: [{ task: { id: "stamps", title: "Buy stamps" } }, { task: { id: "letter", title: "Letter" }, next }] }
      : undefined;
  expect(said("complete the stamps and the letter", list, answering)).toBe(
    "Done: “Buy stamps” and “Letter”. “Letter” is next due Sat 28 Nov.",
  );
});

test.each([
  ["delete everything with the work tag and read book", ["plan", "book"]],
  ["delete everything tagged work and the read book task", ["plan", "book"]],
  ["delete read book and everything tagged work", ["book", "plan"]],
  ["delete everything tagged work and wash the dog", []],
])("%s: a description and a name are both meant, or nothing is done", (message, ids) => {
  const tasks = [
    { id: "plan", title: "Plan sprint", tags: ["work"] },
    { id: "book", title: "Read book" },
  ];
  expect(play([message], { list: tasks }).writes.flatMap(named)).toEqual(ids);
});

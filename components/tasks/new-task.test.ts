import { expect, test } from "vitest";
import { nested, placesOf } from "@/components/tasks/new-task";

test("a deeper line becomes a subtask of the last one above it that is not, however deep it is", () => {
  const depths = { Orphan: 2, Pack: 0, Passport: 1, "Its copy": 3, "Feed the cat": 0, "Buy food": 1 };
  const lines = Object.entries(depths).map(([title, depth]) => ({ depth, task: { title } }));
  const titles = nested(lines).map(({ title, subtasks = [] }) => [title, ...subtasks.map((subtask) => subtask.title)]);
  expect(titles).toEqual([["Orphan"], ["Pack", "Passport", "Its copy"], ["Feed the cat", "Buy food"]]);
});

test("a line's place is where a refusal names it", () => {
  expect(placesOf([0, 1, 2, 0, 1].map((depth) => ({ depth })))).toEqual([
    "tasks.0",
    "tasks.0.subtasks.0",
    "tasks.0.subtasks.1",
    "tasks.1",
    "tasks.1.subtasks.0",
  ]);
  expect(placesOf([{ depth: 1 }, { depth: 1 }])).toEqual(["tasks.0", "tasks.0.subtasks.0"]);
});

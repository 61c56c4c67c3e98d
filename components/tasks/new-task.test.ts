import { expect, test } from "vitest";
import { nested } from "@/components/tasks/new-task";

test("a deeper line becomes a subtask of the last one above it that is not, however deep it is", () => {
  const depths = { Orphan: 2, Pack: 0, Passport: 1, "Its copy": 3, "Feed the cat": 0, "Buy food": 1 };
  const lines = Object.entries(depths).map(([title, depth]) => ({ depth, task: { title } }));
  const titles = nested(lines).map(({ title, subtasks = [] }) => [title, ...subtasks.map((subtask) => subtask.title)]);
  expect(titles).toEqual([["Orphan"], ["Pack", "Passport", "Its copy"], ["Feed the cat", "Buy food"]]);
});

import { expect, test } from "vitest";
import { merge } from "./merge";
import { read } from "./results";

const row = (id: string, title = id) => ({ task: { id, title } });

test("calls of one tool about single tasks are one, and each hears of its own", () => {
  const { calls, apart } = merge([
    { tool: "complete_tasks", input: { ids: ["a"] } },
    { tool: "find_tasks", input: { q: "x" } },
    { tool: "complete_tasks", input: { ids: ["b", "c"] } },
  ]);
  expect(calls).toEqual([
    { tool: "complete_tasks", input: { ids: ["a", "b", "c"] } },
    { tool: "find_tasks", input: { q: "x" } },
  ]);
  const [done, found] = [{ done: [row("a"), row("b")], failed: [{ id: "c", reason: "not found" }] }, { tasks: [] }];
  const results = apart([read({ type: "json", value: done }), read({ type: "json", value: found })]);
  expect(results.map(({ done, failed }) => [done.map(({ task }) => task?.id), failed.map(({ id }) => id)])).toEqual([
    [["a"], []],
    [[], []],
    [["b"], ["c"]],
  ]);
});

test("new tasks are told apart by their place", () => {
  const { calls, apart } = merge([
    { tool: "add_tasks", input: { tasks: [{ title: "Milk" }] } },
    { tool: "add_tasks", input: { tasks: [{ title: "Milk" }, { title: "Bread" }] } },
  ]);
  expect(calls).toHaveLength(1);
  const results = apart([
    read({ type: "json", value: { done: [row("1", "Milk"), row("2", "Milk"), row("3", "Bread")] } }),
  ]);
  expect(results.map(({ done }) => done.map(({ task }) => task?.id))).toEqual([["1"], ["2", "3"]]);
});

test("what goes by a description, and very many at once, stay calls of their own", () => {
  const ids = Array.from({ length: 60 }, (_, n) => `${n}`);
  const calls = [
    { tool: "complete_tasks", input: { filter: { view: "today" } } },
    { tool: "complete_tasks", input: { ids } },
    { tool: "complete_tasks", input: { ids } },
  ];
  expect(merge(calls).calls).toEqual(calls);
});

import { expect, test } from "vitest";
import { conflicts } from "@/components/tasks/merge";
import { sample } from "@/components/tasks/sample";

const base = sample({ title: "Call mum", priority: "low", version: 3 });

test("an edit goes through where they wrote something else", () => {
  expect(conflicts(base, { title: "Call mum back" }, { ...base, priority: "high", version: 4 })).toEqual([]);
});

test("both writing the same is no conflict", () => {
  expect(conflicts(base, { title: "Ring mum" }, { ...base, title: "Ring mum" })).toEqual([]);
});

test("both writing different things is one, by field", () => {
  const theirs = { ...base, title: "Ring dad", priority: "high" as const };
  expect(conflicts(base, { title: "Ring mum", priority: "medium" }, theirs)).toEqual(["title", "priority"]);
});

test("tags are none, for they come and go one by one", () => {
  const home = { id: "1", name: "home", color: "#111111" };
  expect(conflicts(base, { tags: [home] }, { ...base, tags: [{ ...home, id: "2" }] })).toEqual([]);
});

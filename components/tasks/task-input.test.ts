import { expect, test } from "vitest";
import { newTag } from "@/components/tags/new-tag";
import { sample } from "@/components/tasks/sample";
import { changeOf, goneTags, inputOf } from "@/components/tasks/task-input";

const home = { id: "01", name: "home", color: "#3B82F6" };
const work = { id: "02", name: "work", color: "#3B82F6" };
const garden = newTag("garden", []);

test("known tags go by id, new ones by name, deleted ones not at all", () => {
  expect(inputOf({ title: "a", tags: [home, garden] })).toEqual({ title: "a", tags: ["garden"], tagIds: ["01"] });
  expect(inputOf({ title: "a", tags: [home, work] }, ["01"])).toEqual({ title: "a", tagIds: ["02"] });
  expect(inputOf({ title: "a", tags: [] })).toEqual({ title: "a" });
});

test("a change sends what differs, and of tags those that come and go", () => {
  const task = sample({ dueDate: "2026-11-29", dueTime: "17:00", tags: [home, work] });
  expect(changeOf(task, { dueDate: "2026-11-30", dueTime: "17:00" })).toEqual({ dueDate: "2026-11-30" });
  expect(changeOf(task, { tags: [work, garden] })).toEqual({ addTags: ["garden"], removeTagIds: ["01"] });
  expect(changeOf(sample({ tags: [] }), { tags: [home] })).toEqual({ addTagIds: ["01"] });
  expect(changeOf(sample({ tags: [] }), { tags: [home] }, ["01"])).toEqual({});
});

test("which tags stand in the way is read out of the refusal", () => {
  const errors = [
    { path: "tagIds", message: "That tag no longer exists.", id: "01" },
    { path: "title", message: "Enter something here." },
  ];
  expect(goneTags({ ok: false, message: "", errors })).toEqual(["01"]);
  expect(goneTags({ ok: true })).toEqual([]);
});

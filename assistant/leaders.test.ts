import { expect, test } from "vitest";
import { leaders } from "@/assistant/leaders";
import type { Change } from "@/db/dry-run";

type Task = Extract<Change, { noun: "task" }>;

const task = (id: string, { before = {}, after = {}, followsId = null, parentId = null }: Partial<Told> = {}) => {
  const side = (state: object | null) =>
    state && { id, title: "Same title", parentId, completed: false, deletedAt: null, tags: [], ...state };
  return { noun: "task", id, isWritten: true, followsId, before: side(before), after: side(after) } as unknown as Task;
};
type Told = { before: object | null; after: object | null; followsId: string | null; parentId: string | null };
const completed = { after: { completed: true } };
const reopened = { before: { completed: true } };
const trashed = { after: { deletedAt: "2026-11-21T09:00:00Z" } };

function leadersOf(
  changes: Change[],
  { named = [], takesFamily = true }: { named?: string[]; takesFamily?: boolean } = {},
) {
  const leaderOf = leaders(changes, new Set(named), takesFamily);
  return Object.fromEntries(changes.map((change) => [change.id, leaderOf(change)]));
}

test("a next occurrence goes along with the one that it follows, whatever their titles, and its subtasks with it", () => {
  const made = { before: null, followsId: "a" };
  const changes = [
    task("a", completed),
    task("b", completed),
    task("next b", { before: null, followsId: "b" }),
    task("next a", made),
    task("part", { before: null, parentId: "next a" }),
  ];
  expect(leadersOf(changes, { named: ["a", "b"] })).toEqual({
    a: undefined,
    b: undefined,
    "next b": "b",
    "next a": "a",
    part: "a",
  });
});

test("one that is named goes along too where it comes or goes for that, and stands by itself where it does not", () => {
  const next = { followsId: "a" };
  const named = ["a", "next"];
  expect(leadersOf([task("a", reopened), task("next", { ...next, ...trashed })], { named })).toMatchObject({
    next: "a",
  });
  expect(leadersOf([task("a", trashed), task("next", { ...next, ...trashed })], { named })).toEqual({});
  expect(leadersOf([task("a", completed), task("next", { ...next, ...completed })], { named })).toEqual({});
});

test("a task that only shows a tag goes along with the one that it shows", () => {
  const tag = (id: string) =>
    ({ noun: "tag", id, before: { name: id }, after: { name: `new ${id}` } }) as unknown as Change;
  const tagged = (id: string, ...tags: string[]) => {
    const side = { tags: tags.map((id) => ({ id })) };
    return { ...task(id, { before: side, after: side }), isWritten: false };
  };
  const changes = [
    tag("home"),
    tag("work"),
    tagged("a", "home"),
    tagged("b", "other", "work"),
    tagged("c", "work", "home"),
  ];
  expect(leadersOf(changes)).toEqual({ a: "home", b: "work", c: "work", home: undefined, work: undefined });
  expect(leadersOf([...changes, tagged("gone", "other")])).toMatchObject({ gone: undefined });
});

test("two that would go along with each other stand by themselves", () => {
  const changes = [
    task("a", { ...reopened, ...{ after: trashed.after }, parentId: "next" }),
    task("next", { ...trashed, followsId: "a" }),
  ];
  expect(leadersOf(changes, { named: ["a"] })).toEqual({ a: undefined, next: undefined });
});

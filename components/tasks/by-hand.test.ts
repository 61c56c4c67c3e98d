import { expect, test } from "vitest";
import { dropped, moved } from "@/components/tasks/by-hand";
import { sample } from "@/components/tasks/sample";

const rows = ["a0", "a1", "a2"].map((position) => sample({ id: position, position }));
const sections = [{ name: "", tasks: rows }];

test("a row goes between the two that it moves to", () => {
  expect(moved(sections, "a0", 1)?.position).toBe("a1V");
  expect(moved(sections, "a2", -1)?.position).toBe("a0V");
});

test("a row goes before the first and after the last", () => {
  expect(moved(sections, "a1", -1)?.position).toBe("Zz");
  expect(moved(sections, "a1", 1)?.position).toBe("a3");
});

test("at the end there is nowhere to go", () => {
  expect(moved(sections, "a2", 1)).toBeUndefined();
  expect(moved(sections, "a0", -1)).toBeUndefined();
  expect(moved(sections, "other", 1)).toBeUndefined();
});

test("a dropped row stands before or after the one that it was dropped on", () => {
  expect(dropped(sections, "a2", { beside: "a0", after: true })?.position).toBe("a0V");
  expect(dropped(sections, "a0", { beside: "a2", after: false })?.position).toBe("a1V");
  expect(dropped(sections, "a2", { beside: "a0", after: false })?.position).toBe("Zz");
});

test("dropped where it stands, or on itself, it stays", () => {
  expect(dropped(sections, "a1", { beside: "a0", after: true })).toBeUndefined();
  expect(dropped(sections, "a1", { beside: "a2", after: false })).toBeUndefined();
  expect(dropped(sections, "a1", { beside: "a1", after: true })).toBeUndefined();
});

import { expect, test } from "vitest";
import { moved } from "@/components/tasks/by-hand";
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

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

test("a row is placed among those of its own section, whatever positions the next section has", () => {
  const late = ["a5", "a6"].map((position) => sample({ id: position, position }));
  const both = [{ name: "Overdue", tasks: late }, ...sections];
  expect(moved(both, "a5", 1)?.position).toBe("a7");
  expect(dropped(both, "a0", { beside: "a6", after: true })).toBeUndefined();
});

test("beside a row that is still being saved, or two that share a position, there is a place too", () => {
  const [first, second, third] = rows.map((row) => ({ ...row }));
  if (!first || !second || !third) throw new Error("There are three.");
  const twins = [{ name: "", tasks: [first, { ...second, position: "a0" }, third] }];
  expect(dropped(twins, "a2", { beside: "a0", after: true })?.position).toBe("a1");
  const saving = sample({ id: "new", position: "~", version: 0 });
  expect(dropped([{ name: "", tasks: [...rows, saving] }], "a0", { beside: "a2", after: true })?.position).toBe("a3");
  expect(dropped([{ name: "", tasks: [...rows, saving] }], "a0", { beside: "new", after: true })).toBeUndefined();
});

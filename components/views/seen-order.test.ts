import { expect, test } from "vitest";
import { sample } from "@/components/tasks/sample";
import { seenOrder } from "@/components/views/seen-order";

const row = (id: string, fields = {}) => sample({ id, ...fields });
const sections = [
  { name: "Today", tasks: [row("a"), row("b"), row("done", { completed: true })] },
  { name: "Later", tasks: [row("c"), row("new", { version: 0 }), row("d")] },
];

test("the order is what one sees, with the moved row in its new place, across headings too", () => {
  expect(seenOrder(sections, "d", { beside: "a", after: false })).toEqual(["d", "a", "b", "c"]);
  expect(seenOrder(sections, "a", { beside: "c", after: true })).toEqual(["b", "c", "a", "d"]);
});

test("a row that would stay where it is changes nothing", () => {
  expect(seenOrder(sections, "b", { beside: "a", after: true })).toBeUndefined();
  expect(seenOrder(sections, "done", { beside: "a", after: true })).toBeUndefined();
  expect(seenOrder(sections, "a", { beside: "done", after: true })).toBeUndefined();
});

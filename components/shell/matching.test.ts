import { expect, test } from "vitest";
import { matching } from "@/components/shell/matching";

const items = [{ name: "Größe" }, { name: "Cafe\u0301 list" }, { name: "All tasks" }];

test.each([
  ["", ["Größe", "Cafe\u0301 list", "All tasks"]],
  ["grosse", ["Größe"]],
  ["LIST café", ["Cafe\u0301 list"]],
  ["ａｌｌ", ["All tasks"]],
  ["asks", []],
])("%j matches %j", (query, names) => {
  expect(matching(items, query).map(({ name }) => name)).toEqual(names);
});

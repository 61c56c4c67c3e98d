import { expect, test } from "vitest";
import { apply } from "@/components/tags/optimistic";
import type { Tag } from "@/db/tags";

const tag = (name: string) => ({ id: name, name, color: "#112233", taskCount: 0 }) as Tag;
const tags = [tag("family"), tag("home")];
const names = (list: Tag[]) => list.map(({ name }) => name);

test("a new tag takes its place by name", () => {
  expect(names(apply(tags, { kind: "add", tag: tag("Garden") }))).toEqual(["family", "Garden", "home"]);
});

test("a renamed tag moves, a recoloured one stays", () => {
  expect(names(apply(tags, { kind: "change", id: "family", fields: { name: "people" } }))).toEqual(["home", "people"]);
  expect(apply(tags, { kind: "change", id: "home", fields: { color: "#445566" } })[1]?.color).toBe("#445566");
});

test("a removed tag is gone", () => {
  expect(names(apply(tags, { kind: "remove", id: "home" }))).toEqual(["family"]);
});

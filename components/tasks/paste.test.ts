import * as fc from "fast-check";
import { expect, test } from "vitest";
import { afterAdding, append, begin } from "@/components/tasks/paste";
import * as quickAdd from "@/language/quick-add";
import { anyText } from "@/language/testing-text";

const entries = (text: string) => quickAdd.lines(text).map(({ at: _, ...entry }) => entry);

test("a second list comes below the first, with its own depths, and changes nothing of what was done to the first", () => {
  const first = { ...begin("Trip\n  Tickets\nHotel"), edits: { 1: "Train tickets" }, out: [2], added: [0] };
  const second = { ...begin("  - Milk\n    - [x] Oat\n  - Bread"), edits: { 2: "Rye bread" }, out: [1], added: [] };
  const both = append(first, second);
  expect(both).toMatchObject({ edits: { 1: "Train tickets", 5: "Rye bread" }, out: [2, 4], added: [0] });
  expect(both.turnId).not.toBe(first.turnId);
  expect(entries(both.text).slice(3)).toEqual([
    { text: "Milk", depth: 0, done: false },
    { text: "Oat", depth: 1, done: true },
    { text: "Bread", depth: 0, done: false },
  ]);
});

test("two lists, whatever is in them, have the same entries together as apart", () => {
  fc.assert(
    fc.property(anyText, anyText, (first, second) => {
      const both = append(begin(first), begin(second));
      expect(entries(both.text)).toEqual([...entries(first), ...entries(second)]);
    }),
  );
});

test("of a paste that was added, what was appended or edited meanwhile is left", () => {
  const sent = { ...begin("Milk\nBread\nEggs"), edits: { 1: "Rye bread" }, out: [2] };
  expect(afterAdding(sent, sent, [0, 1])).toMatchObject({ text: sent.text, added: [0, 1], out: [2] });
  expect(afterAdding(sent, sent, [0, 1, 2])).toBeUndefined();
  const edited = { ...sent, edits: { 0: "Oat milk", 1: "Rye bread" }, turnId: "another" };
  expect(afterAdding(edited, sent, [0, 1, 2])).toMatchObject({ edits: edited.edits, added: [1, 2] });
  const appended = append(sent, begin("Paint\nBrushes"));
  expect(afterAdding(appended, sent, [0, 1, 2])).toMatchObject({ text: appended.text, added: [0, 1, 2] });
});

test("a paste that was let go while it was added is gone, and another in its place is left alone", () => {
  const sent = begin("Milk\nBread");
  const other = begin("Milk\nBreadcrumbs");
  expect(afterAdding(undefined, sent, [0, 1])).toBeUndefined();
  expect(afterAdding(other, sent, [0, 1])).toBe(other);
});

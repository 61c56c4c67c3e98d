import { expect, test } from "vitest";
import { nextColor, palette } from "./colors";

test("a new tag gets a colour that no other has while there are any, then one that the fewest have", () => {
  const all = Object.values(palette);
  expect(nextColor([])).toBe(palette.rose);
  expect(nextColor([palette.rose.toLowerCase(), palette.orange, "#123456"])).toBe(palette.amber);
  expect(nextColor(all)).toBe(palette.rose);
  expect(nextColor([...all, ...all.slice(0, 3)])).toBe(palette.green);
});

import { expect, test } from "vitest";
import { anywhere, inList, places } from "@/components/shell/keymap";

const taken = ["a", "c", "f", "l", "n", "o", "p", "r", "s", "t", "u", "w", "x", "v", "=", "-", "0", "d"];

test("no two shortcuts of a place have the same key", () => {
  const letters = [...Object.values(anywhere), ...Object.values(inList)].flatMap(
    ({ keys }) => keys as readonly string[],
  );
  expect(new Set(letters).size).toBe(letters.length);
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
});

// Greek types ";" with Q and Hebrew "/" with Q and "'" with W: such a key is what it types.
test("every shortcut has a key that keyboards of other scripts have, too", () => {
  const missing = new Set(["q", "w"]);
  for (const { keys } of [...Object.values(anywhere), ...Object.values(inList)])
    expect(keys.some((key: string) => !missing.has(key))).toBe(true);
  for (const { key } of places) expect(missing.has(key)).toBe(false);
});

test("nothing with Ctrl or ⌘ takes what every browser keeps for itself", () => {
  const keys = Object.values(anywhere).flatMap(({ keys }) => keys as readonly string[]);
  for (const key of keys.filter((key) => key.startsWith("mod+"))) expect(taken).not.toContain(key.split("+").at(-1));
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lab, nameOfColor, nextColor, palette, paletteOrder } from "./colors";
import { ciede2000, contrast, difference, luminance, luminanceOf } from "./testing-colors";

const colors = Object.entries(palette);

describe("the colours of tags", () => {
  test("are at least sixteen, each far enough from every other to be told apart", () => {
    expect(colors.length).toBeGreaterThanOrEqual(16);
    for (const [name, color] of colors)
      for (const [other, its] of colors)
        if (name !== other) expect([name, other, difference(color, its) >= 14]).toEqual([name, other, true]);
  });

  // What a tag's dot lies on: the list, the sidebar, and what floats, as the tokens have them for both themes.
  const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");
  const surfaces = ["paper", "shade", "lift"].flatMap((token) => {
    const line = new RegExp(`--${token}: light-dark\\((.*)\\);`).exec(css)?.[1] ?? "";
    return Array.from(
      line.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g),
      ([, l, c, h]) => [`${token} ${l}`, luminanceOf(Number(l), Number(c), Number(h))] as const,
    );
  });

  test("stand out from every surface of both themes", () => {
    expect(surfaces).toHaveLength(6);
    for (const [name, color] of colors)
      for (const [surface, its] of surfaces)
        expect([name, surface, contrast(luminance(color), its) >= 3]).toEqual([name, surface, true]);
  });

  test("are shown as they are: none is lighter or darker than both themes can show", () => {
    for (const [name, color] of colors)
      expect([name, lab(color)[0] >= 0.53 && lab(color)[0] <= 0.66]).toEqual([name, true]);
  });
});

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)("the measure agrees with its authors' examples: %j, %j", (one, other, far) => {
  expect(ciede2000([...one], [...other])).toBeCloseTo(far, 4);
});

test("a new tag gets a colour that no other has while there are any, then one that the fewest have", () => {
  expect(paletteOrder.toSorted()).toEqual(Object.values(palette).toSorted());
  expect(nextColor([])).toBe(palette.rose);
  expect(nextColor([palette.rose.toLowerCase(), palette.cyan, "#123456"])).toBe(palette.amber);
  expect(nextColor(paletteOrder)).toBe(palette.rose);
  expect(nextColor([...paletteOrder, ...paletteOrder.slice(0, 3)])).toBe(paletteOrder[3]);
});

test("tags made one after the other look unlike", () => {
  for (const [at, color] of paletteOrder.entries())
    if (at > 0) expect(difference(color, paletteOrder[at - 1] ?? "")).toBeGreaterThan(20);
});

test.each([
  ["#3B82F6", "blue"],
  ["#3b82f6", "blue"],
  ["#E1A035", "amber"],
  ["#54A859", "green"],
  ["#18A7A1", "teal"],
  ["#FFFFFF", "grey"],
  ["#000000", "grey"],
  ["#FF0000", "red"],
  ["#FF00FF", "magenta"],
  ["#8F6EDB", "violet"],
])("%s is called %s", (color, name) => {
  expect(nameOfColor(color)).toBe(name);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ariaKeys, isChord, keyOf, print } from "@/components/ui/chord";

beforeEach(() => vi.stubGlobal("navigator", { platform: "Linux x86_64" }));
afterEach(() => vi.unstubAllGlobals());

const up = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
type Held = Partial<typeof up> & { AltGraph?: boolean };

const press = (key: string, code: string, { AltGraph = false, ...held }: Held = {}) => ({
  key,
  code,
  ...up,
  ...held,
  getModifierState: (name: string) => name === "AltGraph" && AltGraph,
});

test.each([
  ["Russian", "ч", "KeyX", "x"],
  ["Greek", "χ", "KeyX", "x"],
  ["Hebrew", "ס", "KeyX", "x"],
  ["Arabic", "لا", "KeyB", "b"],
  ["Japanese kana", "さ", "KeyX", "x"],
  ["Korean", "ㅌ", "KeyX", "x"],
  ["Arabic", "ظ", "Slash", "/"],
  ["AZERTY", "q", "KeyA", "q"],
  ["AZERTY", "é", "Digit2", "é"],
  ["QWERTZ", "z", "KeyY", "z"],
  ["Dvorak", "x", "KeyB", "x"],
  ["Dvorak", "'", "KeyQ", "'"],
  ["any", "X", "KeyX", "x"],
  ["any", "Delete", "Delete", "Delete"],
])("on a %s keyboard %j at %s is %j", (_layout, key, code, name) => {
  expect(keyOf({ key, code, shiftKey: false })).toBe(name);
});

test("a question mark is one in Arabic too", () => {
  expect(isChord(press("؟", "Slash", { shiftKey: true }), "?")).toBe(true);
});

test.each([{ altKey: true }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { AltGraph: true }])(
  "a letter with %j is not the letter alone",
  (held) => {
    expect(isChord(press("x", "KeyX"), "x")).toBe(true);
    expect(isChord(press("x", "KeyX", held), "x")).toBe(false);
    expect(isChord(press("Delete", "Delete", held), "Delete")).toBe(false);
  },
);

test("signs are what they are, whether the layout has them behind Shift or not", () => {
  expect(isChord(press("/", "Slash"), "/")).toBe(true);
  expect(isChord(press("/", "Digit7", { shiftKey: true }), "/")).toBe(true);
  expect(isChord(press("?", "Minus", { shiftKey: true }), "?")).toBe(true);
  expect(isChord(press("#", "Digit3", { altKey: true }), "#")).toBe(false);
});

test("mod is ⌘ on a Mac and Ctrl elsewhere, and exactly that", () => {
  const [ctrl, meta] = [{ ctrlKey: true }, { metaKey: true }];
  expect([ctrl, meta].map((held) => isChord(press("k", "KeyK", held), "mod+k"))).toEqual([true, false]);
  expect(isChord(press("л", "KeyK", ctrl), "mod+k")).toBe(true);
  for (const more of [{ shiftKey: true }, { altKey: true }, { metaKey: true }])
    expect(isChord(press("k", "KeyK", { ...ctrl, ...more }), "mod+k")).toBe(false);
  vi.stubGlobal("navigator", { platform: "MacIntel" });
  expect([ctrl, meta].map((held) => isChord(press("k", "KeyK", held), "mod+k"))).toEqual([false, true]);
});

test("keys are printed as the platform prints them", () => {
  const chords = ["mod+k", "g t", "alt+ArrowUp", "Delete", "Enter"];
  expect(chords.map((chord) => print(chord, true))).toEqual(["⌘K", "G T", "⌥↑", "⌦", "↵"]);
  expect(chords.map((chord) => print(chord, false))).toEqual(["Ctrl K", "G T", "Alt ↑", "Del", "↵"]);
  expect(ariaKeys(["mod+k", "/", "alt+ArrowUp"])).toBe("Meta+k Control+k / Alt+ArrowUp");
});

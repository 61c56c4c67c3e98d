import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keyGuard } from "@/components/shell/key-guard";
import { inList } from "@/components/shell/keymap";

beforeEach(() => {
  vi.stubGlobal("navigator", { platform: "Linux", userAgent: "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150" });
  vi.stubGlobal("Element", class {});
});
afterEach(() => void vi.unstubAllGlobals());

/** Whether the page hears of a key, and whether the browser still does what it does with it. */
function pressed(guard: ReturnType<typeof keyGuard>, event: Partial<KeyboardEvent>) {
  const heard = { byPage: true, byBrowser: true };
  guard.press({
    timeStamp: 1000,
    keyCode: 13,
    key: "Enter",
    isComposing: false,
    repeat: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    getModifierState: () => false,
    stopImmediatePropagation: () => (heard.byPage = false),
    preventDefault: () => (heard.byBrowser = false),
    ...event,
  } as KeyboardEvent);
  return heard;
}

/** Something that has the focus and lies within one of these. */
const within = (selector: string) =>
  Object.assign(new Element(), { closest: (wanted: string) => wanted.includes(selector), matches: () => false });

const kept = { byPage: false, byBrowser: false };
const all = { byPage: true, byBrowser: true };
const end = { type: "compositionend", timeStamp: 1000 } as CompositionEvent;

test("a key of a composition is kept from the page", () => {
  const guard = keyGuard();
  expect(pressed(guard, { isComposing: true })).toEqual(kept);
  expect(pressed(guard, { keyCode: 229, key: "Escape" })).toEqual(kept);
  expect(pressed(guard, { keyCode: 229, key: "Process" })).toEqual({ byPage: false, byBrowser: true });
  expect(pressed(guard, {})).toEqual(all);
});

test("the Enter that Safari tells of after the composition belongs to it, and the next one does not", () => {
  const guard = keyGuard();
  guard.compose(end);
  expect(pressed(guard, {})).toEqual(kept);
  expect(pressed(guard, { timeStamp: 1001 })).toEqual(all);
});

test("the Enter that ends a Korean word in Chrome counts when it comes as itself", () => {
  const guard = keyGuard();
  expect(pressed(guard, { isComposing: true })).toEqual(kept);
  guard.compose(end);
  expect(pressed(guard, {})).toEqual(all);
});

test("a held key goes on moving and scrolling, and does nothing else", () => {
  const guard = keyGuard();
  for (const key of [...inList.next.keys, ...inList.previous.keys, "Tab", "PageDown", " "])
    expect(pressed(guard, { key, repeat: true }), key).toEqual(all);
  for (const key of ["Delete", "Backspace", "x", "Enter", "Escape"])
    expect(pressed(guard, { key, repeat: true }), key).toEqual(kept);
  expect(pressed(guard, { key: "ArrowDown", altKey: true, repeat: true })).toEqual(kept);
  // On a button or a title Space presses; in a field it is a letter.
  expect(pressed(guard, { key: " ", repeat: true, target: within("a, button, label, [role]") })).toEqual(kept);
  expect(pressed(guard, { key: " ", repeat: true, target: within("input") })).toEqual(all);
});

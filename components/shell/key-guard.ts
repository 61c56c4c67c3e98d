import { isChord } from "@/components/ui/chord";

/** How much later than "compositionend" the key can be that caused it, in milliseconds: nothing but in WebKit, which tells of it afterwards. */
const LATER = { webKit: 5, other: 0.5 };

/** What a browser does on its own with these would end more than the composition: a form sent, a search emptied, a field left. */
const leaving = new Set(["Enter", "Escape", "Tab"]);

/**
 * Keeps two kinds of key presses from everything on the page, ours or a library's, before it hears of them:
 * those that belong to an input method (IME), and those that a held key repeats where that would change something.
 */
export function keyGuard() {
  /** When the last composition ended. */
  let ended = Number.NEGATIVE_INFINITY;
  /** The last key that came as a part of a composition. */
  let spent: string | undefined;

  // https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode. WebKit ends the composition first and tells of the key, with
  // the code 229, afterwards: https://webkit.org/b/165004.
  function isComposing(event: KeyboardEvent) {
    if (event.isComposing || event.keyCode === 229) {
      spent = event.key;
      return true;
    }
    const isLate = event.timeStamp - ended < (isWebKit() ? LATER.webKit : LATER.other);
    // In Chrome, Enter ends a Korean word and then comes once more as the Enter that it is.
    return isLate && event.key !== spent;
  }

  function compose({ type, timeStamp }: Event) {
    if (type === "compositionstart") spent = undefined;
    else ended = timeStamp;
  }

  function press(event: KeyboardEvent) {
    const composing = isComposing(event);
    if (!composing && !(event.repeat && changesSomething(event))) return;
    event.stopImmediatePropagation();
    if (!composing || leaving.has(event.key)) event.preventDefault();
  }

  return { compose, press };
}

const isWebKit = () => /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

const moving = /^(Arrow|Page|Home|End|Tab)/;
const pressed = "a, button, label, [role]";

/** Typing, moving and scrolling go on while a key is held; whatever else it does, it does once. */
function changesSomething(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, target } = event;
  const field = target instanceof Element && target.closest("textarea, input, [contenteditable='true']");
  if (field) return key === "Escape" || (key === "Enter" && !field.matches("textarea, [contenteditable='true']"));
  if (isChord(event, "j") || isChord(event, "k")) return false;
  // Space scrolls the page, and presses what has the focus.
  if (key === " ") return target instanceof Element && target.closest(pressed) !== null;
  return altKey || ctrlKey || metaKey || !moving.test(key);
}

/** Stands before everything else that listens, on every page. */
export function install() {
  const { compose, press } = keyGuard();
  window.addEventListener("compositionstart", compose, true);
  window.addEventListener("compositionend", compose, true);
  window.addEventListener("keydown", press, true);
}

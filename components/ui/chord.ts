/**
 * A key and what is held with it, as `aria-keyshortcuts` writes it but for "mod", which is ⌘ on an Apple keyboard and Ctrl on others:
 * "mod+k", "alt+ArrowUp", "x". Letters are lower case.
 */
export type Chord = string;

type Press = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "getModifierState">;

/** Whether the keyboard here has a ⌘ key. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/**
 * The key that was pressed, as a Latin keyboard of the same layout names it. A key that types another script ("ч", "つ") counts as
 * the one that is in its place on a US keyboard; every key that types Latin counts as what it types, wherever it is.
 */
export function keyOf({ key, code, shiftKey }: Pick<Press, "key" | "code" | "shiftKey">): string {
  // A name, such as "Enter", is ASCII like what a Latin keyboard types. Some keys type two characters, such as Arabic "لا".
  if (/^[\p{ASCII}\p{Script=Latin}]/u.test(key)) return key.length === 1 ? key.toLowerCase() : key;
  if (code === "Slash") return shiftKey ? "?" : "/";
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/** Whether a press is this chord and nothing more: with another modifier held, it is the browser's or the system's. */
export function isChord(press: Press, chord: Chord): boolean {
  const held = chord.split("+");
  const key = held.pop();
  if (keyOf(press) !== key || press.getModifierState("AltGraph")) return false;
  const mod = held.includes("mod");
  if (press.metaKey !== (mod && isApple()) || press.ctrlKey !== (mod && !isApple())) return false;
  if (press.altKey !== held.includes("alt")) return false;
  // Which signs take Shift depends on the layout: "/" does on a German one.
  return isSign(key) || press.shiftKey === held.includes("shift");
}

const isSign = (key: string) => key.length === 1 && !/[\p{L}\p{N} ]/u.test(key);

const names: Record<string, string> = { Enter: "↵", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };
const onApple: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧", Delete: "⌦", Backspace: "⌫" };
/** Apple writes ⌥⇧⌘, and the key last. */
const rank = (key: string) => ["⌥", "⇧", "⌘"].indexOf(key) >>> 0;
const elsewhere: Record<string, string> = { mod: "Ctrl", alt: "Alt", shift: "Shift", Delete: "Del" };

/** A chord, or a sequence ("g t"), as the keyboard prints it: "⌘K" or "Ctrl K". */
export function print(chord: Chord, apple: boolean): string {
  const own = apple ? onApple : elsewhere;
  const one = (key: string) => names[key] ?? own[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return chord
    .split(" ")
    .map((part) => {
      const keys = part.split("+").map(one);
      return apple ? keys.toSorted((a, b) => rank(a) - rank(b)).join("") : keys.join(" ");
    })
    .join(" ");
}

/** Chords for `aria-keyshortcuts`. The server does not know the keyboard, so a chord with "mod" is given for both. */
export function ariaKeys(chords: readonly Chord[]): string {
  const both = chords.flatMap((chord) =>
    chord.includes("mod") ? [chord.replace("mod", "Meta"), chord.replace("mod", "Control")] : [chord],
  );
  return both.map((chord) => chord.replace("alt", "Alt").replace("shift", "Shift")).join(" ");
}

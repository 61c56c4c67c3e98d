import * as singleKeys from "@/components/shell/single-keys";
import { assistant, search, views } from "@/components/shell/views";
import { type Chord, isChord } from "@/components/ui/chord";

type Shortcut = {
  keys: readonly [Chord, ...Chord[]];
  /** What it does, in the words of "?". */
  words: string;
  /** Works over a dialog, too. */
  overDialogs?: boolean;
};

/** The keys that work on every page. */
export const anywhere = {
  add: { keys: ["q", "n"], words: "Add a task" },
  palette: { keys: ["mod+k", "/"], words: "Search or jump to", overDialogs: true },
  assistant: { keys: ["mod+j"], words: "Open or close assistant" },
  undo: { keys: ["mod+z"], words: "Undo last change" },
  redo: { keys: ["mod+shift+z", "mod+y"], words: "Redo" },
  help: { keys: ["?"], words: "Show keyboard shortcuts" },
} as const satisfies Record<string, Shortcut>;

/** The keys of a list: for the row that has the focus. */
export const inList = {
  next: { keys: ["j", "ArrowDown"], words: "Next task" },
  previous: { keys: ["k", "ArrowUp"], words: "Previous task" },
  complete: { keys: ["x"], words: "Complete or reopen" },
  open: { keys: ["e"], words: "Open and edit" },
  due: { keys: ["d"], words: "Due" },
  priority: { keys: ["p"], words: "Priority" },
  skip: { keys: ["l"], words: "Skip this one (repeating tasks)" },
  remove: { keys: ["Delete", "Backspace", "#"], words: "Delete" },
  restore: { keys: ["r"], words: "Restore (in Trash)" },
  moveUp: { keys: ["alt+ArrowUp"], words: "Move up" },
  moveDown: { keys: ["alt+ArrowDown"], words: "Move down" },
  close: { keys: ["Escape"], words: "Close task" },
} as const satisfies Record<string, Shortcut>;

/** Where one can go by "g" and another key. */
export const places = [...views, search, assistant];

const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable='true']";
const floats = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=grid]";
// A drawer is a part of the page that slid in, such as the open task of a phone.
const dialogs = ":is([role=dialog], [role=alertdialog], [role=menu])[data-open]:not([data-swipe-direction])";

/** Which of these shortcuts a press is, if it is the page's at all; undefined where a field, a menu or a dialog has it. */
export function shortcutOf<Name extends string>(event: KeyboardEvent, of: Record<Name, Shortcut>): Name | undefined {
  const names = Object.keys(of) as Name[];
  return names.find((name) => of[name].keys.some((chord) => isChord(event, chord) && isFree(event, chord, of[name])));
}

function isFree(event: KeyboardEvent, chord: Chord, { overDialogs }: Shortcut): boolean {
  if (event.defaultPrevented || (!overDialogs && document.querySelector(dialogs))) return false;
  if (chord.startsWith("mod+")) return true;
  if (chord.length === 1 && chord !== " " && !singleKeys.areOn()) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest(`${fields}, ${floats}`);
}

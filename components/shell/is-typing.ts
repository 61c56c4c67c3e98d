import * as singleKeys from "@/components/shell/single-keys";

const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable='true']";
const floats = "[role=dialog], [role=menu], [role=listbox], [role=grid], [role=alertdialog]";

/** Whether a key belongs to what has the focus (a field, a menu, a dialog), was already used, or is a letter while those rest. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return true;
  if (event.key.length === 1 && event.key !== " " && !singleKeys.areOn()) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest(`${fields}, ${floats}`) != null;
}

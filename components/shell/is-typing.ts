const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable='true']";
const floats = "[role=dialog], [role=menu], [role=listbox], [role=grid], [role=alertdialog]";

/** Whether a single key belongs to what has the focus (a field, a menu, a dialog) or was already used, and so is no shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest(`${fields}, ${floats}`) != null;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Puts text in the place of a part of a field as typing would: with the field's own events, and so that the browser's undo takes it
 * back. The caret stands behind it afterwards.
 */
export function insertText(field: TextField, text: string, start: number, end: number): void {
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  // Deprecated, and yet the only way into a browser's undo history.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: text }));
}

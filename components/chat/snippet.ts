import { searchKey, shorten } from "@/language/text";

const BEFORE = 30;
const AFTER = 120;

/** The words around the first place in `text` that a search for `query` finds, on one line. */
export function snippet(text: string, query: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const at = Math.max(placeOf(searchKey(query.trim()), line), 0);
  const from = at <= BEFORE ? 0 : line.lastIndexOf(" ", at - BEFORE) + 1;
  return `${from > 0 ? "…" : ""}${shorten(line.slice(from), AFTER + BEFORE)}`;
}

/** Where the key is in the key of the line, as a place in the line: a key may be shorter or longer than its text. */
function placeOf(key: string, line: string): number {
  const at = searchKey(line).indexOf(key);
  let [from, to] = [0, line.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (searchKey(line.slice(0, middle)).length <= at) from = middle;
    else to = middle - 1;
  }
  return from;
}

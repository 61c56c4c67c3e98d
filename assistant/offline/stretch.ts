/** The part of a text at [start, end), in UTF-16 units. */
export type Stretch = { start: number; end: number };

/** What stands for each character that is hidden: it belongs to no word, date or sentence, so that no reading crosses it. */
export const HIDDEN = "\u0001";

/** A text of the same length in which some stretches can’t be read. */
export function hidden(text: string, stretches: Stretch[]): string {
  let at = 0;
  let rest = "";
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    rest += text.slice(at, from) + HIDDEN.repeat(end - from);
    at = end;
  }
  return rest + text.slice(at);
}

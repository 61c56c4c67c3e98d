import type { Mark, Stretch } from "./mark";
import { known, readName } from "./tag-names";

type Signs = { quotes: Stretch[]; tags: Array<Mark & { tag: string }> };

/** Double quotes of any hand, and "#", also as a Japanese keyboard has it. */
const SIGN = /["“«„#＃]/g;
const CLOSING: Record<string, RegExp> = { '"': /["\n]/g, "“": /[”\n]/g, "«": /[»\n]/g, "„": /[“”\n]/g };
const LONGEST_QUOTE = 1_000;

/** What a tag may stand right behind, and what may stand between two: "#launch,#website". */
const OPENING = /^$|[\s([{]$/u;
const SEPARATOR = /^[,;/|&+、，]?$/u;

/** Whether a piece of text between two tags only lists them. */
export const isSeparator = (between: string) => /^[,;/|&+、，]?\s*(?:and)?$/iu.test(between.trim());

/**
 * What stands in double quotes, within one line (a single one is an apostrophe too often), and tags: "#family", "#two words" where a
 * tag of that name exists, and `#"1:1"`. One is not looked for within the other.
 */
export function readSigns(text: string, existing: string[]): Signs {
  const { quotes, tags }: Signs = { quotes: [], tags: [] };
  const names = text.search(/[#＃]/) < 0 ? [] : known(existing);
  // Each kind's closing sign is looked for once from where the last one was found: thousands of open quotes cost no more than the text.
  const ahead = new Map<string, number>();
  let free = 0;
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (index < free) continue;
    if (sign in CLOSING) {
      const close = closeOf(sign, index);
      const size = close - index;
      if (close === text.length || text[close] === "\n" || size < 2 || size > LONGEST_QUOTE) continue;
      quotes.push({ start: index, end: close + 1 });
      free = close + 1;
    } else if (mayOpen(text, index, tags.at(-1)?.end)) {
      const read = readName(text, index + 1, names);
      if (!read) continue;
      const { name: tag, end } = read;
      tags.push({ start: index, end, text: text.slice(index, end), kind: "tag", label: tag, tag });
      free = end;
    }
  }
  return { quotes, tags };

  function closeOf(opening: string, index: number): number {
    const last = ahead.get(opening) ?? 0;
    const close = last > index ? last : nextAfter(index, CLOSING[opening], text);
    ahead.set(opening, close);
    return close;
  }
}

/** Whether "#" may open a tag at `index`: not in the middle of a word ("issue#4"), unless that is another tag. */
export function mayOpen(text: string, index: number, lastTag: number | undefined): boolean {
  return (
    OPENING.test(text.slice(Math.max(0, index - 1), index)) ||
    (lastTag !== undefined && SEPARATOR.test(text.slice(lastTag, index)))
  );
}

function nextAfter(index: number, sign: RegExp | undefined, text: string): number {
  if (!sign) return text.length;
  sign.lastIndex = index + 1;
  return sign.exec(text)?.index ?? text.length;
}

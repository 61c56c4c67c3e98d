import { sameName, searchKey } from "../text";
import type { Stretch } from "./mark";
import { mayOpen, readSigns } from "./signs";
import { quote } from "./tag-names";

/** How many names are offered, and how far back from the caret a tag may begin. */
const MOST = 6;
const LONGEST = 110;

/** A tag that is being written, from its "#" on, and the existing names that go on from what is there. */
export type Completing = Stretch & { names: string[] };

/**
 * The tag in which the caret stands, with the existing names that it may become, the shortest first: whatever their case and accents.
 * Undefined where none is being written, none goes on from it, or it is written out.
 */
export function completing(text: string, caret: number, existing: string[]): Completing | undefined {
  for (let start = caret - 1; start >= Math.max(0, caret - LONGEST) && text[start] !== "\n"; start--) {
    if (!/[#＃]/.test(text.charAt(start))) continue;
    const before = readSigns(text.slice(0, start), existing);
    if (!mayOpen(text, start, before.tags.at(-1)?.end)) continue;
    const written = text
      .slice(start + 1, caret)
      .replace(/^["“]/, "")
      .replace(/\\(.)/gu, "$1");
    const key = searchKey(written);
    const names = existing.filter((name) => searchKey(name).startsWith(key)).toSorted((a, b) => a.length - b.length);
    if (names.length === 0 || existing.some((name) => sameName(name, written))) continue;
    return { start, end: caret + restOfWord(text, caret), names: names.slice(0, MOST) };
  }
  return undefined;
}

/** The line with an existing tag's name in place of what is written of it, so that it is read as that tag, and where the caret goes. */
export function complete(text: string, at: Stretch, name: string, existing: string[]): { text: string; caret: number } {
  const rest = text.slice(at.end).replace(/^\s+/u, "");
  const [bare = "", inQuotes = ""] = [name, quote(name)].map((written) => `${text.slice(0, at.start)}#${written} `);
  const tag = readSigns(bare + rest, existing).tags.find(({ start }) => start === at.start);
  const isRead = tag && tag.end === bare.length - 1 && sameName(tag.tag, name);
  const line = isRead ? bare : inQuotes;
  return { text: line + rest, caret: line.length };
}

// With the caret in the middle of a word all of the word is replaced.
function restOfWord(text: string, caret: number): number {
  return /^[\p{L}\p{N}\p{M}_-]*/u.exec(text.slice(caret))?.[0].length ?? 0;
}

import { cleanLine, isBlank, lengthOf, nameKey } from "../text";

const LONGEST = 50;

/** A hashtag (UAX #31, section 2.4.2), with "/" and "-" between its parts. */
const PART = String.raw`\p{XID_Continue}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200C\u200D\uFE0F\u{E0020}-\u{E007F}`;
const BARE = new RegExp(`[${PART}](?:[${PART}/-]*[${PART}])?`, "uy");
/** A number alone ("#42") is no name. */
const NAMING = /[\p{L}\p{M}_\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Any other name stands in quotes: #"1:1". A quote in the name is written \". Phones make quotes curly. */
const QUOTED = /["“]((?:\\.|[^\\"”\n]){1,200})["”]/uy;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
/** How far a name may reach in a text, where invisible characters stand in it. */
const FARTHEST = 200;

/** Names of existing tags, as `readName` compares with them. */
export type Known = Array<{ name: string; key: string }>;

export const known = (names: string[]): Known => names.map((name) => ({ name, key: nameKey(name) }));

/**
 * The name of a tag that begins at `from`, behind its "#": what stands in quotes there; else the longest that an existing tag has or a
 * bare word makes.
 * @returns the existing tag's own spelling where there is one, and where the name ends.
 */
export function readName(text: string, from: number, tags: Known): { name: string; end: number } | undefined {
  const inQuotes = at(QUOTED, text, from);
  if (inQuotes) {
    const name = cleanLine((inQuotes[1] ?? "").replace(/\\(.)/gu, "$1"));
    const key = nameKey(name);
    const end = from + inQuotes[0].length;
    return isBlank(name) ? undefined : within({ name: tags.find((tag) => tag.key === key)?.name ?? name, end });
  }
  const word = at(BARE, text, from)?.[0] ?? "";
  const existing = longest(text, from, tags);
  if (existing && existing.end >= from + word.length) return existing;
  return NAMING.test(word) ? within({ name: word, end: from + word.length }) : undefined;
}

/** A name as it is written behind "#" when the bare one would be read otherwise. */
export const quote = (name: string) => `"${name.replace(/["“”\\]/gu, "\\$&")}"`;

function within<Named extends { name: string }>(named: Named): Named | undefined {
  return lengthOf(named.name) > LONGEST ? undefined : named;
}

/** The longest existing name that the text goes on with, whole words only. */
function longest(text: string, from: number, tags: Known): { name: string; end: number } | undefined {
  let found: { name: string; end: number } | undefined;
  let left = tags;
  for (const { segment, index } of graphemes.segment(text.slice(from, from + FARTHEST))) {
    const end = from + index + segment.length;
    const key = nameKey(text.slice(from, end));
    left = left.filter((tag) => tag.key.startsWith(key));
    if (left.length === 0) break;
    const whole = left.find((tag) => tag.key === key);
    // The space behind a name adds nothing to its key.
    const isNew = whole && whole.name !== found?.name;
    if (isNew && !/^[\p{L}\p{N}\p{M}_]/u.test(text.slice(end))) found = { name: whole.name, end };
  }
  return found;
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

import type { Mark, Priority } from "../quick-add";

/** [start, end) in UTF-16 units. */
export type Stretch = { start: number; end: number };

const PRIORITY = /(?<!\S)(?:!(high|medium|low|[123])|(!{1,3})|p([1-3]))(?!\S)/giu;
const LEVELS: Record<string, Priority> = {
  high: "high",
  medium: "medium",
  low: "low",
  "1": "high",
  "2": "medium",
  "3": "low",
  "!!!": "high",
  "!!": "medium",
  "!": "low",
};

/** Priorities as people write them: "!high", "!!!", "p1", "!1". */
export function readPriorities(text: string): Array<Mark & { priority: Priority }> {
  return Array.from(text.matchAll(PRIORITY)).flatMap((match) => {
    const priority = LEVELS[(match[1] ?? match[2] ?? match[3] ?? "").toLowerCase()];
    if (!priority) return [];
    const label = `${priority.charAt(0).toUpperCase()}${priority.slice(1)}`;
    return [{ ...stretchOf(match), text: match[0], kind: "priority" as const, label, priority }];
  });
}

const TAG = /(?<![^\s(])#([\p{L}\p{N}\p{M}_/-]*[\p{L}\p{M}_][\p{L}\p{N}\p{M}_/-]*)/gu;
const LONGEST_TAG = 50;

/** "#family", and "#two words" where a tag of that name exists. A number alone ("#42") is no tag. */
export function readTags(text: string, existing: string[]): Array<Mark & { tag: string }> {
  const longestFirst = existing.toSorted((a, b) => b.length - a.length);
  return Array.from(text.matchAll(TAG)).flatMap((match) => {
    const written = match[1] ?? "";
    const rest = text.slice(match.index + 1, match.index + 1 + LONGEST_TAG * 2);
    const known = longestFirst.find((name) => name.length >= written.length && startsWith(rest, name));
    const tag = known ?? written;
    if (tag.length > LONGEST_TAG) return [];
    const end = match.index + 1 + tag.length;
    return [{ start: match.index, end, text: text.slice(match.index, end), kind: "tag" as const, label: tag, tag }];
  });
}

function startsWith(rest: string, name: string) {
  return rest.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length));
}

const CLOSING: Record<string, RegExp> = { '"': /["\n]/g, "“": /[”\n]/g, "«": /[»\n]/g, "„": /[“”\n]/g };
const LONGEST_QUOTE = 1_000;

/**
 * What stands in double quotes of any hand, within one line; a single one is an apostrophe too often. Each kind's closing
 * sign is looked for once from where the last one was found, so that thousands of open quotes cost no more than the text.
 */
export function readQuotes(text: string): Stretch[] {
  const quotes: Stretch[] = [];
  const ahead = new Map<string, number>();
  let free = 0;
  for (const { 0: opening, index } of text.matchAll(/["“«„]/g)) {
    if (index < free) continue;
    const known = ahead.get(opening) ?? 0;
    const close = known > index ? known : nextAfter(index, CLOSING[opening], text);
    ahead.set(opening, close);
    const size = close - index;
    if (close === text.length || text[close] === "\n" || size < 2 || size > LONGEST_QUOTE) continue;
    quotes.push({ start: index, end: close + 1 });
    free = close + 1;
  }
  return quotes;
}

function nextAfter(index: number, sign: RegExp | undefined, text: string): number {
  if (!sign) return text.length;
  sign.lastIndex = index + 1;
  return sign.exec(text)?.index ?? text.length;
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length };
}

import type { Mark, Priority } from "./mark";

const WORDS: Record<string, Priority> = {
  "high hi h urgent 1 !!!": "high",
  "medium med m 2 !!": "medium",
  "low lo l 3 !": "low",
  "none 4": "none",
};
const LEVELS = new Map(
  Object.entries(WORDS).flatMap(([words, priority]) => words.split(" ").map((word) => [word, priority] as const)),
);
const NAMES = [...LEVELS.keys()].filter((word) => !word.startsWith("!")).join("|");
const PRIORITY = new RegExp(`(?<!\\S)(?:!(${NAMES})|! (high|medium|low)|(!{1,3})|p([1-4]))(?!\\S)`, "giu");

/** Priorities as people write them: "!high", "! high", "!med", "!urgent", "!!!", "p1", "!1"; the fourth is none. */
export function readPriorities(text: string): Array<Mark & { priority: Priority }> {
  return Array.from(text.matchAll(PRIORITY)).flatMap((match) => {
    const priority = LEVELS.get((match.slice(1).find(Boolean) ?? "").toLowerCase());
    if (!priority) return [];
    const label = priority === "none" ? "No priority" : `${priority.charAt(0).toUpperCase()}${priority.slice(1)}`;
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ start, end, text: match[0], kind: "priority" as const, label, priority }];
  });
}

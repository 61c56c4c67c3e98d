import type { JSONValue } from "ai";

/**
 * A tool's output as the model reads it: keys that are null, false, empty or of no use to it are left out, and tags are their
 * names, which is a third of the tokens. Of what was done to very many tasks it reads the first ones, and how many they are.
 * JSON keeps the user's own texts apart from ours; the instructions say what they are.
 */
export function brief(output: unknown): { type: "json"; value: JSONValue } {
  return { type: "json", value: shorten(output) ?? {} };
}

const USELESS = new Set(["color", "version", "changeId", "repeatFrom"]);

/** More than this of what a write answers are counted. What a look brings, the model itself has limited. */
const MOST = 100;
const COUNTED = new Set(["done", "failed", "undone"]);

function shorten(value: unknown): JSONValue | undefined {
  if (value === null || value === undefined || value === false || value === "" || value === "none") return undefined;
  if (Array.isArray(value)) return value.map((item) => shorten(item) ?? null);
  if (typeof value !== "object") return value as JSONValue;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    if (USELESS.has(key)) return [];
    if (COUNTED.has(key) && Array.isArray(item) && item.length > MOST)
      return [[key, shorten(item.slice(0, MOST))] as const, [`${key}InAll`, item.length] as const];
    const short = key === "tags" && isNames(item) ? item.map(({ name }) => name) : shorten(item);
    const empty = short === undefined || (Array.isArray(short) && short.length === 0);
    return empty ? [] : [[key, short] as const];
  });
  return Object.fromEntries(kept);
}

/** A task's tags; the tags that `list_tags` answers carry a count and stay whole. */
function isNames(value: unknown): value is Array<{ name: string }> {
  return Array.isArray(value) && value.every((item) => item && "name" in item && !("taskCount" in item));
}

import type { Draft } from "@/components/shell/drafts";
import { newId } from "@/components/shell/new-id";
import * as quickAdd from "@/language/quick-add";

/**
 * Pasted lists on their way into tasks: `text` has one entry a line, and by an entry's number, from 0, what was written in its place, which
 * were left out and which were added already. `turnId` is the turn by which the next ones are added.
 */
export type Paste = Draft & { edits: Record<number, string>; out: number[]; added: number[]; turnId: string };

/** A list as it was pasted. */
export const begin = (text: string): Paste => ({ text, edits: {}, out: [], added: [], turnId: newId() });

/** Two pastes as one, the second below the first: so each entry of the first keeps its number. */
export function append(first: Paste | undefined, second: Paste): Paste {
  if (!first) return second;
  const above = quickAdd.lines(first.text).length;
  // Written anew, for the depth of an indented list must not depend on what is above it.
  const list = quickAdd
    .lines(second.text)
    .map(({ text, depth, done }) => `${"\t".repeat(depth)}- [${done ? "x" : " "}] ${text}`);
  const edits = Object.entries(second.edits).map(([at, words]) => [Number(at) + above, words]);
  return {
    text: [first.text, ...list].join("\n"),
    edits: { ...first.edits, ...Object.fromEntries(edits) },
    out: [...first.out, ...second.out.map((at) => at + above)],
    added: [...first.added, ...second.added.map((at) => at + above)],
    turnId: newId(),
  };
}

/** The numbers of the entries that are to be added still. */
export function wantedOf({ text, out, added }: Paste): number[] {
  return [...quickAdd.lines(text).keys()].filter((at) => !added.includes(at) && !out.includes(at));
}

/** As many as are added in one turn. */
export const MOST = 500;

/** The numbers of those that are added next, in one turn. */
export const batchOf = (paste: Paste): number[] => wantedOf(paste).slice(0, MOST);

/**
 * What is left of a paste, if anything, once entries of it are added.
 * @param now what is kept by then, to which other lists may have been appended; an entry that was edited meanwhile stays.
 * @param sent the paste that the entries were taken from.
 * @param entries their numbers.
 */
export function afterAdding(now: Paste | undefined, sent: Paste, entries: number[]): Paste | undefined {
  if (!now || !`${now.text}\n`.startsWith(`${sent.text}\n`)) return now;
  const added = [...now.added, ...entries.filter((at) => now.edits[at] === sent.edits[at])];
  return added.length < quickAdd.lines(now.text).length ? { ...now, added, turnId: newId() } : undefined;
}

import type { Context } from "@/language/calendar";
import { readMessage } from "./request";

/** What another person may have written: quotations, and what is pasted as code. An apostrophe within a word is no quote. */
const QUOTED = new RegExp(
  [
    /(?<fence>`{3,}|(?<=^ {0,3})~{3,})[\s\S]*?(?:\k<fence>|(?![\s\S]))/,
    /^(?:>| {4}|\t).*$/,
    /`[^`]*`|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/,
    /‘(?:[^‘’]|(?<=\p{L})’(?=\p{L}))*’(?!\p{L})/u,
    /(?<![\p{L}\p{N}])'(?:[^']|(?<=\p{L})'(?=\p{L}))*'(?!\p{L})/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gmu",
);

/** Whether a message asks, in the user's own words, to take back what was done. */
export function asksToUndo(message: string, context: Context): boolean {
  return readMessage(message.replace(QUOTED, " "), context).some(({ sense }) => sense === "undo");
}

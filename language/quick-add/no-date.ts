import { FUNCTION_WORDS } from "../dates/words";
import type { Stretch } from "./mark";

const WORDS = "no (?:due )?date|no day|someday|some day";
/** At the end of a line, in lower case, because names have capitals; tags and priorities are blanked out with U+0001. */
const AT_END = new RegExp(String.raw`(?<=(\S+)[\s(\[]+)(?:${WORDS})(?=[\s\u0001)\].,]*$)`);
const WHOLE = new RegExp(String.raw`^\s*(?:${WORDS}|none|never)\s*$`, "i");

/** Where a line says at its end that it has no due day: "learn Italian someday", "paint the fence, no date". */
export function readNoDate(text: string): Stretch | undefined {
  const found = AT_END.exec(text);
  if (!found || FUNCTION_WORDS.has(found[1]?.toLowerCase() ?? "")) return undefined;
  return { start: found.index, end: found.index + found[0].length };
}

/** Whether the text of a due field clears the day. */
export function isNoDate(text: string): boolean {
  return WHOLE.test(text);
}

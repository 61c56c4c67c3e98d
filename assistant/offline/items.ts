import * as words from "./lexicon";
import { quotationsIn, unquoted } from "./quotation-marks";

const SHOPPING = /\b(?:shop|shopping|grocer(?:y|ies)|buy|supermarket|packing|wish|supplies|ingredients|food)\b/;
const BEGINS = new RegExp(`^(?:${words.chore})\\b`, "i");
const PARTS = /\s*(?:,\s*(?:and\s+|&\s*)?|;\s*|\n+|\s+and\s+(?:also\s+)?|\s+&\s+|\s+plus\s+)/i;
const COMMAS = /\s*(?:,\s*(?:and\s+)?|;\s*|\n+)/i;

/**
 * The single things in what is to be added. On a shopping list each thing is one ("milk, eggs and bread"); elsewhere an "and"
 * belongs to the title ("wash and dry the car") unless each part is begun like a task of its own.
 */
export function itemsOf(text: string, list: string | undefined): string[] {
  const quoted = quotationsIn(text).map(({ start, end }) => unquoted(text.slice(start, end)));
  if (quoted.length > 1) return quoted;
  const parts = text.split(PARTS).map(clean).filter(Boolean);
  if (list !== undefined && SHOPPING.test(list)) return parts;
  if (parts.length > 1 && parts.every((part) => BEGINS.test(part) && part.includes(" "))) return parts;
  const listed = text.split(COMMAS).map(clean).filter(Boolean);
  return listed.length > 2 && list !== undefined ? parts : [text];
}

/** Things that are needed, as the one task that gets them: "oat milk, rye bread and lemons" → "Buy oat milk, rye bread, lemons". */
export function buying(text: string): string {
  return `Buy ${text.split(PARTS).map(clean).filter(Boolean).join(", ")}`;
}

function clean(part: string) {
  return part.trim().replace(/^(?:and|some|also|an?(?= \S+$))\s+/i, "");
}

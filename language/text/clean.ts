import { withoutStrayBidi } from "./bidi";

/** Line breaks of any system, vertical tab, form feed, NEL, and Unicode's line and paragraph separators included. */
const BREAK = "\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029]";
const BREAKS = new RegExp(BREAK, "g");
const BREAKS_AND_TABS = new RegExp(`(?:${BREAK}|\\t)+`, "g");

/**
 * Characters that people neither type nor see: controls, noncharacters, interlinear annotations, the placeholder of an embedded object
 * (dictation leaves it behind), deprecated format characters, and tag characters, which can spell out hidden ASCII. The flag of a region
 * ("gbsct", UTS #51) needs tag characters: it is matched first and stays.
 */
const NOISE =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})|(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\uFFF9-\uFFFC\u206A-\u206F\u{E0000}-\u{E007F}]/gu;

/** What shows nothing and directs nothing: joiners, zero-width spaces, fillers, variation selectors, invisible operators. */
const INVISIBLE =
  "(?![\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u{E0000}-\\u{E007F}])\\p{Default_Ignorable_Code_Point}";
/** The scripts whose letters have variants (StandardizedVariants.txt), symbols, digits and emoji. */
const VARIED =
  "[\\p{Emoji}\\p{S}\\p{P}\\p{N}\\p{Script=Han}\\p{Script=Myanmar}\\p{Script=Phags_Pa}\\p{Script=Manichaean}\\p{Script=Egyptian_Hieroglyphs}]";

/**
 * Invisible characters that do nothing where they stand, and could spell out hidden text: the third of a run and what follows it (emoji
 * need two), a variation selector after what has no variants, and one of the ideographs' after anything else.
 */
const IDLE = new RegExp(
  [
    `(?<=(?:${INVISIBLE}){2})${INVISIBLE}`,
    `(?<!${VARIED})[\\uFE00-\\uFE0F]`,
    "(?<!\\p{Script=Han})[\\u{E0100}-\\u{E01EF}]",
  ].join("|"),
  "gu",
);

/** A one-line text as we store it: breaks and tabs become a space, invisible controls are removed, the rest stays as typed. */
export function cleanLine(text: string): string {
  return withoutHidden(text.replace(BREAKS_AND_TABS, " ")).trim();
}

/** A multi-line text as we store it: every break becomes "\n", tabs stay, invisible controls are removed. */
export function cleanProse(text: string): string {
  return text.replace(BREAKS, "\n").split("\n").map(withoutHidden).join("\n");
}

function withoutHidden(line: string): string {
  const quiet = line.replace(NOISE, (_, flag?: string) => flag ?? "");
  return withoutStrayBidi(quiet).replace(IDLE, "");
}

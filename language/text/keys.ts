import { inOneAlphabet } from "./alphabets";

/** Default-ignorable characters (UAX #44) except tag characters, which tell the flag of one region from another. */
const IGNORABLE = /(?![\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}/gu;
/** Also the accents of Latin, Greek and Cyrillic letters. */
const IGNORABLE_IN_SEARCH = new RegExp(`[\\u0300-\\u036F]|${IGNORABLE.source}`, "gu");
const SPACES = /[\p{White_Space}\u2800]+/gu;

/**
 * Two names are the same if their keys are equal. The key is NFKC_Casefold (UAX #31), so composition, width, ligatures and case do not
 * count ("Straße", "STRASSE"); any white space is one space, curly quotes are straight ones, any dash is a hyphen (phones change both while
 * one types), and the four Turkish i's are one, because a name does not say its language. A word that mixes alphabets is written in one, as
 * far as their letters look alike. The database computes the same with `name_key`.
 */
export function nameKey(name: string): string {
  const visible = name.replace(IGNORABLE, "").normalize("NFKC");
  const folded = caseless(visible).replaceAll("i\u0307", "i").normalize("NFKC");
  return inOneAlphabet(folded.replace(SPACES, " ").replace(/^ | $/g, ""));
}

/** Whether two names are the same to a person. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** A text as search compares it, also without accents: "cafe" finds "café". The database computes the same with `search_key`. */
export function searchKey(text: string): string {
  return caseless(text.normalize("NFKD").replace(IGNORABLE_IN_SEARCH, "")).normalize("NFC");
}

/** Lower case keeps a final sigma, a dotless i and "ß" apart from their capitals. */
const ALIKE: Record<string, string> = { ς: "σ", ı: "i", ß: "ss", "‘": "'", "’": "'", "“": '"', "”": '"', "−": "-" };
/** The dashes of Unicode from hyphen to horizontal bar, too. */
const UNLIKE = /[ςıß‘’“”−\u2010-\u2015]/g;

const caseless = (text: string) => text.toLowerCase().replace(UNLIKE, (character) => ALIKE[character] ?? "-");

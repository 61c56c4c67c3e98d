import { containing } from "@/db/search-pattern";
import { searchKey } from "@/language/text";

/** How to look for a text: anywhere in a title or a description, or where a word of them begins. */
export type Sought = { by: "text" | "beginning"; pattern: string };

/** Letters of scripts that put something between their words. In others one or two are a word, and stand anywhere. */
const SHORT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]{1,2}$/u;

/**
 * What stands before a word, as a bracket expression of PostgreSQL's. Just these: asked for whatever is no letter, or for a character
 * beyond U+07FF, pg_trgm cannot tell by which trigrams to look.
 */
const BEFORE = "[] \\t\\r\\n!-&(-/:-@\\\\^_`{-~¡-©«-´¶-¹»-¿\\[]";

/**
 * How to look in `search_text` for what a person typed, whatever its case, accents and encoding. One
 * or two letters are the beginning of a word: only there have they a trigram, by which the index finds them.
 * @returns a pattern for `like` ("text") or `~` ("beginning"); undefined when there is nothing to look for.
 */
export function sought(typed: string | undefined): Sought | undefined {
  const q = searchKey(typed ?? "").trim();
  if (!q) return undefined;
  // The apostrophe of "don't" begins no word, one before a word does.
  if (SHORT.test(q)) return { by: "beginning", pattern: `(^|${BEFORE})'?${q}` };
  return { by: "text", pattern: containing(q) };
}

/**
 * Any character except those that show nothing by themselves: spaces, controls, default-ignorable characters (UAX #44), combining marks, the
 * blank Braille pattern, annotation marks and object placeholders, the format controls and blanks of Egyptian hieroglyphs, the Khitan filler, and
 * the null notehead. `has_visible` in drizzle/ has the same ranges.
 */
const VISIBLE =
  /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{M}\p{Noncharacter_Code_Point}\u2800\uFFF9-\uFFFC\u{13430}-\u{13442}\u{16FE4}\u{1D159}]/u;

/** Whether a text shows nothing: it is empty, or has only spaces and invisible characters. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

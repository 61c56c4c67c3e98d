/** Locales and zones come from users, so there is no end of them. */
const MOST = 200;
const made = new Map<string, Intl.DateTimeFormat>();

/** A formatter for this locale and style. Making one takes far longer than using it, and each row of a list asks for the same. */
export function formatterOf(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, style]);
  const known = made.get(key);
  if (known) return known;
  if (made.size >= MOST) made.clear();
  const formatter = new Intl.DateTimeFormat(locale, style);
  made.set(key, formatter);
  return formatter;
}

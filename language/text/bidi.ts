const CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;
const POP_EMBEDDING = "\u202C";
const POP_ISOLATE = "\u2069";
const isIsolate = (sign: string) => sign >= "\u2066";
const isOverride = (sign: string) => sign === "\u202D" || sign === "\u202E";

/**
 * Removes stray direction controls. An embedding or an isolate stays if the line closes it (UAX #9, section 3.3). An override never stays:
 * it shows letters in another order than search and the assistant read them ("Trojan Source", CVE-2021-42574).
 */
export function withoutStrayBidi(line: string): string {
  const kept = new Set<number>();
  const open: Array<{ at: number; sign: string }> = [];
  for (const { 0: sign, index } of line.matchAll(CONTROL)) {
    if (sign === POP_ISOLATE) {
      // An isolate that ends also ends what was opened inside it.
      const place = open.findLastIndex((one) => isIsolate(one.sign));
      const [first] = place < 0 ? [] : open.splice(place);
      if (first) kept.add(first.at).add(index);
    } else if (sign === POP_EMBEDDING) {
      const last = open.at(-1);
      if (!last || isIsolate(last.sign)) continue;
      open.pop();
      if (!isOverride(last.sign)) kept.add(last.at).add(index);
    } else open.push({ at: index, sign });
  }
  return line.replace(CONTROL, (sign, at: number) => (kept.has(at) ? sign : ""));
}

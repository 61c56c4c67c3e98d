const BEFORE = 30;
const AFTER = 120;

/** The words around the first place in `text` that has `query` in it, on one line. */
export function snippet(text: string, query: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const at = line.toLowerCase().indexOf(query.trim().toLowerCase());
  const start = line.lastIndexOf(" ", Math.max(at - BEFORE, 0)) + 1;
  const from = at <= BEFORE ? 0 : start;
  const cut = [...line.slice(from)].slice(0, AFTER + BEFORE).join("");
  return `${from > 0 ? "…" : ""}${cut}${from + cut.length < line.length ? "…" : ""}`;
}

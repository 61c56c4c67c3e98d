import { existsSync, readFileSync } from "node:fs";
import * as dates from "@/language/dates";
import * as quickAdd from "@/language/quick-add";
import { isAngloChristian } from "./holidays";
import { quantile } from "./quantile";

type Row = { text: string; kind: string; value?: string; grain?: string };
type Group = { right: number; missed: Array<{ row: Row; got: string }> };

const REFERENCE = {
  now: new Date("2013-02-12T06:30:00Z"),
  timeZone: "Etc/GMT+2",
  weekStart: 1,
  locale: "en-US",
} as const;
const KEPT = { year: 4, quarter: 7, month: 7, week: 10, day: 10, hour: 13, minute: 16, second: 19 } as const;

const [path] = process.argv.slice(2);
if (!path || !existsSync(path)) {
  console.error(
    "Usage: npm run bench:language -- FILE\nFILE holds one JSON object a line: { text, kind, value?, grain? }, as in duckling's English corpus.",
  );
  process.exit(2);
}

const rows = readFileSync(path, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line): Row => JSON.parse(line));
const groups = new Map<string, Group>();
for (const row of rows) {
  const group = groups.get(groupOf(row)) ?? { right: 0, missed: [] };
  groups.set(groupOf(row), group);
  const got = answer(row);
  if (got.right) group.right++;
  else group.missed.push({ row, got: got.said });
}
for (const [name, { right, missed }] of [...groups].sort()) {
  const all = right + missed.length;
  console.log(`\n${name}: ${right}/${all} = ${((100 * right) / all).toFixed(1)} %`);
  for (const { row, got } of missed)
    console.log(`  ${row.text}  → ${got}${row.value ? `, not ${row.value} (${row.grain})` : ""}`);
}

speed();

function groupOf({ text, kind, grain, value }: Row) {
  if (kind === "negative") return "negative";
  if (kind.endsWith("Holiday")) {
    const whose = isAngloChristian(text) ? "US, UK and the Christian year" : "of other calendars";
    return value ? `holidays, ${whose}` : `holidays lasting longer, found whole, ${whose}`;
  }
  if (!value) return `${kind}, found whole`;
  if (kind !== "datetime") return kind;
  return ["Day", "Hour", "Minute", "Second"].includes(grain ?? "") ? "datetime, day and finer" : "datetime, coarser";
}

// Right is the whole phrase with the exact value at its grain; without a value, the whole phrase; for a negative, nothing.
function answer({ text, kind, value, grain }: Row) {
  const spans = dates.read(text, REFERENCE);
  const said = spans.map((span) => `${span.text} = ${span.value}`).join("; ") || "nothing";
  if (kind === "negative") return { right: spans.length === 0, said };
  const [span] = spans;
  if (!span || spans.length > 1) return { right: false, said };
  if (!value) return { right: span.text.length === text.length, said };
  const kept = KEPT[(grain ?? "Second").toLowerCase() as keyof typeof KEPT];
  return { right: span.value.slice(0, kept) === value.slice(0, kept), said };
}

/** How long quick add takes over one line, in milliseconds, the best of five readings of each row. */
function speed() {
  const times = rows.map(({ text }) => {
    const line = `Call mum ${text} #family !high`;
    const runs = Array.from({ length: 5 }, () => {
      const before = performance.now();
      quickAdd.read(line, REFERENCE);
      return performance.now() - before;
    });
    return Math.min(...runs);
  });
  const at = (share: number) => quantile(times, share).toFixed(2);
  console.log(`\nquick add, a line: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

import type { Figures, Measured } from "@/bench/db/measure";

const HEAD = ["", "conn.", "a second", "p50 ms", "p95 ms", "bare p50", "p95", "ratio", "aim"];
const WIDTHS = [24, 5, 8, 7, 7, 8, 7, 5, 0];

/** The table, line by line as rows come: for a terminal, or as Markdown. */
export const head = (markdown: boolean) =>
  markdown ? `${marked(HEAD)}\n|---|${"---:|".repeat(HEAD.length - 2)}---|` : aligned(HEAD);
export const row = (measured: Measured, markdown: boolean) => (markdown ? marked : aligned)(line(measured));

const marked = (cells: string[]) => `| ${cells.join(" | ")} |`;
const aligned = (cells: string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join("  ");

function line({ name, connections, figures: { ours, bare }, ratio, aim, within }: Measured): string[] {
  const times = ({ p50, p95 }: Figures) => [ms(p50), ms(p95)];
  const verdict = isMissed({ ratio, aim, within, ours }) ? "missed" : "holds";
  // Aims are for one call at a time: sixteen on a few cores measure the queue.
  const wanted = connections > 1 ? "" : within ? `≤ ${within} ms: ` : aim ? `≤ ${aim}: ` : "";
  return [
    name,
    String(connections),
    Math.round(ours.rate).toLocaleString("en"),
    ...times(ours),
    ...times(bare),
    ratio.toFixed(2),
    wanted && wanted + verdict,
  ];
}

type Judged = Pick<Measured, "ratio" | "aim" | "within"> & { ours: Figures };

const isMissed = ({ ratio, aim, within, ours }: Judged) =>
  (aim !== undefined && ratio > aim) || (within !== undefined && ours.p50 > within);

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);

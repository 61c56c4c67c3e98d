import { performance } from "node:perf_hooks";

/** An operation, and the SQL that it could not do without, which answers with the same rows. */
export type Case = {
  name: string;
  ours: () => Promise<unknown>;
  bare: () => Promise<unknown>;
  /** How many times as long as the bare SQL it may take, in the middle. */
  aim?: number;
  /** How long it may take in the middle, in milliseconds. */
  within?: number;
};

/** Calls in a second, and milliseconds of the middle call and of the slowest but 5 in 100. */
export type Figures = { rate: number; p50: number; p95: number };
export type Measured = Case & { connections: number; figures: { ours: Figures; bare: Figures }; ratio: number };

const WAYS = ["ours", "bare"] as const;
type Way = (typeof WAYS)[number];
/** How often it is each one's turn. */
const TURNS = 10;
type Taken = { calls: number[]; span: number };

/** Measures both by turns, a short while each, so that whatever else the machine does meets both alike. */
export async function measure(one: Case, connections: number, seconds: number): Promise<Measured> {
  const taken: Record<Way, Taken> = { ours: { calls: [], span: 0 }, bare: { calls: [], span: 0 } };
  const pause = (seconds * 1000) / TURNS / 2;
  for (const way of WAYS) await slice(one[way], connections, pause); // prepares the statements, and plans them for good
  for (let turn = 0; turn < TURNS; turn++)
    for (const way of turn % 2 === 0 ? WAYS : WAYS.toReversed()) {
      const start = performance.now();
      taken[way].calls.push(...(await slice(one[way], connections, pause)));
      taken[way].span += performance.now() - start;
    }
  const figures = { ours: figure(taken.ours), bare: figure(taken.bare) };
  return { ...one, connections, figures, ratio: figures.ours.p50 / figures.bare.p50 };
}

/** Calls for so many milliseconds, one on each connection at a time. @returns how long each took. */
async function slice(call: () => Promise<unknown>, connections: number, pause: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + pause;
  const worker = async () => {
    do {
      const start = performance.now();
      await call();
      times.push(performance.now() - start);
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return times;
}

function figure({ calls, span }: Taken): Figures {
  const sorted = calls.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { rate: (calls.length / span) * 1000, p50: at(0.5), p95: at(0.95) };
}

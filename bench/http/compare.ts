import type { Case } from "@/bench/http/cases";
import { load, type Measure, type Request } from "@/bench/http/load";
import { median, quantile } from "@/bench/quantile";

type Side = "app" | "floor";
type Run = { connections: number; rounds: number; seconds: number };
type Figures = { perSecond: number; p50: number; p95: number };

/** Requests that each is sent before it counts; how quickly they are answered says how many make up a turn. */
const WARM_UP = 100;

/** Requests a second are the median of the rounds, as is the ratio, of each round's two; latencies, in milliseconds, are over all. */
type Compared = Record<Side, Figures> & { ratio: number };

/**
 * Measures a case at Tandem and at the bare app by turns, each the first one every other time, so that whatever else the machine does hits
 * both alike.
 * @param ids open tasks for those who complete them, asked for before every turn.
 */
export async function compare(
  requests: Case,
  origins: Record<Side, string>,
  { connections, rounds, seconds }: Run,
  ids: () => Promise<string[]>,
): Promise<Compared> {
  const turn = async (side: Side, amount: number) => {
    const request = requests[side];
    const sent = request.path.includes(":id") ? eachWithAnother(request, await ids()) : request;
    return load(origins[side], [sent], { connections, amount });
  };
  const amounts = { app: 0, floor: 0 };
  for (const side of ["app", "floor"] as const)
    amounts[side] = Math.max(connections, Math.ceil((await turn(side, WARM_UP)).perSecond * seconds));

  const measures: Record<Side, Measure[]> = { app: [], floor: [] };
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? (["app", "floor"] as const) : (["floor", "app"] as const))
      measures[side].push(await turn(side, amounts[side]));
  const ratios = measures.app.map(
    ({ perSecond }, round) => perSecond / (measures.floor[round]?.perSecond ?? Number.NaN),
  );
  return { app: figures(measures.app), floor: figures(measures.floor), ratio: median(ratios) };
}

function figures(measures: Measure[]): Figures {
  const times = measures.flatMap((measure) => measure.times);
  return {
    perSecond: median(measures.map(({ perSecond }) => perSecond)),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

function eachWithAnother(request: Request, ids: string[]): Request {
  let used = 0;
  return {
    ...request,
    setupRequest: (sent) => {
      const id = ids[used++];
      if (!id) throw new RangeError(`${ids.length} tasks were not enough: measure for fewer seconds.`);
      return { ...sent, path: request.path.replace(":id", id) };
    },
  };
}

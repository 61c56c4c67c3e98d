import { performance } from "node:perf_hooks";
import autocannon, { type Request } from "autocannon";

export type { Request } from "autocannon";

/** How long each answer took, in milliseconds, and how many came in a second. */
export type Measure = { times: number[]; perSecond: number };

/**
 * Sends so many requests, these by turns, over connections that stay open, each as soon as the one before was answered.
 * @throws Error when one of them is not answered by 2xx: what was refused was not measured.
 */
export async function load(
  origin: string,
  requests: Request[],
  { connections, amount }: { connections: number; amount: number },
): Promise<Measure> {
  const times: number[] = [];
  const start = performance.now();
  let last = start;
  const run = autocannon({
    url: origin,
    connections,
    amount,
    sampleInt: 50,
    timeout: 60, // what is slow shall be measured
    requests: requests.map((request) => ({ ...request })),
  });
  run.on("response", (_client, _status, _bytes, milliseconds) => {
    times.push(milliseconds);
    last = performance.now();
  });
  const { errors, non2xx, statusCodeStats } = await run;
  if (errors + non2xx > 0 || times.length === 0)
    throw new Error(`${requests[0]?.path} at ${origin}: ${errors} errors, ${JSON.stringify(statusCodeStats)}`);
  return { times, perSecond: (1000 * times.length) / (last - start) };
}

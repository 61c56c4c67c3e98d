/**
 * How many milliseconds of the processor's time a piece of work takes on this thread, the best of four: a busy machine or a cold start
 * does not count.
 */
export async function milliseconds(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run++) {
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

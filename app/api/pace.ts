import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/env";

/** One counter for the process, however often Next evaluates this module. It guards the machine; no promise hangs on its count. */
const shared = globalThis as typeof globalThis & { tandemPace?: RateLimiterMemory };
shared.tandemPace ??= new RateLimiterMemory({ points: env.API_REQUESTS_PER_MINUTE, duration: 60 });
const limiter = shared.tandemPace;

/** Counts a request of this user's. @returns in how many seconds to come back, when there were too many in the last minute. */
export async function wait(userId: string): Promise<number | undefined> {
  try {
    await limiter.consume(userId);
    return undefined;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    throw reason;
  }
}

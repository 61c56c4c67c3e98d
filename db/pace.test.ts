import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isLimited } from "@/db/limited";

let pace: typeof import("@/db/pace");
beforeEach(async () => {
  vi.stubEnv("API_REQUESTS_PER_MINUTE", "2");
  vi.resetModules();
  pace = await import("@/db/pace");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  Reflect.deleteProperty(globalThis, "tandemPace");
});

const refusal = (act: () => void) => {
  try {
    act();
  } catch (error) {
    return isLimited(error) ? error : undefined;
  }
};

test("a user who asks too often is told when to come back, and nobody else is", () => {
  for (let n = 0; n < 2; n++) pace.request("ada");
  const limited = refusal(() => pace.request("ada"));
  expect(limited?.message).toMatch(/^Too many changes at once\. Try again in \d+ seconds\.$/);
  expect(limited?.retryAfter).toBeLessThanOrEqual(60);
  pace.request("grace");
});

test("rows are counted beside requests", () => {
  pace.write("ada", 5_900);
  expect(refusal(() => pace.write("ada", 200))).toBeDefined();
  pace.write("ada", 50);
  pace.written("ada", 500);
  expect(refusal(() => pace.write("ada", 1))).toBeDefined();
  pace.request("ada");
});

test("a minute is a minute, wherever someone sets the clock", () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(1_000);
  for (let n = 0; n < 2; n++) pace.request("ada");
  for (const day of [-86_400_000, 86_400_000]) {
    vi.useFakeTimers({ now: Date.now() + day, toFake: ["Date"] });
    expect(refusal(() => pace.request("ada"))?.retryAfter).toBe(60);
    vi.useRealTimers();
  }
  clock.mockReturnValue(61_000);
  pace.request("ada");
});

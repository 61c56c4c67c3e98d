import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  Reflect.deleteProperty(globalThis, "tandemPace");
  vi.resetModules();
});

test("a user who asks too often is told when to come back, and nobody else is", async () => {
  vi.stubEnv("API_REQUESTS_PER_MINUTE", "2");
  vi.resetModules();
  const pace = await import("@/app/api/pace");
  expect(await pace.wait("ada")).toBeUndefined();
  expect(await pace.wait("ada")).toBeUndefined();
  expect(await pace.wait("ada")).toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60);
  expect(await pace.wait("grace")).toBeUndefined();
});

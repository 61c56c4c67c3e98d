import { afterEach, beforeEach, expect, test, vi } from "vitest";

const read = { headers: { rsc: "1" } };
const ahead = { headers: { rsc: "1", "next-router-prefetch": "1" } };
const write = { method: "POST", headers: { "next-action": "1" } };

/** A browser whose server answers as told; what was sent to it, by address. */
async function aBrowser(answers: (url: string) => Response | Error) {
  const sent: string[] = [];
  const page = Object.assign(new EventTarget(), {
    fetch: async (url: string, _init?: RequestInit) => {
      sent.push(url);
      const answer = answers(url);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  vi.stubGlobal("window", page);
  vi.stubGlobal("fetch", (...sent: Parameters<typeof fetch>) => page.fetch(...(sent as [string])));
  vi.resetModules();
  const { install, onBack } = await import("@/components/shell/reachability");
  install();
  let back = 0;
  onBack(() => back++);
  return { page, sent: (url: string) => sent.filter((one) => one === url).length, back: () => back };
}

const ok = () => new Response("", { status: 200 });
const lost = () => new TypeError("Failed to fetch");
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ["no server", lost],
  ["a proxy without one", () => new Response("", { status: 502 })],
])("with %s, whatever the router asks waits, one request asks, and all is sent when it is back", async (_, gone) => {
  let away = true;
  const { page, sent } = await aBrowser(() => (away ? gone() : ok()));
  const asked = Array.from({ length: 50 }, () => page.fetch("/today", read));
  await minutes(5);
  // Those that were under way when it went, and after that none.
  expect(sent("/today")).toBe(50);
  expect(sent("/api/health")).toBeLessThan(65);
  away = false;
  await minutes(1);
  expect((await Promise.all(asked)).every(({ status }) => status === 200)).toBe(true);
  expect(sent("/today")).toBe(100);
});

test("where the server is well and only the router's requests fail, they come ever more slowly", async () => {
  const { page, sent, back } = await aBrowser((url) => (url === "/today" ? lost() : ok()));
  void page.fetch("/today", read);
  await minutes(1);
  expect(sent("/today")).toBeLessThan(20);
  expect(sent("/today")).toBeGreaterThan(3);
  expect(back()).toBe(1);
});

test("the connection that is back is used at once", async () => {
  let away = true;
  const { page, sent } = await aBrowser(() => (away ? lost() : ok()));
  const asked = page.fetch("/today", read);
  await minutes(3);
  const before = sent("/api/health");
  away = false;
  page.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect((await asked).status).toBe(200);
  expect(sent("/api/health")).toBe(before + 1);
});

test("a write that was answered is not made again, and what is asked ahead or by others is not held", async () => {
  const { page, sent } = await aBrowser((url) => (url === "/today" ? new Response("", { status: 503 }) : lost()));
  expect((await page.fetch("/today", write)).status).toBe(503);
  await expect(page.fetch("/upcoming", ahead)).rejects.toThrow("Failed to fetch");
  await expect(page.fetch("/api/v1/tasks")).rejects.toThrow("Failed to fetch");
  await minutes(1);
  expect([sent("/today"), sent("/upcoming"), sent("/api/v1/tasks")]).toEqual([1, 1, 1]);
});

test("a request that its page gave up is not sent again", async () => {
  const { page, sent } = await aBrowser(lost);
  const gaveUp = AbortSignal.abort();
  await expect(page.fetch("/today", { ...read, signal: gaveUp })).rejects.toThrow();
  await minutes(1);
  expect(sent("/today")).toBe(1);
});

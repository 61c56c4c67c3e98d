import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { catchUp } from "@/components/chat/catch-up";
import * as chats from "@/components/chat/chats";

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

let isAway = false;
let isGone = false;
let looks = 0;
let under = 0;
let most = 0;
/** How long the server takes, in milliseconds. */
let takes = 0;

beforeEach(() => {
  vi.useFakeTimers();
  isAway = isGone = false;
  looks = under = most = takes = 0;
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", async (url: string) => {
    if (!url.startsWith("/api/health")) {
      looks++;
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, takes));
      under--;
    }
    if (isAway || isGone) return new Response(null, { status: isAway ? 503 : 404 });
    return Response.json({ id: "reply", title: "", messages: [] });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow() {
  const stop = new AbortController();
  const told: boolean[] = [];
  void catchUp(chats.open(crypto.randomUUID()), stop.signal, (isLost) => told.push(isLost));
  return { stop: () => stop.abort(), told };
}

test("a slow server is asked once at a time, and no more once it is left", async () => {
  takes = 4000;
  const { stop, told } = follow();
  await seconds(20);
  expect(most).toBe(1);
  expect(looks).toBeGreaterThan(2);
  stop();
  const before = [looks, told.length];
  await seconds(20);
  expect([looks, told.length]).toEqual(before);
});

test("a reply that stands still has died, but not because the server was away", async () => {
  isAway = true;
  const { stop, told } = follow();
  await seconds(60);
  expect(looks).toBe(1);
  isAway = false;
  await seconds(15);
  expect(told).not.toContain(true);
  await seconds(15);
  expect(told.at(-1)).toBe(true);
  stop();
});

test("in a conversation that is gone, the reply has died, and it is looked for no more", async () => {
  const { told } = follow();
  await seconds(4);
  isGone = true;
  await seconds(3);
  const before = looks;
  expect(told.at(-1)).toBe(true);
  await seconds(60);
  expect(looks).toBe(before);
});

"use client";

import { useSyncExternalStore } from "react";

/** What a proxy says for a server that is away, and the server for its database. */
const UNAVAILABLE = new Set([502, 503, 504]);
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Set while the server cannot be reached; `back` resolves when it can. */
let outage: { back: Promise<void> } | undefined;
/** Failures in a row. */
let failures = 0;
/** Whether the end of these failures has been told: a page that is read again each time would make more of them. */
let isTold = false;
const listeners = new Set<() => void>();
const backListeners = new Set<() => void>();

/**
 * Holds the router's requests back while the server cannot be reached, and sends them when it can. Meanwhile a single request asks at
 * growing intervals: open tabs must not storm a server that is coming back. Without this, Next loads the whole page again.
 */
export function install(): void {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const kind = kindOf(new Headers(init?.headers));
    if (kind === "other") return send(input, init);
    for (;;) {
      await outage?.back;
      const answer = await send(input, init).catch((error: unknown) => {
        if (init?.signal?.aborted) throw error;
      });
      // A write that was answered so may have been made: its sender decides what to do.
      if (answer && (kind === "write" || !UNAVAILABLE.has(answer.status))) {
        failures = 0;
        isTold = false;
        return answer;
      }
      begin();
    }
  };
  window.addEventListener("offline", begin);
}

/** A prefetch is not worth waiting for, and a request that is not the router's is not ours to hold. */
function kindOf(headers: Headers): "read" | "write" | "other" {
  if (headers.has("next-action")) return "write";
  return headers.has("rsc") && !headers.has("next-router-prefetch") ? "read" : "other";
}

/** Resolves when the server and its database can be reached. */
export async function reachable(): Promise<void> {
  if (!outage && !(await isHealthy())) begin();
  await outage?.back;
}

/** Notes that the server was away just now; resolves when it is back. */
export async function backAgain(): Promise<void> {
  begin();
  await outage?.back;
}

function begin() {
  if (outage) return;
  outage = { back: wait() };
  changed();
}

async function wait() {
  do await pause(failures++);
  while (!(await isHealthy()));
  outage = undefined;
  changed();
  if (isTold) return;
  isTold = true;
  for (const act of backListeners) act();
}

async function isHealthy() {
  const answer = await fetch("/api/health", { cache: "no-store" }).catch(() => undefined);
  return answer?.ok ?? false;
}

/** Waits twice as long after each failure, with jitter so that tabs do not ask together; ends at once when the browser is online again. */
export function pause(before: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** before);
  return new Promise((resolve) => {
    const timer = setTimeout(over, longest * (0.5 + Math.random() / 2));
    function over() {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      resolve();
    }
    window.addEventListener("online", over);
  });
}

/** Calls `act` after each outage. @returns how to stop that. */
export function onBack(act: () => void): () => void {
  backListeners.add(act);
  return () => void backListeners.delete(act);
}

/** Whether the server cannot be reached just now. */
export function useAway(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => outage !== undefined,
    () => false,
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

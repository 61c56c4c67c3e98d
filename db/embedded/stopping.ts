import { constants } from "node:os";

/** In milliseconds: longer than any stop takes that goes well. */
export const END_WITHIN = 20_000;

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemIsStopping?: boolean };

/** Whether this process was told to end: what fails from then on is part of that. False before `heedSignals`. */
export const isStopping = (): boolean => shared.tandemIsStopping === true;

/** Sees to it that a signal ends this process by way of "exit", where what it started is ended. */
export function heedSignals(): void {
  if (shared.tandemIsStopping !== undefined) return;
  shared.tandemIsStopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      shared.tandemIsStopping = true;
      const end = () => process.exit(128 + constants.signals[signal]);
      // Without a listener Node ends without "exit". Where another listener is there (Next closes its server), ending is left to that.
      if (process.listenerCount(signal) === 1) end();
      setTimeout(end, END_WITHIN).unref();
    });
  }
}

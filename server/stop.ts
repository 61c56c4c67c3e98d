import type { Server, ServerResponse } from "node:http";
import { Server as Listener } from "node:net";
import { constants } from "node:os";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { unfinished } from "./unfinished.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * In milliseconds. New connections may come for `arrive`; an idle one stays for `linger`, since a request may be on its way. What is being
 * done has `finish` to be done, then it is aborted and has `abort` to say so; closing has `close`.
 */
export const STOP = { arrive: 2_000, linger: 500, finish: 8_000, abort: 2_000, close: 2_000 };

/** In milliseconds: npm passes on what a terminal or a supervisor has sent us as well, and our watch over npm may add its own. */
export const ONE_SIGNAL = 1_000;

/**
 * Ends the process when it is told to: nothing new is taken, what is being answered is answered, and then the app is closed. At
 * another signal, more than a second later, it ends at once. Whatever waits for `exit`, such as the embedded PostgreSQL, ends with it.
 * @param answering the responses that are not sent yet.
 * @param close closes the app, even one that has not quite started.
 */
export function stopOnSignal(server: Server, answering: Set<ServerResponse>, close: () => Promise<void>): void {
  const isBusy = () => answering.size + unfinished.size > 0;
  const wait = async (milliseconds: number) => {
    for (const deadline = Date.now() + milliseconds; isBusy() && Date.now() < deadline; await turn()) await sleep(20);
  };

  async function stop(): Promise<void> {
    server.prependListener("request", (_, response) => leave(response));
    for (const response of answering) leave(response);
    await nobodyArrives(server);
    // The HTTP server's own `close` would also cut connections on which something was sent that we have not read yet.
    Listener.prototype.close.call(server);
    await sleep(STOP.linger);
    await turn();
    await wait(STOP.finish);
    for (const work of unfinished) work.abort();
    await wait(STOP.abort);
    server.closeAllConnections();
    await Promise.race([close(), sleep(STOP.close)]);
  }

  let since: number | undefined;
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (since !== undefined && performance.now() - since > ONE_SIGNAL) process.exit(128 + constants.signals[signal]);
      if (since !== undefined) return;
      since = performance.now();
      void stop().finally(() => process.exit(0));
    });
}

/** Lets in everybody whom the system has let in already, and would cut off. Node takes one of them with each turn of its loop. */
async function nobodyArrives(server: Server): Promise<void> {
  let isArriving = true;
  server.on("connection", () => {
    isArriving = true;
  });
  const deadline = Date.now() + STOP.arrive;
  for (await turn(); isArriving && Date.now() < deadline; await turn()) isArriving = false;
}

function leave(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

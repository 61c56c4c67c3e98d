import type { IncomingMessage } from "node:http";
import { MOST } from "./body-limits.ts";

/** What all the bodies that are being received may take up together. */
export const TOGETHER = 64 * MOST;
type Arriving = { room: number; giveUp: () => void };
const arriving = new Set<Arriving>();
let held = 0;

/** Gives up the largest bodies until there is room, so that those who send much cannot keep out those who send little. */
function makeRoom(bytes: number): void {
  while (held + bytes > TOGETHER) {
    const [first, ...others] = arriving;
    if (!first) return;
    others.reduce((largest, each) => (each.room > largest.room ? each : largest), first).giveUp();
  }
}

type Received = "whole" | "too large" | "too many" | "gone";

/**
 * Takes in a request's body whole, before anything hears of the request, so that a slow or endless one costs nobody else anything. It
 * can then be read from the request as ever. To be called before the first byte of it can have come.
 * @returns "too large" as soon as there are more than `limit` bytes, "too many" when all the bodies together take too much room and this
 *   one takes the most, "gone" when the sender went away.
 */
export function received(request: IncomingMessage, limit: number): Promise<Received> {
  const { promise, resolve } = Promise.withResolvers<Received>();
  // One buffer that grows: a body of a million chunks of one byte would be a million buffers.
  let buffer = Buffer.alloc(0);
  let size = 0;
  const own: Arriving = { room: 0, giveUp: () => settle("too many") };
  arriving.add(own);

  function add(chunk: Buffer): void {
    const needed = size + chunk.length;
    if (needed > limit) settle("too large");
    else if (needed > buffer.length) grow(Math.min(limit, Math.max(needed, buffer.length * 2)));
    if (arriving.has(own)) size += chunk.copy(buffer, size);
  }

  function grow(capacity: number): void {
    makeRoom(capacity - own.room);
    if (!arriving.has(own)) return;
    buffer = Buffer.concat([buffer.subarray(0, size)], capacity);
    held += capacity - own.room;
    own.room = capacity;
  }

  function settle(how: Received): void {
    if (!arriving.delete(own)) return;
    held -= own.room;
    resolve(how);
  }

  request.once("close", () => settle("gone"));
  // Node's parser hands over by `push` what it has read, and stops reading the socket for a while where that returns false.
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null) => {
    if (chunk !== null) {
      if (arriving.has(own)) add(chunk);
      return true;
    }
    if (arriving.has(own)) push(buffer.subarray(0, size));
    settle("whole");
    return push(null);
  };
  return promise;
}

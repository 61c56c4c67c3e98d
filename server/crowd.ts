import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/**
 * How many answers may be unfinished at once: of all, and of one connection, on which a client may ask on without waiting for its
 * answers. Browsers and proxies wait. A page takes up to a megabyte until it is sent.
 */
export const MOST = { answers: 1_000, ahead: 16 };

/** The answers that are not sent yet. Node tells nothing to those that still wait for another one when their connection is lost. */
export function createCrowd(most = MOST) {
  const answering = new Set<ServerResponse>();
  const connections = new WeakMap<Duplex, Set<ServerResponse>>();

  function answersOf(socket: Duplex): Set<ServerResponse> {
    const known = connections.get(socket);
    if (known) return known;
    const own = new Set<ServerResponse>();
    connections.set(socket, own);
    socket.once("close", () => {
      for (const response of own) answering.delete(response);
    });
    return own;
  }

  return {
    answering,
    /** The first answer that a connection waits for. */
    firstOf: (socket: Duplex): ServerResponse | undefined => answersOf(socket).values().next().value,
    /** Notes an answer that begins. @returns false if its connection waits for too many, and has to end. */
    add(socket: Duplex, response: ServerResponse): boolean {
      const own = answersOf(socket);
      if (socket.destroyed || own.size >= most.ahead) return false;
      own.add(response);
      answering.add(response);
      response.once("close", () => {
        own.delete(response);
        answering.delete(response);
      });
      return true;
    },
    /** Whether one more can be answered. If not, the answer that has waited longest for its reader is dropped, so slow readers can't keep others out. */
    hasRoom(): boolean {
      if (answering.size <= most.answers) return true;
      const unread = [...answering].find(({ socket }) => socket && socket.writableLength > 0);
      unread?.socket?.destroy();
      return unread !== undefined;
    },
  };
}

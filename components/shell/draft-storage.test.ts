import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Connection = { isClosed: boolean; onversionchange?: () => void; close: () => void };

const stored = new Map<string, { field: string }>();
let connections: Connection[] = [];
/** How many times the browser refuses to open its database. */
let refusals = 0;

/** As much of a browser's IndexedDB as drafts need; its one store is `stored`. */
const indexedDB = {
  open() {
    const request: { result?: Connection; error?: Error; onsuccess?: () => void; onerror?: () => void } = {};
    queueMicrotask(() => {
      if (refusals-- > 0) return request.onerror?.();
      request.result = connect();
      request.onsuccess?.();
    });
    return request;
  },
};

function connect() {
  const connection = {
    isClosed: false,
    close: () => {
      connection.isClosed = true;
    },
    transaction() {
      if (connection.isClosed) throw new DOMException("The connection is closing.", "InvalidStateError");
      const transaction: { oncomplete?: () => void; objectStore: () => object; commit: () => void } = {
        objectStore: () => ({
          put: (one: { field: string }) => ({ result: void stored.set(one.field, one) }),
          getAll: () => ({ result: [...stored.values()] }),
        }),
        commit: () => setTimeout(() => transaction.oncomplete?.()),
      };
      return transaction;
    },
  };
  connections.push(connection);
  return connection;
}

beforeEach(() => {
  stored.clear();
  connections = [];
  refusals = 0;
  vi.resetModules();
  vi.stubGlobal("indexedDB", indexedDB);
});
afterEach(() => vi.unstubAllGlobals());

const draft = (field: string) => ({ user: "ada", field, draft: { text: field }, at: 1 });

test("drafts are kept again after the browser has closed the connection, or has refused one", async () => {
  refusals = 2;
  const storage = await import("@/components/shell/draft-storage");
  await expect(storage.put(draft("refused"))).rejects.toBeUndefined();
  await storage.put(draft("first"));
  for (const connection of connections) connection.isClosed = true;
  await storage.put(draft("second"));
  expect((await storage.all()).map(({ field }) => field)).toEqual(["first", "second"]);
  expect(connections).toHaveLength(2);
});

test("no tab keeps another from emptying the browser", async () => {
  const storage = await import("@/components/shell/draft-storage");
  await storage.put(draft("first"));
  connections[0]?.onversionchange?.();
  expect(connections[0]?.isClosed).toBe(true);
  await storage.put(draft("second"));
  expect(stored.size).toBe(2);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Connection = { isClosed: boolean; onversionchange?: () => void; close: () => void };

const stored = new Map<string, { field: string }>();
let connections: Connection[] = [];
/** How many times the browser refuses to open its database. */
let refusals = 0;
/** Whether the browser drops what it is asked for, as it may while a page goes. */
let isDropping = false;

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
          put: (one: { field: string }) => ({ result: isDropping ? undefined : void stored.set(one.field, one) }),
          delete: ([, field = ""]: string[]) => ({ result: isDropping ? undefined : stored.delete(field) }),
          getAll: () => ({ result: [...stored.values()] }),
        }),
        commit: () => isDropping || setTimeout(() => transaction.oncomplete?.()),
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
  isDropping = false;
  vi.resetModules();
  vi.stubGlobal("indexedDB", indexedDB);
  const items = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const draft = (field: string, at = 1) => ({ user: "ada", field, draft: { text: `${field} ${at}` }, at });
const texts = async (storage: typeof import("@/components/shell/draft-storage")) =>
  (await storage.all()).map(({ draft }) => draft.text);

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

test("what is removed is gone, by its name or as it was found", async () => {
  const storage = await import("@/components/shell/draft-storage");
  for (const field of ["first", "second"]) await storage.put(draft(field));
  await storage.remove({ user: "ada", field: "first" });
  for (const found of await storage.all()) await storage.remove(found);
  expect(await storage.all()).toEqual([]);
});

test("no tab keeps another from emptying the browser", async () => {
  const storage = await import("@/components/shell/draft-storage");
  await storage.put(draft("first"));
  connections[0]?.onversionchange?.();
  expect(connections[0]?.isClosed).toBe(true);
  await storage.put(draft("second"));
  expect(stored.size).toBe(2);
});

test("what a page that goes could not store is stored by the next one, once, and never over what was written since", async () => {
  const gone = await import("@/components/shell/draft-storage");
  await gone.put(draft("task", 1));
  await gone.put(draft("question", 1));
  isDropping = true;
  void gone.put(draft("task", 2));
  void gone.remove({ user: "ada", field: "question" });
  void gone.put({ ...draft("note", 2), user: "bob" });
  void gone.put(draft("title", 2));
  gone.leave("ada");
  await new Promise((resolve) => setTimeout(resolve));
  isDropping = false;

  vi.resetModules();
  const next = await import("@/components/shell/draft-storage");
  await next.put(draft("title", 3));
  await next.settle("ada");
  expect(await texts(next)).toEqual(["task 2", "title 3"]);
  await next.remove({ user: "ada", field: "task" });
  await next.settle("ada");
  expect(await texts(next)).toEqual(["title 3"]);
});

test("what was emptied is left by no page that goes", async () => {
  const storage = await import("@/components/shell/draft-storage");
  isDropping = true;
  void storage.put(draft("task"));
  void storage.clear().catch(() => {});
  storage.leave("ada");
  expect(localStorage.getItem("tandem drafts ada")).toBeNull();
});

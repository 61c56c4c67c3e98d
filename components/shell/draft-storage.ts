"use client";

type Key = { user: string; field: string };

/** What is kept of one field. `at` is when it was last written, in milliseconds since 1970. */
export type Stored = Key & { draft: { text: string }; at: number };

/** The same, or that a field has nothing any more. */
type Write = Omit<Stored, "draft"> & { draft?: Stored["draft"] };

const STORE = "drafts";
let opened: Promise<IDBDatabase> | undefined;
/** What the database was asked for and has not answered yet. */
const underWay = new Set<Write>();

/**
 * Drafts by user and field, in IndexedDB: what is written there outlives a browser that is killed in the next moment, while
 * localStorage reaches the disk seconds later. Everything here rejects where the browser keeps nothing for the page.
 */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("tandem", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ["user", "field"] });
    request.onsuccess = () => {
      const { result } = request;
      result.onversionchange = () => result.close(); // else whatever deletes the database would wait for this tab
      resolve(result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

/** A browser may close the connection at any time, as for a page that slept: then a new one is opened. */
async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
  try {
    return (await database()).transaction(STORE, mode);
  } catch {
    opened = undefined;
    return (await database()).transaction(STORE, mode);
  }
}

/** @param act what to do; its last request's result is the answer. */
async function transact<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => Pick<IDBRequest<T>, "result">,
): Promise<T> {
  const transaction = await begin(mode);
  const request = act(transaction.objectStore(STORE));
  // Does not wait for this page, which may be about to go.
  transaction.commit();
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** All that this browser keeps, whosever it is. */
export const all = (): Promise<Stored[]> => transact("readonly", (store) => store.getAll());

export const put = (stored: Stored): Promise<unknown> => write(stored);

export const remove = ({ user, field }: Key): Promise<unknown> => write({ user, field, at: Date.now() });

export function clear(): Promise<unknown> {
  underWay.clear();
  return transact("readwrite", (store) => store.clear());
}

const leftKey = (user: string) => `tandem drafts ${user}`;

/**
 * To be called by a page that goes. Nothing waits for it, and what it asks of the database may be dropped: what is under way for
 * this user is noted in localStorage, which has it at once.
 */
export function leave(user: string): void {
  const writes = [...underWay].filter((write) => write.user === user);
  if (writes.length === 0) return;
  const before: Write[] = JSON.parse(localStorage.getItem(leftKey(user)) ?? "[]");
  const last = new Map([...before, ...writes].map((write) => [write.field, write]));
  localStorage.setItem(leftKey(user), JSON.stringify([...last.values()]));
}

/** Stores what pages that went have noted, unless the field was written since. */
export async function settle(user: string): Promise<void> {
  const noted = localStorage.getItem(leftKey(user));
  if (!noted) return;
  const stored = new Map((await all()).filter((one) => one.user === user).map((one) => [one.field, one.at]));
  for (const one of JSON.parse(noted) as Write[]) if ((stored.get(one.field) ?? 0) <= one.at) await write(one);
  if (localStorage.getItem(leftKey(user)) !== noted) return settle(user);
  localStorage.removeItem(leftKey(user));
}

async function write({ draft, ...rest }: Write): Promise<unknown> {
  const asked = { ...rest, draft };
  underWay.add(asked);
  try {
    return await transact<unknown>("readwrite", (store) =>
      draft ? store.put(asked) : store.delete([rest.user, rest.field]),
    );
  } finally {
    underWay.delete(asked);
  }
}

"use client";

/** What is kept of one field. `at` is when it was last written, in milliseconds since 1970. */
export type Stored = { user: string; field: string; draft: { text: string }; at: number };

const STORE = "drafts";
let opened: Promise<IDBDatabase> | undefined;

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
async function transact<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
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

export const put = (stored: Stored): Promise<unknown> => transact("readwrite", (store) => store.put(stored));

export const remove = ({ user, field }: Pick<Stored, "user" | "field">): Promise<unknown> =>
  transact("readwrite", (store) => store.delete([user, field]));

export const clear = (): Promise<unknown> => transact("readwrite", (store) => store.clear());

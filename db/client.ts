import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import { openPool } from "@/db/connection";
import * as changes from "@/db/schema/changes";
import * as conversations from "@/db/schema/conversations";
import * as tags from "@/db/schema/tags";
import * as tasks from "@/db/schema/tasks";
import * as users from "@/db/schema/users";

const schema = { ...users, ...tasks, ...tags, ...conversations, ...changes };

/** One pool for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemPool?: Pool; tandemScope?: AsyncLocalStorage<Scope> };
shared.tandemPool ??= openPool();
shared.tandemScope ??= new AsyncLocalStorage();
const scopes = shared.tandemScope;

/** For SQL that drizzle has no words for. Ends by itself when nothing else keeps the process alive. */
export const pool = shared.tandemPool;

/**
 * Neon's pool is node-postgres's and is spoken to as such: drizzle's own session for Neon knows it by `instanceof` alone, and
 * where Next evaluates this module twice would spread a transaction over several connections without a word.
 */
const root = drizzle({ client: pool, schema, casing: "snake_case" });

export type Database = typeof root;
/** What `db.transaction(async (tx) => …)` hands over. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** The transaction that a call runs in; `last` is the savepoint opened last in it. Empty once the transaction has ended. */
type Scope = { tx?: Transaction; last: Promise<unknown> };

/**
 * The database. Importing it opens nothing; the first query connects, and starts the embedded server where that is the one.
 * Within `inTransaction` it is that transaction: statements join it, and `db.transaction` is a savepoint of it.
 */
export const db: Database = new Proxy(root, {
  get(_, key) {
    const scope = scopes.getStore();
    if (!scope?.tx) return Reflect.get(root, key);
    return key === "transaction" ? savepointsOf(scope, scope.tx) : Reflect.get(scope.tx, key);
  },
});

/** Whether the present call runs within `inTransaction`, where a statement that fails would spoil the whole of it. */
export const isInTransaction = () => scopes.getStore()?.tx !== undefined;

/**
 * Runs `act` in one transaction, operations and all: they need not know. Operations in it run one after another.
 * Within another one it is a savepoint.
 */
export function inTransaction<T>(act: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction((tx) => within(tx, act));
}

async function within<T>(tx: Transaction, act: (tx: Transaction) => Promise<T>): Promise<T> {
  const scope: Scope = { tx, last: Promise.resolve() };
  try {
    return await scopes.run(scope, () => act(tx));
  } finally {
    // What was started and not waited for must not write on a connection that serves someone else by now.
    delete scope.tx;
  }
}

/** Savepoints close in the order in which they were opened, so the next one waits for the last. */
function savepointsOf(scope: Scope, tx: Transaction) {
  return <T>(act: (tx: Transaction) => Promise<T>): Promise<T> => {
    const opened = scope.last.then(() => tx.transaction((inner) => within(inner, act)));
    scope.last = opened.catch(() => undefined);
    return opened;
  };
}

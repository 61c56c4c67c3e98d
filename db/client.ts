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
const shared = globalThis as typeof globalThis & { tandemPool?: Pool };
shared.tandemPool ??= openPool();

/** For SQL that drizzle has no words for. Ends by itself when nothing else keeps the process alive. */
export const pool = shared.tandemPool;

/**
 * The database. Importing it opens nothing; the first query connects, and starts the embedded server where that is the one.
 * Neon's pool is node-postgres's and is spoken to as such: drizzle's own session for Neon knows it by `instanceof` alone, and
 * where Next evaluates this module twice would spread a transaction over several connections without a word.
 */
export const db = drizzle({ client: pool, schema, casing: "snake_case" });

export type Database = typeof db;
/** What `db.transaction(async (tx) => …)` hands over. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import { isNeon, openPool } from "@/db/connection";
import * as changes from "@/db/schema/changes";
import * as conversations from "@/db/schema/conversations";
import * as tags from "@/db/schema/tags";
import * as tasks from "@/db/schema/tasks";
import * as users from "@/db/schema/users";
import { env } from "@/env";

const schema = { ...users, ...tasks, ...tags, ...conversations, ...changes };

/** One pool for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemPool?: Pool };
shared.tandemPool ??= openPool();

/** For SQL that drizzle has no words for. Ends by itself when nothing else keeps the process alive. */
export const pool = shared.tandemPool;

const config = { client: pool, schema, casing: "snake_case" } as const;

/** The database. Importing it opens nothing; the first query connects, and starts the embedded server where that is the one. */
export const db = isNeon(env.DATABASE_URL)
  ? (drizzleNeon({ ...config, client: pool as never }) as unknown as NodePgDatabase<typeof schema>)
  : drizzle(config);

export type Database = typeof db;
/** What `db.transaction(async (tx) => …)` hands over. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

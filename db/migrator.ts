import { join } from "node:path";
import type { ClientBase } from "pg";
import { openDirect } from "@/db/connection";
import { type Migration, read } from "@/db/migrator/files";
import * as history from "@/db/migrator/history";
import { Refusal } from "@/db/refusal";
import type { Wire } from "@/db/wire";

/** Where the files are and whom to ask; both have defaults, and a client that is given stays open. */
type Options = { folder?: string; client?: ClientBase };

type Standing = Pick<Migration, "name" | "hash"> & { appliedAt: Date | undefined };

/** "tandem" in ASCII, read as a number: the key of the advisory lock that lets one migrator work at a time. */
const LOCK = 0x74616e64656d;

/**
 * Applies what has not been applied yet, each migration in a transaction of its own, one migrator at a time.
 * When there is nothing to do it costs a connection and a query.
 * @param options.upTo how many there shall be in all; every one of them unless it is said.
 * @returns the names of those applied.
 * @throws Refusal when files and database disagree, or a pooler stands between; nothing is changed then.
 */
export function migrate({ upTo, ...options }: Options & { upTo?: number } = {}): Promise<string[]> {
  return withFiles(options, async (client, files) => {
    const wanted = files.slice(0, upTo);
    const pending = async () =>
      history.pending(files, await history.read(client)).filter((one) => wanted.includes(one));
    if ((await pending()).length === 0) return [];
    return alone(client, async () => {
      const steps = await pending(); // another migrator may have been quicker
      await history.prepare(client);
      for (const migration of steps) await step(client, migration, "forth");
      return steps.map(({ name }) => name);
    });
  });
}

/** Takes the last `count` migrations back, newest first, and answers with their names. Throws as `migrate` does. */
export function rollback(count = 1, options: Options = {}): Promise<string[]> {
  return withFiles(options, (client, files) =>
    alone(client, async () => {
      const applied = await history.read(client);
      history.pending(files, applied);
      const names = applied.map(({ name }) => name);
      const last = files
        .filter(({ name }) => names.includes(name))
        .reverse()
        .slice(0, count);
      for (const migration of last) await step(client, migration, "back");
      return last.map(({ name }) => name);
    }),
  );
}

/** Goes forth or back to where the first `count` migrations are applied, and no more. Throws as `migrate` does. */
export async function moveTo(count: number, options: Options = {}): Promise<void> {
  const surplus = (await status(options)).filter(({ appliedAt }) => appliedAt).length - count;
  if (surplus > 0) await rollback(surplus, options);
  else await migrate({ ...options, upTo: count });
}

/** Every migration, oldest first, and when it was applied. Throws as `migrate` does. */
export function status(options: Options = {}): Promise<Standing[]> {
  return withFiles(options, async (client, files) => {
    const applied = await history.read(client);
    history.pending(files, applied);
    return files.map(({ name, hash }) => ({
      name,
      hash,
      appliedAt: applied.find((one) => one.name === name)?.appliedAt,
    }));
  });
}

async function withFiles<T>(
  options: Options,
  work: (client: ClientBase, files: Migration[]) => Promise<T>,
): Promise<T> {
  const files = await read(options.folder ?? join(/* turbopackIgnore: true */ process.cwd(), "drizzle"));
  if (options.client) return work(options.client, files);
  const client = await openDirect();
  try {
    return await work(client, files);
  } finally {
    await client.end();
  }
}

/** The lock belongs to the session, so that a migrator that dies lets go of it. */
async function alone<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  if (rows[0]?.pid !== (client as Wire).processID)
    throw new Refusal(
      "the address goes through a pooler, where locks don’t hold. Set DATABASE_URL_UNPOOLED to the server’s own address.",
    );
  await client.query("set statement_timeout = 0");
  await client.query("select pg_advisory_lock($1)", [LOCK]);
  try {
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock_all(); reset statement_timeout").catch(ignoreLoss);
  }
}

/** Waits ten seconds at most for a table: everybody who comes after a waiting ALTER TABLE waits with it. */
async function step(client: ClientBase, migration: Migration, way: "forth" | "back"): Promise<void> {
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '10s'");
    await client.query(migration[way]);
    await (way === "forth" ? history.add : history.remove)(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(ignoreLoss);
    throw new Error(`${migration.name}${way === "back" ? ".down" : ""}.sql failed${place(error, migration[way])}`, {
      cause: error,
    });
  }
}

/** Where the connection itself is lost, so are its lock and transaction, and the first error is the one to tell. */
function ignoreLoss(): void {}

/** `lock_not_available` of PostgreSQL. */
const IN_USE = "55P03";

/** PostgreSQL counts characters from 1 to where it stopped; people count lines. */
function place(error: unknown, sql: string): string {
  const { message, position, code } = error as { message?: string; position?: string; code?: string };
  if (code === IN_USE) return ": another program has locked a table for ten seconds. Try again when it’s done.";
  const line = position ? ` in line ${sql.slice(0, Number(position)).split("\n").length}` : "";
  return `${line}: ${message}`;
}

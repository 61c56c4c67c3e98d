import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { type Seeded, seed } from "@/bench/seed";
import { progress } from "@/db/commands/progress";
import * as embedded from "@/db/embedded";
import * as migrator from "@/db/migrator";
import { inDatabase } from "@/db/testing-url";

const NAME = "tandem_bench";

type Options = { tasks: number; heavy: number; users: number };
type Filled = { url: string; seeded: Seeded; done: () => Promise<void> };

/**
 * A PostgreSQL of its own with a seeded database.
 * @param folder where it shall stay for another time, and is taken as it is if it is there already; without one it is dropped at the end.
 */
export async function fill(folder: string | undefined, options: Options): Promise<Filled> {
  const dataDir = folder ? resolve(folder) : await mkdtemp(join(tmpdir(), "tandem-bench-"));
  const isThere = existsSync(join(dataDir, "postgres"));
  const root = embedded.url(await embedded.ensure(dataDir));
  const url = inDatabase(root, NAME);
  if (!isThere) await on(root, (client) => client.query(`create database ${NAME}`));
  const seeded = await on(url, async (client) => {
    await migrator.migrate({ client });
    return isThere ? known(client) : seed(client, { ...options, onProgress: progress("rows") });
  });
  const done = async () => {
    if (folder) return; // the server ends with the last process that uses it
    await embedded.stop(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, seeded, done };
}

/** Who is who in a database that was seeded before: by the names that the seed gave. */
async function known(client: pg.Client): Promise<Seeded> {
  const { rows } = await client.query<{ id: string }>("select id from users order by substr(name, 8)::int");
  const [heavy, light, ...others] = rows.map(({ id }) => id);
  if (!heavy || !light) throw new Error("Nobody was seeded here.");
  return { heavy, light, others };
}

export async function on<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

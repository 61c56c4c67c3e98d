import type { ClientBase } from "pg";
import type { Migration } from "@/db/migrator/files";
import { Refusal } from "@/db/refusal";

export type Applied = { name: string; hash: string; appliedAt: Date };

const UNDEFINED_TABLE = "42P01";

/** What has been applied, oldest first; nothing in a database that no migrator has seen. One query. */
export async function read(client: ClientBase): Promise<Applied[]> {
  const sql = 'select name, hash, applied_at as "appliedAt" from drizzle.migrations order by name';
  const rows = client.query<Applied>(sql).then((result) => result.rows);
  return rows.catch((error) => {
    if (error.code === UNDEFINED_TABLE) return [];
    throw error;
  });
}

/** Its own schema keeps it out of the way of `public`, which drizzle-kit compares with ours. */
export async function prepare(client: ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists drizzle;
    create table if not exists drizzle.migrations (
      name text primary key,
      hash text not null,
      applied_at timestamptz not null default now()
    )`);
}

export async function add(client: ClientBase, { name, hash }: Migration): Promise<void> {
  await client.query("insert into drizzle.migrations (name, hash) values ($1, $2)", [name, hash]);
}

export async function remove(client: ClientBase, { name }: Migration): Promise<void> {
  await client.query("delete from drizzle.migrations where name = $1", [name]);
}

/**
 * The files that are still to be applied.
 * @throws Refusal when files and history tell different stories: one is edited, gone, or came in late.
 */
export function pending(files: Migration[], applied: Applied[]): Migration[] {
  for (const { name, hash } of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (!file) throw new Refusal(`${name}.sql was applied here, but the file is missing.`);
    if (file.hash !== hash)
      throw new Refusal(`${name}.sql was edited after it was applied here. Put the change in a new migration.`);
  }
  const last = applied.at(-1)?.name ?? "";
  const rest = files.filter(({ name }) => !applied.some((one) => one.name === name));
  const late = rest.find(({ name }) => name < last);
  if (late) throw new Refusal(`${late.name}.sql is out of order: ${last}.sql was applied before it.`);
  return rest;
}

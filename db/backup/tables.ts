import type { ClientBase } from "pg";
import { escapeIdentifier } from "pg";

/** A table and the columns that a copy of it holds: all but those that Postgres computes. Both are quoted. */
export type Table = { name: string; columns: string };

/** Every table of ours, each after those that it refers to. */
export async function read(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; parents: string[] }>(`
    select relname as name,
      array(select attname::text from pg_attribute
            where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select p.relname::text from pg_constraint join pg_class p on p.oid = confrelid
            where conrelid = t.oid and contype = 'f' and confrelid <> t.oid) as parents
    from pg_class t where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`);
  const sorted: typeof rows = [];
  while (sorted.length < rows.length) {
    const known = new Set(sorted.map(({ name }) => name));
    const ready = rows.filter(({ name, parents }) => !known.has(name) && parents.every((parent) => known.has(parent)));
    if (ready.length === 0) throw new Error("Tables refer to each other in a circle.");
    sorted.push(...ready);
  }
  return sorted.map(({ name, columns }) => ({
    name: escapeIdentifier(name),
    columns: columns.map(escapeIdentifier).join(", "),
  }));
}

/** How many rows each of them has. */
export async function count(client: ClientBase, tables: Table[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${name}`);
    counts.set(name, Number(rows[0]?.count));
  }
  return counts;
}

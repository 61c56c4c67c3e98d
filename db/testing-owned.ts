import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/**
 * A digest of all that belongs to a user, by table: equal as long as nobody has touched a single field of it. Which tables those are,
 * the catalogue says.
 */
export async function owned(userId: string): Promise<Record<string, string | null>> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
  const digests = [{ name: "users", column: "id" }, ...tables.map(({ name }) => ({ name, column: "user_id" }))].map(
    ({ name, column }) => sql`
      select ${name} as name, md5(string_agg(t::text, e'\n' order by t.id)) as digest
      from ${sql.identifier(name)} t where ${sql.identifier(column)} = ${userId}`,
  );
  const { rows } = await db.execute<{ name: string; digest: string | null }>(sql.join(digests, sql` union all `));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

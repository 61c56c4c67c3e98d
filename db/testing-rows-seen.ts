import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Every row that a user sees something of, by table and id, apart from when and how often it was written. */
export async function rowsOf(userId: string): Promise<Map<string, string>> {
  const tables = ["tasks", "tags", "task_tags", "conversations", "messages"];
  const rows = new Map<string, string>();
  for (const table of tables) {
    const { rows: found } = await db.execute<{ id: string; row: object }>(sql`
      select id, to_jsonb(t) - 'version' - 'updated_at' as row from ${sql.identifier(table)} t where user_id = ${userId}`);
    for (const { id, row } of found) rows.set(`${table} ${id}`, JSON.stringify(row));
  }
  return rows;
}

/** The keys of the rows that are different, new or gone. */
export function changedBetween(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}

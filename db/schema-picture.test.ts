import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";

const page = await readFile("docs/data.md", "utf8");
/** In Mermaid's words: https://mermaid.js.org/syntax/entityRelationshipDiagram.html */
const picture = /```mermaid\n(.*?)```/s.exec(page)?.[1] ?? "";

const references = [...picture.matchAll(/^ {4}(\w+) \S+ (\w+) : "(\w+)/gm)].map(
  ([, target, table, column]) => `${table}.${column} → ${target}`,
);
const columns = [...picture.matchAll(/^ {4}(\w+) \{\n(.*?)^ {4}\}/gms)].flatMap(([, table, fields = ""]) =>
  [...fields.matchAll(/^ {8}(\w+) (\w+)/gm)].map(([, type, name]) => `${table}.${name} ${type}`),
);

test("the picture of the schema shows every table and every reference", async () => {
  const { rows } = await db.execute<{ reference: string }>(sql`
    select format('%s.%s → %s', k.conrelid::regclass, a.attname, k.confrelid::regclass) as reference
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[cardinality(k.conkey)]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`);
  expect(references.toSorted()).toEqual(rows.map(({ reference }) => reference).toSorted());

  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like '%migrations%'`);
  const drawn = new Set(columns.map((column) => column.split(".")[0]));
  expect([...drawn].toSorted()).toEqual(tables.rows.map(({ name }) => name).toSorted());
});

test("what the picture says of a column is so", async () => {
  const { rows } = await db.execute<{ column: string }>(sql`
    select format('%s.%s %s', attrelid::regclass, attname, typname) as column
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_type t on t.oid = atttypid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0`);
  // The short names that people write for what the catalogue calls bool, int2 and int4.
  const short: Record<string, string> = { bool: "boolean", int2: "smallint", int4: "integer" };
  const known = new Set(rows.map(({ column }) => column.replace(/\w+$/, (type) => short[type] ?? type)));
  expect(columns.filter((column) => !known.has(column))).toEqual([]);
});

test("every index says why it is there", async () => {
  const { rows } = await db.execute<{ name: string }>(sql`
    select indexrelid::regclass::text as name from pg_index join pg_class c on c.oid = indrelid
    where relnamespace = 'public'::regnamespace and not indisprimary`);
  // What references point at is explained once for all tables.
  const names = rows.map(({ name }) => name).filter((name) => !/_user_id_id_unique$|migrations/.test(name));
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";

type Value = string | number | null;
/** A row's values by the names of its columns, in one order for all of a table. No value holds a tab, a line feed or a backslash. */
export type Row = Record<string, Value>;

const CHUNK = 500;

/** Writes rows into a table by COPY as they are made, a chunk at a time. @param onRows is told how many more were handed over. */
export async function copy(client: Client, table: string, rows: Iterable<Row>, onRows: (count: number) => void) {
  const source = rows[Symbol.iterator]();
  const first = source.next();
  if (first.done) return;
  function* chunks() {
    let chunk = line(first.value);
    let count = 1;
    for (const row of { [Symbol.iterator]: () => source }) {
      chunk += line(row);
      if (++count < CHUNK) continue;
      onRows(count);
      yield chunk;
      chunk = "";
      count = 0;
    }
    onRows(count);
    yield chunk;
  }
  const columns = Object.keys(first.value).join(", ");
  await pipeline(Readable.from(chunks()), client.query(from(`copy ${table} (${columns}) from stdin`)));
}

const line = (row: Row) =>
  `${Object.values(row)
    .map((value) => value ?? "\\N")
    .join("\t")}\n`;

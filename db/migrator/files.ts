import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@/db/refusal";

/** One step of the schema: the SQL that takes it, the SQL that takes it back, and the first one's SHA-256 in hexadecimal. */
export type Migration = { name: string; forth: string; back: string; hash: string };

/** Stands in a drafted way back where a person has to write something; see db/commands/generate.ts. */
export const UNWRITTEN = "-- TODO:";

const NAME = /^(\d{4})_[a-z0-9_-]+$/;

/**
 * The migrations in `folder`, oldest first: `0000_name.sql` with its way back, `0000_name.down.sql`.
 * @throws Refusal when the numbers have a gap or a double, or a way back is missing or not yet written.
 */
export async function read(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const backs = new Set(files.filter((file) => file.endsWith(".down.sql")));
  const names = files.filter((file) => !backs.has(file)).map((file) => file.slice(0, -".sql".length));
  for (const [index, name] of names.entries()) {
    const number = String(index).padStart(4, "0");
    if (NAME.exec(name)?.[1] !== number) throw new Refusal(`${number} is missing: ${name}.sql is in its place.`);
    if (!backs.delete(`${name}.down.sql`))
      throw new Refusal(`${name}.down.sql, which rolls back ${name}.sql, is missing.`);
  }
  for (const back of backs) throw new Refusal(`${back.replace(".down", "")}, which ${back} rolls back, is missing.`);
  return Promise.all(names.map((name) => load(folder, name)));
}

async function load(folder: string, name: string): Promise<Migration> {
  const text = async (file: string) => (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n");
  const [forth, back] = await Promise.all([text(`${name}.sql`), text(`${name}.down.sql`)]);
  if (back.includes(UNWRITTEN)) throw new Refusal(`${name}.down.sql is still a draft. Finish it first.`);
  return { name, forth, back, hash: createHash("sha256").update(forth).digest("hex") };
}

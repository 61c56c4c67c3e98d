import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateDrizzleJson } from "drizzle-kit/api";
import { Refusal } from "@/db/refusal";

/** What is compared; the rest of a snapshot are its own id and version. */
const PARTS = ["schemas", "enums", "tables", "sequences", "views", "roles", "policies"] as const;

/**
 * Compares the schema with what drizzle-kit noted beside the newest migration.
 * @param names the migrations, oldest first. @param schema what the files in db/schema export.
 * @throws Refusal naming every place where they differ, or the migration that drizzle-kit's journal does not know.
 */
export async function refuseDrift(folder: string, names: string[], schema: Record<string, unknown>): Promise<void> {
  const meta = async (file: string) => JSON.parse(await readFile(join(folder, "meta", file), "utf8"));
  const noted = (await meta("_journal.json")).entries.map(({ tag }: { tag: string }) => tag);
  const stranger = [...names, ...noted].find((name) => !names.includes(name) || !noted.includes(name));
  if (stranger) throw new Refusal(`${stranger} is in either meta/_journal.json or the folder, but not in both.`);

  const last = names.at(-1);
  const snapshot = last ? await meta(`${last.slice(0, 4)}_snapshot.json`) : {};
  const present = JSON.parse(JSON.stringify(generateDrizzleJson(schema, undefined, undefined, "snake_case")));
  const places = PARTS.flatMap((part) => differences(snapshot[part] ?? {}, present[part] ?? {}, part));
  if (places.length > 0)
    throw new Refusal(
      `the schema has changed since ${last ?? "nothing"}: ${places.join(", ")}. Run npm run db:generate.`,
    );
}

/** Where two trees differ, as dotted paths to the highest places that only one has and the leaves that are not equal. */
function differences(one: unknown, other: unknown, place: string): string[] {
  if (!isTree(one) || !isTree(other)) return one === other ? [] : [place];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], `${place}.${key}`));
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command } from "@/db/commands/command";
import { drizzleKit } from "@/db/commands/drizzle-kit";
import { draftBack } from "@/db/migrator/draft";

const FOLDER = "drizzle";

/** npm run db:generate -- --name=NAME: the next migration, out of the schema, and a draft of its way back to read and mend. */
await command(async () => {
  await drizzleKit(["generate", ...process.argv.slice(2)]);
  const files = await readdir(FOLDER);
  const alone = files.filter((file) => /^\d{4}_.*(?<!\.down)\.sql$/.test(file) && !files.includes(backOf(file)));
  for (const file of alone) {
    const forth = await readFile(join(FOLDER, file), "utf8");
    await writeFile(join(FOLDER, backOf(file)), draftBack(forth), { flag: "wx" });
    console.log(`Drafted ${FOLDER}/${backOf(file)}. Read both before you commit them.`);
  }
});

function backOf(file: string): string {
  return file.replace(/\.sql$/, ".down.sql");
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { command } from "@/db/commands/command";
import { drizzleKit } from "@/db/commands/drizzle-kit";
import { typed } from "@/db/commands/typed";
import { draftBack } from "@/db/migrator/draft";
import { Refusal } from "@/db/refusal";

const FOLDER = "drizzle";
const USAGE = "npm run db:generate -- --name=NAME [--custom]";

/** npm run db:generate -- --name=NAME: the next migration, out of the schema, and a draft of its way back to read and mend; with --custom an empty one. */
await command(async () => {
  const options = { name: { type: "string", default: "" }, custom: { type: "boolean", default: false } } as const;
  const { name, custom } = typed(USAGE, { options }).values;
  if (!/^[a-z0-9_-]+$/.test(name))
    throw new Refusal(`a name can only have lowercase letters, digits, - and _, unlike "${name}". Usage: ${USAGE}`);
  await drizzleKit(["generate", `--name=${name}`, ...(custom ? ["--custom"] : [])]);
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

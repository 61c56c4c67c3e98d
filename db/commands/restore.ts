import "@/db/commands/settings";
import { parseArgs } from "node:util";
import { restore } from "@/db/backup/restore";
import { command } from "@/db/commands/command";
import { progress } from "@/db/commands/progress";
import { openForCopy } from "@/db/connection";
import * as migrator from "@/db/migrator";
import { Refusal } from "@/db/refusal";

/** npm run db:restore -- FILE [--force]: a backup's rows into an empty database, or with --force in place of what is there. */
await command(async () => {
  const { values, positionals } = parseArgs({ options: { force: { type: "boolean" } }, allowPositionals: true });
  const [path] = positionals;
  if (!path) throw new Refusal("Say from which file.");
  const client = await openForCopy();
  try {
    const isNew = (await migrator.status({ client })).every(({ appliedAt }) => !appliedAt);
    if (isNew) await migrator.migrate({ client });
    const rows = await restore(client, path, { force: values.force, onRows: progress("rows") });
    console.log(`Restored ${rows} rows from ${path}.`);
  } finally {
    await client.end();
  }
});

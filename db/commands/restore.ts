import "@/db/commands/settings";
import { restore } from "@/db/backup/restore";
import { command } from "@/db/commands/command";
import { progress } from "@/db/commands/progress";
import { typed } from "@/db/commands/typed";
import { openForCopy } from "@/db/connection";

/** npm run db:restore -- FILE [--force]: a backup's rows into a database without users, or with --force in place of what is there. */
await command(async () => {
  const options = { force: { type: "boolean" } } as const;
  const { values, words } = typed("npm run db:restore -- FILE [--force]", { least: 1, options });
  const [path = ""] = words;
  const client = await openForCopy();
  try {
    const rows = await restore(client, path, { force: values.force, onRows: progress("rows") });
    console.log(`Restored ${rows} rows from ${path}.`);
  } finally {
    await client.end();
  }
});

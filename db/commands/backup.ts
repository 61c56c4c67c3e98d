import "@/db/commands/settings";
import { dump } from "@/db/backup/dump";
import { command } from "@/db/commands/command";
import { progress } from "@/db/commands/progress";
import { typed } from "@/db/commands/typed";
import { openForCopy } from "@/db/connection";

/** npm run db:backup -- FILE: every row, as of one instant, into a new gzipped SQL file. */
await command(async () => {
  const [path = ""] = typed("npm run db:backup -- FILE", { least: 1 }).words;
  const client = await openForCopy();
  try {
    const rows = await dump(client, path, progress("rows"));
    console.log(`Wrote ${rows} rows into ${path}. It contains password hashes, so keep it safe.`);
  } finally {
    await client.end();
  }
});

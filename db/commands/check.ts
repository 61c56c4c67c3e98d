import "@/db/commands/settings";
import { readdir } from "node:fs/promises";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import * as migrator from "@/db/migrator";
import { refuseDrift } from "@/db/migrator/drift";

/** npm run db:check: whether schema, migrations and this database fit together; changes nothing. */
await command(async () => {
  typed("npm run db:check");
  const migrations = await migrator.status();
  const files = await readdir(new URL("../schema", import.meta.url));
  const modules = await Promise.all(files.map((file) => import(`../schema/${file}`)));
  await refuseDrift(
    "drizzle",
    migrations.map(({ name }) => name),
    Object.assign({}, ...modules),
  );
  const pending = migrations.filter(({ appliedAt }) => !appliedAt).map(({ name }) => name);
  console.log(`Schema and migrations agree${pending.length ? `. Not applied here yet: ${pending.join(", ")}` : ""}.`);
});

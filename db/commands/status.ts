import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import * as migrator from "@/db/migrator";

/** npm run db:status */
await command(async () => {
  typed("npm run db:status");
  for (const { name, appliedAt } of await migrator.status()) {
    console.log(`${name}  ${appliedAt ? `applied ${appliedAt.toISOString()}` : "pending"}`);
  }
});

import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import * as migrator from "@/db/migrator";

/** npm run db:status */
await command(async () => {
  for (const { name, appliedAt } of await migrator.status()) {
    console.log(`${name}  ${appliedAt ? `applied ${appliedAt.toISOString()}` : "pending"}`);
  }
});

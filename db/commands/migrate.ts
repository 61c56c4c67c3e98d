import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import * as migrator from "@/db/migrator";

/** npm run db:migrate */
await command(async () => {
  typed("npm run db:migrate");
  const names = await migrator.migrate();
  console.log(names.length ? `Applied ${names.join(", ")}.` : "Up to date.");
});

import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import * as migrator from "@/db/migrator";

/** npm run db:migrate */
await command(async () => {
  const names = await migrator.migrate();
  console.log(names.length ? `Applied ${names.join(", ")}.` : "Up to date.");
});

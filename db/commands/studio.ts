import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import { drizzleKit } from "@/db/commands/drizzle-kit";
import * as embedded from "@/db/embedded";
import { env } from "@/env";

/** npm run db:studio: a browser's view of the tables, for this machine alone. */
await command(async () => {
  const url = env.DATABASE_URL ?? embedded.url(await embedded.ensure(env.DATA_DIR));
  await drizzleKit(["studio", "--host=127.0.0.1", ...process.argv.slice(2)], { DATABASE_URL: url });
});

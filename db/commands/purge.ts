import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import { openDirect } from "@/db/connection";
import { daysAgo, purge } from "@/db/purge";
import { Refusal } from "@/db/refusal";
import { RETENTION } from "@/db/retention";

/** npm run db:purge -- --days N: removes for good what has been in the trash for N days (30), and what ran out by itself. */
await command(async () => {
  const options = { days: { type: "string", default: String(RETENTION) } } as const;
  const { days } = typed("npm run db:purge -- --days N", { options }).values;
  if (!/^\d{1,5}$/.test(days)) throw new Refusal(`"${days}" isn’t a number of days from 0 to 99999.`);
  const client = await openDirect();
  try {
    await client.query("set statement_timeout = 0");
    const before = await daysAgo(client, Number(days));
    const purged = Object.entries(await purge(client, { before })).filter(([, count]) => count > 0);
    const what = purged.map(([table, count]) => `${count} of ${table}`).join(", ") || "nothing";
    console.log(
      `Permanently deleted everything trashed before ${before.toISOString()} and everything expired: ${what}.`,
    );
  } finally {
    await client.end();
  }
});

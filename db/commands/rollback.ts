import "@/db/commands/settings";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import * as migrator from "@/db/migrator";
import { Refusal } from "@/db/refusal";

/** npm run db:rollback [n]: takes the last migration back, or the last n. */
await command(async () => {
  const [said = "1"] = typed("npm run db:rollback [n]", { most: 1 }).words;
  const count = Number(said);
  if (!Number.isInteger(count) || count < 1) throw new Refusal(`"${said}" isn’t a number of migrations.`);
  const applied = (await migrator.status()).filter(({ appliedAt }) => appliedAt).length;
  if (count > 1 && count > applied) throw new Refusal(`${count} is more than the ${applied} applied migrations.`);
  const names = await migrator.rollback(count);
  console.log(names.length ? `Rolled back ${names.join(", ")}.` : "There’s nothing to roll back.");
});

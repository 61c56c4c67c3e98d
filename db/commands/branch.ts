import "@/db/commands/settings";
import * as branches from "@/db/branches";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import { Refusal } from "@/db/refusal";
import { env } from "@/env";

const USAGE = "npm run db:branch -- create NAME, list, or delete NAME";

/** npm run db:branch -- create|list|delete NAME: branches of the database at Neon, to try things on. */
await command(async () => {
  const [verb, name] = typed(USAGE, { least: 1, most: 2 }).words;
  if (!env.NEON_API_KEY || !env.NEON_PROJECT_ID)
    throw new Refusal("set NEON_API_KEY and NEON_PROJECT_ID first; docs/deploy.md says where to get them.");
  const project = branches.openProject(env.NEON_PROJECT_ID, env.NEON_API_KEY);

  if (verb === "list") {
    for (const { name, default: isDefault, created_at } of await branches.list(project))
      console.log(`${name}${isDefault ? " (default)" : ""}  created ${created_at}`);
  } else if (verb === "create" && name) {
    const { pooled, direct } = await branches.create(project, name);
    console.log(`DATABASE_URL="${pooled}"\nDATABASE_URL_UNPOOLED="${direct}"`);
  } else if (verb === "delete" && name) {
    await branches.remove(project, name);
    console.log(`Deleted the branch "${name}".`);
  } else {
    throw new Refusal(`Usage: ${USAGE}`);
  }
});

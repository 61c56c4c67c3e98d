import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "@/env";

/**
 * npm run bench:assistant [-- --clinc FILE] [--slurp FILE]
 * Plays the scripted conversations through the assistant and a database of its own, and measures public sets where given.
 */
const dataDir = await mkdtemp(join(tmpdir(), "tandem-bench-"));
Object.assign(env, { DATA_DIR: dataDir, DATABASE_URL: undefined, AI_MODEL: undefined });
const { ensure, stop } = await import("@/db/embedded");
const { migrate } = await import("@/db/migrator");
await ensure(dataDir);
await migrate();
try {
  const { conversations } = await import("./assistant/conversations");
  await conversations(option("only"));
  const { clinc } = await import("./assistant/clinc");
  const { slurp } = await import("./assistant/slurp");
  const [clincFile, slurpFile] = [option("clinc"), option("slurp")];
  if (clincFile) await clinc(clincFile);
  if (slurpFile) slurp(slurpFile);
} finally {
  const { pool } = await import("@/db/client");
  await pool.end();
  await stop(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, start } from "@/e2e/server";

/**
 * One app for the whole run, on a fresh data directory; the tests keep apart by each having its own user.
 * With `TANDEM_URL` set they drive the app that runs there instead.
 */
export default async function setup() {
  if (process.env.TANDEM_URL) return;
  const folder = await mkdtemp(join(tmpdir(), "tandem-e2e-"));
  const server = await start(await freePort(), { DATA_DIR: folder });
  process.env.TANDEM_URL = server.url;
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

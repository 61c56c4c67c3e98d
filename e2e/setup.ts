import { startFresh } from "@/e2e/server";

/**
 * One app for the whole run, on a fresh data directory; the tests keep apart by each having its own user.
 * With `TANDEM_URL` set they drive the app that runs there instead.
 */
export default async function setup() {
  if (process.env.TANDEM_URL) return;
  const server = await startFresh();
  process.env.TANDEM_URL = server.url;
  return async () => {
    await server.stop();
  };
}

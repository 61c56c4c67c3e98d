import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { env, isSecure, SettingsError } from "../env.ts";
import { createEdge } from "./edge.ts";
import { heedTrustedProxiesOnly, OWN_PATH } from "./forwarded.ts";
import { securityHeaders } from "./headers.ts";
import { noted } from "./inline-scripts.ts";
import { blameSender } from "./reached.ts";
import { stopOnSignal } from "./stop.ts";

/** In milliseconds: how long a stop waits for an app that is still starting, so that the database it starts ends too; and for its end. */
const STARTING = 20_000;
const CLOSING = 2_000;

/**
 * Serves the production build until a signal comes. What is asked before the app is ready waits for it.
 * @throws SettingsError when something outside the program is in the way.
 */
export async function serve(): Promise<void> {
  if (!noted()) throw new SettingsError("There’s no build yet. Run npm run build first.");
  heedTrustedProxiesOnly();
  const ready = Promise.withResolvers<ReturnType<ReturnType<typeof next>["getRequestHandler"]>>();
  const { server, answering } = createEdge(async (request, response) => {
    const handle = await ready.promise;
    await blameSender(request, response, () => handle(request, response));
  }, securityHeaders(isSecure));
  const { address, port } = await listen(server);
  // biome-ignore lint/style/noProcessEnv: Next's own way to be told where it can call itself
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${reachable(address)}:${port}${OWN_PATH}`;

  // It would listen for upgrades at the server, of which production has none, and leave them hanging.
  const app = next({ dev: false, hostname: "localhost", port, httpServer: createServer() });
  const prepared = app.prepare();
  stopOnSignal(server, answering, async () => {
    await Promise.race([prepared.catch(() => {}), sleep(STARTING)]);
    await Promise.race([app.close(), sleep(CLOSING)]);
  });
  await prepared;
  ready.resolve(app.getRequestHandler());
  for (const line of [`Tandem is at http://localhost:${port}`, ...missing()]) console.info(line);
}

async function listen(server: Server): Promise<AddressInfo> {
  const { HOST, PORT } = env;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(PORT, HOST, resolve);
  await promise.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE")
      throw new SettingsError(`Port ${PORT} is in use. Stop the program that uses it, or set PORT.`);
    if (error.code === "EACCES")
      throw new SettingsError(`This user can’t listen on port ${PORT}. Set PORT to 1024 or higher.`);
    throw new SettingsError(`HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0 (${error.code}).`);
  });
  return server.address() as AddressInfo;
}

function reachable(address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  return address.includes(":") ? `[${address === "::" ? "::1" : address}]` : address;
}

/** What an operator may have forgotten, one sentence each. */
function missing(): string[] {
  const { BETTER_AUTH_URL: url, TRUSTED_PROXIES: proxies } = env;
  if (isSecure && proxies.length === 0)
    return ["TRUSTED_PROXIES isn’t set. Until it names the proxy in front, all visitors count as one address."];
  if (!url && proxies.length > 0)
    return ["BETTER_AUTH_URL isn’t set. Set it to the address people type, so that only its pages can write."];
  return [];
}

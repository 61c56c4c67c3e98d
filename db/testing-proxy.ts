import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** At which moment of a commit the connection is cut: unsent, sent but unanswered, or answered. */
type Moment = "before" | "during" | "after";

/** What `net.connect` takes to reach the server of a connection string. */
export function placeOf(url: string): { path: string } | { host: string; port: number } {
  const { host, port } = new pg.Client(url);
  return host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

/** A TCP proxy in front of a PostgreSQL, as bad as a network can be. It starts out as a good one. */
export async function openProxy(url: string) {
  const clients = new Set<Socket>();
  let commit: { moment: Moment; cut: () => void } | undefined;
  const weather = { delay: 0, silent: false };

  const server = createServer((client) => {
    const upstream = connect(placeOf(url));
    const close = () => {
      client.destroy();
      upstream.destroy();
      clients.delete(client);
    };
    clients.add(client);
    client.on("data", (data) => {
      const cut = data.includes("commit\0") ? commit : undefined;
      commit = cut ? undefined : commit;
      if (cut?.moment !== "before" && !weather.silent) upstream.write(data);
      if (cut?.moment === "before") close();
      if (cut?.moment === "during") upstream.removeListener("data", answer).once("data", close);
      if (cut?.moment === "after") upstream.once("data", () => setImmediate(close));
      cut?.cut();
    });
    const answer = async (data: Buffer) => {
      if (weather.delay > 0) await sleep(weather.delay);
      if (!weather.silent && !client.destroyed) client.write(data);
    };
    upstream.on("data", answer);
    for (const socket of [client, upstream]) socket.on("error", close).on("close", close);
  });

  const listen = async (port = 0) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen();
  const place = new pg.Client(url);

  return {
    port,
    /** The same database, by way of the proxy. */
    url: `postgresql://${place.user}:${place.password}@127.0.0.1:${port}/${place.database}`,
    /** `delay`: by how many milliseconds every answer is late; `silent`: nothing gets through, and nobody is told. */
    weather,
    /** Cuts the connection that commits next; is fulfilled as soon as it has tried to. */
    cutCommit: (moment: Moment) => new Promise<void>((cut) => (commit = { moment, cut })),
    /** Cuts every connection. */
    cut() {
      for (const client of clients) client.destroy();
    },
    /** Takes no new connections for so many milliseconds. */
    async refuse(milliseconds: number) {
      server.close();
      await sleep(milliseconds);
      await listen(port);
    },
    /** Cuts every connection and takes no new ones, until what it returns is called. */
    leave() {
      server.close();
      for (const client of clients) client.destroy();
      return async () => {
        await listen(port);
      };
    },
    /** Lets nothing through any more, until what it returns is called; what was said meanwhile is lost. */
    fallSilent() {
      weather.silent = true;
      return async () => {
        weather.silent = false;
      };
    },
    close() {
      server.close();
      for (const client of clients) client.destroy();
    },
  };
}

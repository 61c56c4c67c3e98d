import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { env } from "../env.ts";

/** Everything by which a proxy speaks of the request that it was sent. */
const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
] as const;

const proxies = new BlockList();
for (const range of env.TRUSTED_PROXIES) {
  const [address = "", bits] = range.split("/");
  const version = isIP(address) === 4 ? "ipv4" : "ipv6";
  if (bits === undefined) proxies.addAddress(address, version);
  else proxies.addSubnet(address, Number(bits), version);
}

/** An address alone: some proxies add its port, and a socket for both versions writes IPv4 as IPv6. */
const plain = (address: string) =>
  address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i, "$1");

const isTrusted = (address: string) =>
  isIP(address) > 0 && proxies.check(address, isIP(address) === 4 ? "ipv4" : "ipv6");

const listed = (header: string | string[] | undefined) =>
  String(header ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);

/**
 * Makes the headers say what is known and not what is claimed: anyone can send `X-Forwarded-…`, and Next and Better Auth believe it.
 * `X-Forwarded-For` becomes the one address that the request comes from, read back through as many trusted proxies as there are. The
 * host is the address that people type, where we know it, whatever a proxy made of it; else what trusted proxies say that it was.
 */
export function sanitize(headers: IncomingHttpHeaders, peer: string, url = env.BETTER_AUTH_URL): void {
  const path = [...listed(headers["x-forwarded-for"]), peer].map(plain);
  let hops = 0;
  while (hops < path.length && isTrusted(path.at(-1 - hops) ?? "")) hops++;
  const client = path.at(-1 - hops) ?? path[0];
  // Each proxy has added what it was sent, or has replaced the lot.
  const said = (name: "x-forwarded-host" | "x-forwarded-proto") => {
    const entries = listed(headers[name]);
    return hops > 0 ? entries[Math.max(0, entries.length - hops)] : undefined;
  };
  const host = url ? new URL(url).host : said("x-forwarded-host");
  const protocol = url ? new URL(url).protocol : `${said("x-forwarded-proto")}:`;

  for (const name of FORWARDED) delete headers[name];
  if (host) headers.host = host;
  headers["x-forwarded-for"] = isIP(client ?? "") > 0 ? client : path.at(-1);
  headers["x-forwarded-proto"] = protocol === "https:" ? "https" : "http";
}

/** One listener for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & {
  tandemOwnPath?: string;
  tandemHeedsProxies?: true;
  tandemToldOfProxy?: true;
};
shared.tandemOwnPath ??= `/${randomUUID()}`;

/**
 * Before the path of a request that Next sends to itself: for an action that another page's bundle has, or that leads to another page.
 * Nobody else knows it, so what such a request says of the one that it is made for is believed.
 */
export const OWN_PATH = shared.tandemOwnPath;

/** From now on every request is sanitized before anything else sees it, whichever server takes it. */
export function heedTrustedProxiesOnly(): void {
  if (shared.tandemHeedsProxies) return;
  shared.tandemHeedsProxies = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const { headers, socket, url = "" } = request;
    if (!url.startsWith(`${OWN_PATH}/`)) {
      if (headers["x-forwarded-for"] !== undefined) tellOfProxy();
      return sanitize(headers, socket.remoteAddress ?? "");
    }
    request.url = url.slice(OWN_PATH.length);
    headers.host = String(headers["x-forwarded-host"] ?? headers.host);
  });
}

/**
 * Says once what is missing where a proxy seems to be in front that nobody has told us of. In production alone: only there do we know
 * the requests that Next sends to itself, which say whom they are made for as a proxy does.
 */
function tellOfProxy(): void {
  if (env.NODE_ENV !== "production" || env.TRUSTED_PROXIES.length > 0 || shared.tandemToldOfProxy) return;
  shared.tandemToldOfProxy = true;
  const missing = env.BETTER_AUTH_URL ? "" : "BETTER_AUTH_URL to the address people type, and ";
  console.warn(`There seems to be a proxy in front. Set ${missing}TRUSTED_PROXIES to the proxy’s address.`);
}

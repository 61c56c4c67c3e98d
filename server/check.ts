import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { bodyLimit } from "./body-limits.ts";
import type { Refusal } from "./refuse.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
export const LONGEST_URL = 8_192;
/** Where Next renders its own pages, of which the one for errors answers 500 to every request. */
const INTERNAL = /^\/_(?!next\/)/;

export const TOO_LARGE: Refusal = { status: 413, detail: "The body is too large. Send less at a time." };
export const NO_SUCH_METHOD: Refusal = {
  status: 405,
  detail: "This method isn’t supported here.",
  headers: { Allow: [...METHODS].join(", ") },
};

/** What is wrong with a request by its first line and headers alone, if anything: what Next would answer with a 500, or too late. */
export function fault({ method = "", url = "", httpVersion, headers }: IncomingMessage): Refusal | undefined {
  if (headers.host === undefined && httpVersion !== "1.0")
    return { status: 400, detail: "The Host header is missing." };
  if (!METHODS.has(method)) return NO_SUCH_METHOD;
  if (url.length > LONGEST_URL) return { status: 414, detail: "The address is too long." };
  if (!isPath(url)) return { status: 400, detail: "The address is malformed." };
  if (INTERNAL.test(url)) return { status: 404, detail: "There’s nothing at this address." };
  if ((headers["transfer-encoding"] ?? "chunked").toLowerCase() !== "chunked")
    return { status: 400, detail: "Send the body with a Content-Length, or in chunks." };
  if (Number(headers["content-length"]) > bodyLimit(url)) return TOO_LARGE;
  if (!isRouterState(headers["next-router-state-tree"]))
    return { status: 400, detail: "The router state is malformed. Reload the page." };
}

/** A path of ours, percent-encoded UTF-8 without control characters. */
function isPath(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return path.startsWith("/") && !/[\0-\x1f\x7f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** By Next's own check, which answers a 500 where it fails. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

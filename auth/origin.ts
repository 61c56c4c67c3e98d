import { env } from "@/env";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

type Asked = { method: string; headers: Pick<Headers, "get"> };

/**
 * Whether a browser sent this state-changing request from a page that is not ours. What sends neither `Origin` nor `Sec-Fetch-Site` is a
 * program, which nobody can trick into carrying a user's cookies.
 * Source: OWASP, Cross-Site Request Forgery Prevention, "Fetch Metadata" and "Verifying Origin".
 */
export function isCrossSite({ method, headers }: Asked): boolean {
  if (SAFE.has(method)) return false;
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site") return true;
  const origin = headers.get("origin");
  return origin !== null && !isOwn(origin, headers.get("host"));
}

/** The same for what only our own pages send, such as a server action: a browser says where a POST comes from, so silence is refused. */
export function isFromOurPage({ method, headers }: Asked): boolean {
  const isSaid = headers.get("origin") !== null || headers.get("sec-fetch-site") === "same-origin";
  return !isCrossSite({ method, headers }) && (isSaid || SAFE.has(method));
}

/** Ours is the address that people type; where it was not set, the host that the request was sent to. A browser writes it in one way alone. */
function isOwn(origin: string, host: string | null): boolean {
  const [scheme] = /^https?:/.exec(origin) ?? [];
  const own = env.BETTER_AUTH_URL ?? `${scheme}//${host}`;
  return scheme !== undefined && URL.canParse(own) && origin === new URL(own).origin;
}

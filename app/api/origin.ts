const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a browser sent this state-changing request from another site while carrying the user's cookies.
 * Programs send neither `Origin` nor `Sec-Fetch-Site` and are let through: without cookies there is nothing to forge.
 * Source: OWASP, Cross-Site Request Forgery Prevention, "Fetch Metadata" and "Verifying Origin".
 */
export function isForeign(request: Request): boolean {
  if (SAFE.has(request.method) || !request.headers.has("cookie")) return false;
  if (request.headers.get("sec-fetch-site") === "cross-site") return true;
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host");
}

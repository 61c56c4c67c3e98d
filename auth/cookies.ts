import { createHmac, timingSafeEqual } from "node:crypto";
import { SESSION_LIFETIME } from "@/db/retention";
import { secret as storedSecret } from "@/db/secret";
import { env, isSecure, origin } from "@/env";

/**
 * Before every cookie's name. Over TLS no other host and no plain connection can set a `__Host-` cookie. Without, a cookie knows no
 * ports, so the name does: one Tandem does not sign another on the same host out.
 * Source: RFC 6265bis, 4.1.3.2.
 */
export const COOKIE_PREFIX = isSecure ? "__Host-tandem" : `tandem-${new URL(origin).port || 80}`;
export const COOKIE_ATTRIBUTES = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;

export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
/** As it was called before names had ports and `__Host-`. */
const FORMER = isSecure ? "__Secure-tandem.session_token" : "tandem.session_token";
/** Of several processes with one secret, each at its own port, as behind a load balancer. */
const sibling = isSecure ? undefined : /^tandem-\d+\.session_token$/;

type Cookie = { name: string; value: string };

/** Made or read at the first use: a build evaluates this module too, and must leave no secret behind. */
let kept: string | undefined;
export const secret = (): string => {
  kept ??= env.BETTER_AUTH_SECRET ?? storedSecret(env.DATA_DIR);
  return kept;
};

/** The session token in a cookie's value, when its signature is ours. Better Auth signs so. */
function tokenIn(value: string): string | undefined {
  const dot = value.lastIndexOf(".");
  const token = value.slice(0, Math.max(dot, 0));
  const signature = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret()).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : undefined;
}

/** The cookie that says who is signed in, by whatever name of ours it came, if its signature is ours. */
export function sessionCookie(cookies: Cookie[]): (Cookie & { token: string }) | undefined {
  const rank = ({ name }: Cookie) => [SESSION_COOKIE, FORMER].indexOf(name);
  const named = cookies.filter((cookie) => rank(cookie) >= 0 || sibling?.test(cookie.name));
  for (const cookie of named.sort((a, b) => (rank(a) >>> 0) - (rank(b) >>> 0))) {
    const token = tokenIn(cookie.value);
    if (token) return { ...cookie, token };
  }
}

/** The same request headers with the session's cookie under its present name, the one that Better Auth reads. */
export function withSessionCookie(headers: Headers): Headers {
  const pairs = (headers.get("cookie") ?? "").split(/; */).map((pair) => {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/.exec(pair) ?? [];
    return { name, value };
  });
  const found = sessionCookie(pairs.map(({ name, value }) => ({ name, value: decoded(value) })));
  if (!found || found.name === SESSION_COOKIE) return headers;
  const renamed = pairs.map(({ name, value }) => `${name === found.name ? SESSION_COOKIE : name}=${value}`);
  const copy = new Headers(headers);
  copy.set("cookie", renamed.join("; "));
  return copy;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What a response sets so that a session which came under its former name goes on under the present one, and under that alone. */
export function moved(cookies: Cookie[]): Array<[name: string, value: string, attributes: object]> {
  if (!cookies.some(({ name, value }) => name === FORMER && tokenIn(value))) return [];
  const found = sessionCookie(cookies);
  const gone = [FORMER, "", { ...COOKIE_ATTRIBUTES, maxAge: 0 }] as const;
  if (found?.name !== FORMER) return [[...gone]];
  return [[SESSION_COOKIE, found.value, { ...COOKIE_ATTRIBUTES, maxAge: SESSION_LIFETIME }], [...gone]];
}

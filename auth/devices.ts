import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** How many accounts one browser is known to; the cookie stays under 400 bytes. */
export const MOST = 4;

/** As long as a browser keeps a cookie. In seconds. */
export const LIFETIME = 400 * 24 * 60 * 60;

/** The account that a browser wants to be known to. With another password stored, the browsers of before are strangers. */
type Account = { key: string; password: string };

const sign = (nonce: string, { key, password }: Account, secret: string) =>
  createHmac("sha256", secret).update(`device ${nonce} ${key} ${password}`).digest("base64url");

function fits(entry: string, account: Account, secret: string): boolean {
  const [nonce = "", signature = ""] = entry.split(".");
  const expected = Buffer.from(sign(nonce, account, secret));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const entriesOf = (cookie: string) => (cookie ? cookie.split("~").slice(0, MOST) : []);

/**
 * Device cookies: who has signed in to an account with a browser is not a stranger to it, and is not counted among those who guess at it.
 * @returns the name of the device, or undefined when the account does not know it.
 * Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".
 */
export function find(cookie: string, account: Account, secret: string): string | undefined {
  return entriesOf(cookie)
    .find((entry) => fits(entry, account, secret))
    ?.split(".")[0];
}

/** The cookie of a browser that has just signed in to an account: the latest first, what it was named before kept. */
export function remember(cookie: string, account: Account, secret: string): string {
  const before = entriesOf(cookie);
  const nonce = find(cookie, account, secret) ?? randomBytes(16).toString("base64url");
  const entry = `${nonce}.${sign(nonce, account, secret)}`;
  return [entry, ...before.filter((other) => other !== entry)].slice(0, MOST).join("~");
}

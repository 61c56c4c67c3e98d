import { createHash } from "node:crypto";

/** What every page's policy has in common: all that it loads is ours, and nobody frames it. */
const SAME_ORIGIN =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * The headers of every answer: pages, API, files, redirects and errors. `proxy.ts` replaces the policy by the page's own.
 * @param secure whether people reach us over TLS: only then may a browser be told to insist on it.
 * Source: OWASP Secure Headers Project; OWASP HTTP Headers Cheat Sheet.
 */
export const securityHeaders = (secure: boolean): Record<string, string> => ({
  "Content-Security-Policy": SAME_ORIGIN,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  ...(secure && { "Strict-Transport-Security": "max-age=31536000" }),
});

/** Inline code as a policy names it. */
export const sourceOf = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

/** Of the inputs that Base UI (1.9) hides beside its own controls, without a name (`visuallyHidden`) and with one (`visuallyHiddenInput`). */
const HIDDEN_INPUTS = ["margin:0;position:fixed;top:0;left:0", "margin:-1px;position:absolute"].map(
  (rest) => `clip-path:inset(50%);overflow:hidden;white-space:nowrap;border:0;padding:0;width:1px;height:1px;${rest}`,
);

/** The style attributes of our pages: what a script sets as an element's style is no inline style, and needs no more. */
const STYLES = ["'unsafe-hashes'", ...HIDDEN_INPUTS.map(sourceOf)];

/** What may stand in a page: sources of scripts and styles, as a policy names them. */
type Sources = { scripts: string[]; styles?: string[] };

/** A page's Content-Security-Policy. */
export const pagePolicy = ({ scripts, styles = STYLES }: Sources): string =>
  [
    `script-src ${["'self'", ...scripts].join(" ")}`,
    `style-src ${["'self'", ...styles].join(" ")}`,
    "img-src 'self' data:",
    SAME_ORIGIN,
  ].join("; ");

/** While developing: React rebuilds the server's stacks by eval, and Next's tools write scripts and styles of their own into the page. */
export const developmentPolicy = pagePolicy({
  scripts: ["'unsafe-inline'", "'unsafe-eval'"],
  styles: ["'unsafe-inline'"],
});

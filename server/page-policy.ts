import { beforePaint } from "../components/chat/before-paint.ts";
import { env } from "../env.ts";
import { developmentPolicy, pagePolicy, sourceOf } from "./headers.ts";
import { type InlineScripts, noted } from "./inline-scripts.ts";

const BEFORE_PAINT = sourceOf(beforePaint);

let known: InlineScripts | undefined;

/**
 * The Content-Security-Policy of a page: nothing inline runs but what carries this response's nonce, and the scripts of our own that
 * were rendered before there was one.
 */
export function policyOf(pathname: string, nonce: string): string {
  if (env.NODE_ENV !== "production") return developmentPolicy;
  known ??= noted();
  if (!known) return pagePolicy({ scripts: ["'unsafe-inline'"] }); // a nonce would rule it out
  return pagePolicy({ scripts: [`'nonce-${nonce}'`, BEFORE_PAINT, ...scriptsOf(pathname, known)] });
}

/** By its address, or by that of all pages of its kind; what is neither is not found. */
function scriptsOf(pathname: string, known: InlineScripts): string[] {
  const kind = pathname.replace(/[^/]+$/, "[id]");
  return known[pathname] ?? known[kind] ?? known["/_not-found"] ?? [];
}

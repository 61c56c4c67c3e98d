import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceOf } from "./headers.ts";
import { INLINE_SCRIPTS } from "./inline-scripts.ts";

/** The second half of `npm run build`: notes the scripts of what was rendered beforehand, for no nonce can be in them. */
const PAGES = ".next/server/app";
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const pages = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
const scripts = pages.map((path) => {
  const page = `/${path.replaceAll("\\", "/").replace(/(^index)?\.html$/, "")}`;
  const found = readFileSync(join(PAGES, path), "utf8").matchAll(INLINE);
  return [page, [...new Set([...found].map(([, script = ""]) => sourceOf(script)))]];
});
writeFileSync(INLINE_SCRIPTS, JSON.stringify(Object.fromEntries(scripts)));

import { readFileSync } from "node:fs";

/** By page, as the build calls it (`/tags/[id]`): the sources of the inline scripts in what was rendered beforehand. */
export type InlineScripts = Record<string, string[]>;

/** Within the build that it belongs to, and removed with that by the next one. */
export const INLINE_SCRIPTS = ".next/inline-scripts.json";

/** @returns undefined where they were not noted: in development, and on a platform that builds its own way. */
export function noted(): InlineScripts | undefined {
  try {
    return JSON.parse(readFileSync(/* turbopackIgnore: true */ INLINE_SCRIPTS, "utf8"));
  } catch {
    return undefined;
  }
}

import type { Route } from "next";

const NOWHERE = "http://nowhere.invalid";

/** The path that `next` names within this site, or Today: an address may come from anybody, and must not lead anywhere else. */
export function localPath(next: unknown): Route {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, NOWHERE)) return "/today";
  const { origin, pathname, search, hash } = new URL(next, NOWHERE);
  return origin === NOWHERE && pathname !== "/" ? (`${pathname}${search}${hash}` as Route) : "/today";
}

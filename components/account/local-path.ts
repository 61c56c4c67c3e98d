import type { Route } from "next";

/** The pages that need a user, by the first part of their paths. */
export const SIGNED_IN = [
  "today",
  "upcoming",
  "no-date",
  "tasks",
  "tags",
  "search",
  "conversations",
  "completed",
  "trash",
  "chat",
  "settings",
];

/** One of them, or one thing of its kind; nothing that a browser, a proxy or a router would read another way than we do. */
const OURS = new RegExp(`^/(${SIGNED_IN.join("|")})(/[\\w-]{1,100})?$`);
const NOWHERE = "http://nowhere.invalid";

/** The page of ours that `next` names, or Today: an address may come from anyone, and must not lead anywhere else. */
export function localPath(next: unknown): Route {
  if (typeof next !== "string" || !OURS.test(next.split(/[?#]/, 1)[0] ?? "")) return "/today";
  const { pathname, search, hash } = new URL(next, NOWHERE);
  return `${pathname}${search}${hash}` as Route;
}

/** Where the page at `address` leads afterwards; that is the page which a form was sent from, as its Referer says. */
export function pathAfter(address: string | null): Route {
  return localPath(address && URL.canParse(address) ? new URL(address).searchParams.get("next") : undefined);
}

"use client";

import { useSyncExternalStore } from "react";
import * as drafts from "@/components/shell/drafts";

/**
 * Whose page this is, and how it ends. Everything that this browser keeps of a user is known here: the tab's own memory goes with the
 * document, so leaving is always a real load; drafts, and what `keep` keeps, are emptied by name.
 */

/** In localStorage: who is signed in in this browser. Written anew whenever someone comes, so that every tab hears of it. */
const MARK = "tandem user";
/** In sessionStorage: the guest whose things are moved into the account that this tab signs in to. */
const GUEST = "tandem guest";
/** In sessionStorage: what the next document has to tell. */
const NOTE = "tandem note";

let owner: string | undefined;
let hasBegun = false;
let isMarked = false;
let hasEnded = false;
let isGoing = false;
let place: string | undefined;
let waiting: Array<() => void> = [];
/** What `keep` keeps, where the browser keeps nothing. */
const memory = new Map<string, string | undefined>();
const listeners = new Set<() => void>();

/** Notes whose things a page shows. @returns false where this tab was another user's: it is being loaded anew, and must show nothing. */
export function enter(userId: string): boolean {
  if (typeof window === "undefined") return true; // one module serves all users there
  owner ??= userId;
  if (owner !== userId) startOver();
  return owner === userId;
}

/** Who sees this page. */
export function userId(): string | undefined {
  return owner;
}

/** Takes this browser over for the user who has entered, and hears from now on when it becomes another's, in whatever tab. */
export function begin(): void {
  if (hasBegun || !owner) return;
  hasBegun = true;
  void drafts.open(owner, take(GUEST));
  dropKept((user) => user !== owner);
  mark();
  addEventListener("storage", ({ key, newValue }) => (key === MARK || key === null) && heard(newValue));
  // A page that comes back out of the browser's memory shows nothing before it is known whose it is.
  addEventListener("pagehide", ({ persisted }) => hide(persisted));
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  document.addEventListener("visibilitychange", () => !document.hidden && look());
}

/** What the document before this one has left to tell. */
export function told(): string | undefined {
  return take(NOTE);
}

/** The session has ended, as an answer of the server's says: the page says so too. */
export function ended(): void {
  setEnded(true);
}

/** Waits until the same user is signed in again, in this tab or another. */
export function again(): Promise<void> {
  ended();
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

/** Someone has signed in here. What waited is sent if it is the same user, and dropped, which is said, if it is another. */
export function resume(userId: string): void {
  if (userId !== owner) replaced();
  if (userId !== owner || !hasEnded) return;
  mark();
  setEnded(false);
  const all = waiting;
  waiting = [];
  for (const goOn of all) goOn();
}

/** The session is another user's by now. */
export function replaced(): void {
  if (waiting.length > 0)
    attempt(() => sessionStorage.setItem(NOTE, "Your last change wasn’t saved because someone else is signed in now."));
  startOver("/today");
}

/** Ends the session by `act`, where it is not over already, then empties the browser of everything of the user's, in every tab. */
export async function leave(act: () => Promise<boolean>): Promise<boolean> {
  if (!(await act())) return false;
  isGoing = true;
  hide(true);
  // First, so that no other tab stores anything any more.
  attempt(() => localStorage.removeItem(MARK));
  drafts.close();
  await drafts.clear();
  dropKept(() => true);
  take(GUEST);
  window.location.replace("/");
  return true;
}

/** Notes a guest whose things come along into the account that is being signed in to. */
export function bring(guest: string): void {
  attempt(() => sessionStorage.setItem(GUEST, guest));
}

/** Notes where in the app one is, to come back to after signing in again. */
export function note(path: string): void {
  place = path;
}

/**
 * A page for visitors is shown by a document that has shown someone's things: it is loaded anew, and the way back to
 * where they were is in its address.
 */
export function outside(): void {
  if (!owner || isGoing) return;
  isGoing = true;
  const url = new URL(window.location.href);
  if (url.pathname === "/sign-in" && !url.searchParams.has("next") && place) url.searchParams.set("next", place);
  window.location.replace(url);
}

/** Whether the document is being left on purpose, and need not ask. */
export function isLeaving(): boolean {
  return isGoing;
}

/** Whether the session has ended while the page is still here. */
export function useEnded(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => hasEnded,
    () => false,
  );
}

/** Something small of the user's that outlives the document, such as which conversation was open. */
export function keep(name: string, value: string | undefined): void {
  memory.set(name, value);
  const key = keyOf(name);
  attempt(() => (value === undefined ? localStorage.removeItem(key) : localStorage.setItem(key, value)));
}

export function kept(name: string): string | undefined {
  if (!memory.has(name)) memory.set(name, attempt(() => localStorage.getItem(keyOf(name))) ?? undefined);
  return memory.get(name);
}

const keyOf = (name: string) => `tandem ${name} ${owner}`;

function dropKept(isDropped: (user: string) => boolean) {
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      const [, user] = /^tandem .+ ([0-9a-f-]{36})$/.exec(key) ?? [];
      if (user && isDropped(user)) localStorage.removeItem(key);
    }
  });
}

/** Someone came, or left, in another tab. */
function heard(mark: string | null) {
  const user = mark?.split(" ")[0];
  if (user === owner) resume(user ?? "");
  else if (user) replaced();
  else startOver();
}

function mark() {
  const value = `${owner} ${Date.now()}`;
  isMarked = attempt(() => localStorage.setItem(MARK, value) ?? true) ?? false;
}

function look() {
  const found = isMarked ? attempt(() => localStorage.getItem(MARK)) : undefined;
  if (found === undefined || found?.startsWith(`${owner} `)) hide(false);
  else heard(found);
}

/** Loads a document anew, which is the one way to empty the memory of a tab. */
function startOver(path?: string) {
  if (isGoing) return;
  isGoing = true;
  hide(true);
  drafts.close();
  if (path) window.location.replace(path);
  else window.location.reload();
}

function hide(isHidden: boolean) {
  document.body.hidden = isHidden;
}

function setEnded(value: boolean) {
  hasEnded = value;
  for (const listener of listeners) listener();
}

function take(key: string): string | undefined {
  return attempt(() => {
    const value = sessionStorage.getItem(key) ?? undefined;
    sessionStorage.removeItem(key);
    return value;
  });
}

/** Storage can be forbidden, or full. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

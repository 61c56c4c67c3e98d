"use client";

import { type Draft, type Kept, lineField } from "@/components/shell/draft";
import * as storage from "@/components/shell/draft-storage";
import * as tabs from "@/components/shell/draft-tabs";
import { newId } from "@/components/shell/new-id";
import * as notices from "@/components/ui/notices";

export { type Draft, type Kept, lineField };

const PAUSE = 300;
export const DAYS = 30 * 24 * 60 * 60 * 1000;
const MOST = 200;

let kept: ReadonlyMap<string, Kept> = new Map();
let user: string | undefined;
let hasSaid = false;
let isReading = false;
const timers = new Map<string, ReturnType<typeof setTimeout> | undefined>();
const listeners = new Set<() => void>();

/**
 * From now on drafts are this user's: those of before come back, those of anyone else go for good.
 * @param guest whose drafts come along, because what they had was moved into this account.
 */
export async function open(userId: string, guest?: string): Promise<void> {
  if (user === userId) return;
  user = userId;
  isReading = true;
  listen();
  await Promise.all([userId, guest].map((one) => one && storage.settle(one).catch(() => {})));
  const stored = await storage.all().catch(() => []);
  const fresh = stored
    .filter((one) => (one.user === userId || one.user === guest) && Date.now() - one.at < DAYS)
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST);
  for (const one of stored) if (one.user !== userId || !fresh.includes(one)) void storage.remove(one).catch(() => {});
  const found = new Map(kept);
  for (const { user: owner, field, draft, at } of fresh) {
    // What is being typed already, or is newer, keeps the field. Other words that were found in it go beside it, and are stored there.
    const there = found.get(field);
    const isFree = !there || there.draft.text === draft.text;
    const place = isFree ? field : lineField(field, newId());
    if (isFree) tabs.share(field, draft.text);
    if (place !== field || !there) found.set(place, { draft, at, isFound: true });
    if (place !== field || owner !== userId) timers.set(place, undefined);
  }
  change(found);
  isReading = false;
  flush();
}

export function read(field: string): Draft | undefined {
  return kept.get(field)?.draft;
}

/** All that is kept, by field; another map after each change. */
export function all(): ReadonlyMap<string, Kept> {
  return kept;
}

/** Keeps what a field has now, or nothing of it any more. It is stored at the next pause. */
export function write(field: string, draft: Draft | undefined, isFound = false): void {
  if (!draft && !kept.has(field)) return;
  replace(field, draft && { draft, at: Date.now(), isFound });
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(store, PAUSE, field));
}

/**
 * What is kept under fields that begin so belongs to others from now on, such as those of a new task that has got its id. Words that
 * such a field has already stay in it, and these go beside them.
 * @param isOnlyTyped leaves alone what was found there, which another tab may be writing.
 */
export function rename(beginning: string, to: string, isOnlyTyped = false): void {
  for (const [field, { draft, isFound }] of kept) {
    if (!field.startsWith(beginning) || (isOnlyTyped && isFound)) continue;
    const next = to + field.slice(beginning.length);
    write(kept.has(next) ? lineField(next, newId()) : next, draft);
    write(field, undefined);
  }
}

/**
 * Puts words that stand beside a field into it, marked as found, and those that it has beside it. Other tabs keep what they show.
 * @param about what else the draft of the field says from now on.
 */
export function exchange(field: string, beside: string, about: object = {}): void {
  const mine = read(field);
  const other = read(beside);
  // The same words may stand there several times: each tab has put aside what it did not show.
  for (const [name, { draft }] of kept)
    if (name === beside || (name.startsWith(lineField(field, "")) && draft.text === other?.text))
      write(name, undefined);
  if (mine) write(lineField(field, newId()), mine);
  tabs.part(field);
  write(field, other && { ...other, ...about }, true);
}

/** The field has been saved with this text: lets go of drafts that say so, in it or beside it. One that is another by now stays. */
export function saved(field: string, text: string): void {
  for (const [name, { draft }] of kept)
    if ((name === field || name.startsWith(lineField(field, ""))) && draft.text === text) write(name, undefined);
}

/** What is unsaved just now in every tab, each text once: the others’ lines that are on their way are only in the storage. */
export async function list(): Promise<Array<{ field: string; text: string }>> {
  flush();
  const stored = await storage.all().catch(() => []);
  const found = new Map(stored.filter((one) => one.user === user).map(({ field, draft }) => [field, draft.text]));
  for (const [field, { draft }] of kept) found.set(tabs.placeOf(field), draft.text);
  return [...new Map([...found].map(([field, text]) => [text, { field, text }])).values()];
}

/** Words found for a field since it was drawn with `seen` were never on screen. They go beside what is written there now. */
export function keepUnseen(field: string, seen: Kept | undefined, next: Draft | undefined): void {
  const there = kept.get(field);
  if (!there?.isFound || there === seen || there.draft.text === next?.text) return;
  tabs.part(field);
  write(lineField(field, newId()), there.draft);
}

/** Forgets everything, in every tab. */
export async function clear(): Promise<void> {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  change(new Map());
  await storage.clear().catch(() => {});
}

/** Stores nothing any more: the page is another user's, or nobody's. */
export function close(): void {
  user = undefined;
}

/** Stores at once what waits for its pause. */
export function flush(): void {
  for (const field of [...timers.keys()]) store(field);
}

function store(field: string) {
  if (!user || isReading) return; // `open` does it, once what was there is read
  clearTimeout(timers.get(field));
  timers.delete(field);
  const now = kept.get(field);
  const place = tabs.placeOf(field);
  const key = { user, field: place };
  const stored = now ? storage.put({ ...key, draft: now.draft, at: now.at }) : storage.remove(key);
  stored.catch(() => now && sayOnce());
  if (place === field) tabs.tell(user, field, now);
}

function leave() {
  flush();
  try {
    if (user) storage.leave(user);
  } catch {} // storage can be forbidden, or full
}

function sayOnce() {
  if (hasSaid) return;
  hasSaid = true;
  notices.warn("Your browser can’t keep drafts for Tandem. Save what you write before you close this tab.");
}

function listen() {
  addEventListener("pagehide", leave);
  addEventListener("blur", flush);
  // Tabs that stay store what one that goes has left, and a page that comes back does so for itself.
  for (const event of ["storage", "pageshow"])
    addEventListener(event, () => user && void storage.settle(user).catch(() => {}));
  document.addEventListener("visibilitychange", () => document.hidden && flush());
  tabs.connect({
    user: () => user,
    read: (field) => kept.get(field),
    replace,
    store,
    unstore: (place) => user && void storage.remove({ user, field: place }).catch(() => {}),
  });
}

function replace(field: string, next: Kept | undefined) {
  const all = new Map(kept);
  if (next) all.set(field, next);
  else all.delete(field);
  change(all);
}

function change(next: ReadonlyMap<string, Kept>) {
  kept = next;
  for (const listener of listeners) listener();
}

/** Hears of every change. @returns how to hear no more. */
export function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

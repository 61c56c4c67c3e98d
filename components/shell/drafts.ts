"use client";

import { useState, useSyncExternalStore } from "react";
import * as storage from "@/components/shell/draft-storage";
import { newId } from "@/components/shell/new-id";
import * as notices from "@/components/ui/notices";

/** Words that were typed and are not saved yet. */
export type Draft = { text: string };

/** `isFound`: not typed on this page, but before a reload or in another tab. */
type Kept = { draft: Draft; at: number; isFound: boolean };

const PAUSE = 300;
export const DAYS = 30 * 24 * 60 * 60 * 1000;
const MOST = 200;

let kept: ReadonlyMap<string, Kept> = new Map();
let user: string | undefined;
let channel: BroadcastChannel | undefined;
let hasSaid = false;
let isReading = false;
const timers = new Map<string, ReturnType<typeof setTimeout> | undefined>();
const listeners = new Set<() => void>();

/** What is said between tabs about one field. `was` are the words that these grew out of. */
type News = { user: string; field: string; draft: Draft | null; at: number; was: string | undefined };

/** What this tab had in common with the others last, by field. */
const shared = new Map<string, string | undefined>();
/**
 * Under what name this tab stores a field in which another tab has different words: beside it, as a line that was sent. Under
 * the field's own name it would write over theirs.
 */
const asides = new Map<string, string>();

/** A line that was sent stands beside the field that it was written in, until the server has it. */
export const lineField = (field: string, turnId: string) => `${field}#${turnId}`;
const isLine = (field: string) => field.includes("#");

/**
 * From now on drafts are this user's: those of before come back, those of anyone else go for good.
 * @param guest whose drafts come along, because what they had was moved into this account.
 */
export async function open(userId: string, guest?: string): Promise<void> {
  if (user === userId) return;
  user = userId;
  isReading = true;
  listenToTabs();
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
    if (isFree) shared.set(field, draft.text);
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

/** Keeps what a field has now, or nothing of it any more. It is stored at the next pause. */
export function write(field: string, draft: Draft | undefined, isFound = false): void {
  if (!draft && !kept.has(field)) return;
  const next = new Map(kept);
  if (draft) next.set(field, { draft, at: Date.now(), isFound });
  else next.delete(field);
  change(next);
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
  write(beside, undefined);
  if (mine) write(lineField(field, newId()), mine);
  shared.delete(field);
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
  for (const [field, { draft }] of kept) found.set(asides.get(field) ?? field, draft.text);
  return [...new Map([...found].map(([field, text]) => [text, { field, text }])).values()];
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

/** What a field has that is not saved, how to write it, and whether it was found there: it was not typed since the field is here. */
export function useDraft<D extends Draft>(field: string) {
  const now = useSyncExternalStore(
    subscribe,
    () => kept.get(field),
    () => undefined,
  );
  const [first] = useState(now);
  function put(draft: D | undefined, isFound = false) {
    keepUnseen(field, now, draft);
    write(field, draft, isFound);
  }
  return [now?.draft as D | undefined, put, now !== undefined && (now.isFound || now === first)] as const;
}

/** Words found for a field since its last render were never on screen. They go beside what is written there now. */
function keepUnseen(field: string, seen: Kept | undefined, next: Draft | undefined) {
  const there = kept.get(field);
  if (!there?.isFound || there === seen || there.draft.text === next?.text) return;
  shared.delete(field);
  write(lineField(field, newId()), there.draft);
}

/** The same for a field that has nothing but its words: empty, it keeps nothing. */
export function useText(field: string) {
  const [draft, put, isFound] = useDraft(field);
  const write = (text: string, isFound = false) => put(text ? { text } : undefined, isFound);
  return [draft?.text ?? "", write, isFound] as const;
}

/** The drafts whose field begins so, oldest first. */
export function useDrafts<D extends Draft>(beginning: string): Array<{ field: string; draft: D; isFound: boolean }> {
  const matching = () => [...kept].filter(([field]) => field.startsWith(beginning)).sort(([, a], [, b]) => a.at - b.at);
  // A text, so that it is the same as long as they are; empty while the page takes over what the server drew.
  const now = useSyncExternalStore(
    subscribe,
    () =>
      matching()
        .map(([field, { at }]) => `${field} ${at}`)
        .join(),
    () => "",
  );
  if (!now) return [];
  return matching().map(([field, { draft, isFound }]) => ({ field, draft: draft as D, isFound }));
}

function store(field: string) {
  if (!user || isReading) return; // `open` does it, once what was there is read
  clearTimeout(timers.get(field));
  timers.delete(field);
  const now = kept.get(field);
  const aside = asides.get(field);
  const key = { user, field: aside ?? field };
  const stored = now ? storage.put({ ...key, draft: now.draft, at: now.at }) : storage.remove(key);
  stored.catch(() => now && sayOnce());
  if (aside) return;
  // Another tab shows a line that is on its way no earlier than it is opened: by then it is there, or was not sent.
  if (!now || !isLine(field))
    tell({ user, field, draft: now?.draft ?? null, at: now?.at ?? Date.now(), was: shared.get(field) });
  shared.set(field, now?.draft.text);
}

function tell(news: News) {
  channel?.postMessage(news);
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

function listenToTabs() {
  addEventListener("pagehide", leave);
  addEventListener("blur", flush);
  // Tabs that stay store what one that goes has left, and a page that comes back does so for itself.
  for (const event of ["storage", "pageshow"])
    addEventListener(event, () => user && void storage.settle(user).catch(() => {}));
  document.addEventListener("visibilitychange", () => document.hidden && flush());
  channel = new BroadcastChannel("tandem drafts");
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.user !== user) return;
    const own = isOwn(data);
    if (own && data.draft) return isLater(data) ? setAside(data.field) : store(data.field);
    rejoin(data.field);
    shared.set(data.field, data.draft?.text);
    if (own) return store(data.field); // which the other one has left
    const next = new Map(kept);
    if (data.draft) next.set(data.field, { draft: data.draft, at: Date.now(), isFound: true });
    else next.delete(data.field);
    change(next);
  };
}

/** Whether a field has words of this tab, typed or under its caret, that those of the other did not grow out of. */
function isOwn({ field, draft, was }: News) {
  const mine = kept.get(field);
  if (!mine || mine.draft.text === was || mine.draft.text === draft?.text) return false;
  return !mine.isFound || focusedText() === mine.draft.text;
}

function focusedText() {
  const { activeElement } = document;
  return activeElement && "value" in activeElement ? activeElement.value : undefined;
}

/** Of words that two tabs stored at the same moment, both know by this which are the field’s: those that were typed last. */
function isLater({ field, draft, at }: News) {
  const mine = kept.get(field);
  return !mine || at > mine.at || (at === mine.at && (draft?.text ?? "") > mine.draft.text);
}

function setAside(field: string) {
  if (!asides.has(field)) asides.set(field, lineField(field, newId()));
  store(field);
}

/** Stores nothing beside a field any more: it shows what the other tab has there, or the other one has left it. */
function rejoin(field: string) {
  const aside = asides.get(field);
  if (!aside || !user) return;
  asides.delete(field);
  void storage.remove({ user, field: aside }).catch(() => {});
}

function change(next: ReadonlyMap<string, Kept>) {
  kept = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

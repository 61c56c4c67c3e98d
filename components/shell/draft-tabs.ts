"use client";

import { type Draft, isLine, type Kept, lineField } from "@/components/shell/draft";
import { newId } from "@/components/shell/new-id";

/** What is said between tabs about one field. `was` are the words that these grew out of. */
type News = { user: string; field: string; draft: Draft | null; at: number; was: string | undefined };

/** The drafts of this tab, and what becomes of them when another tab says something. */
type Own = {
  user: () => string | undefined;
  read: (field: string) => Kept | undefined;
  replace: (field: string, kept: Kept | undefined) => void;
  store: (field: string) => void;
  /** Removes what is stored under this name. */
  unstore: (place: string) => void;
};

let channel: BroadcastChannel | undefined;

/** What this tab had in common with the others last, by field. */
const shared = new Map<string, string | undefined>();
/**
 * Under what name this tab stores a field in which another tab has different words: beside it, as a line that was sent. Under
 * the field's own name it would write over theirs.
 */
const asides = new Map<string, string>();

/** Hears from now on what other tabs write. */
export function connect(own: Own): void {
  channel = new BroadcastChannel("tandem drafts");
  channel.onmessage = ({ data }: MessageEvent<News>) => data.user === own.user() && hear(data, own);
}

/** Says what a field has by now, which is stored under its own name. */
export function tell(user: string, field: string, kept: Kept | undefined): void {
  const { draft = null, at = Date.now() } = kept ?? {};
  const news: News = { user, field, draft, at, was: shared.get(field) };
  // Another tab shows a line that is on its way no earlier than it is opened: by then it is there, or was not sent.
  if (!draft || !isLine(field)) channel?.postMessage(news);
  shared.set(field, draft?.text);
}

/** What is stored of the field is known to every tab. */
export function share(field: string, text: string): void {
  shared.set(field, text);
}

/** What the field has next grew out of nothing that another tab shows. */
export function part(field: string): void {
  shared.delete(field);
}

/** Under which name the field is stored. */
export function placeOf(field: string): string {
  return asides.get(field) ?? field;
}

function hear(news: News, own: Own) {
  const { field, draft } = news;
  const mine = own.read(field);
  const isOwn = mine && isOther(mine, news);
  if (isOwn && draft) {
    if (isLater(news, mine) && !asides.has(field)) asides.set(field, lineField(field, newId()));
    return own.store(field);
  }
  rejoin(field, own);
  shared.set(field, draft?.text);
  if (isOwn) return own.store(field); // which the other one has left
  own.replace(field, draft ? { draft, at: Date.now(), isFound: true } : undefined);
}

/** Whether these are words of this tab, typed or under its caret, that those of the other did not grow out of. */
function isOther(mine: Kept, { draft, was }: News) {
  const { text } = mine.draft;
  return text !== was && text !== draft?.text && (!mine.isFound || text === focusedText());
}

function focusedText() {
  const { activeElement } = document;
  return activeElement && "value" in activeElement ? activeElement.value : undefined;
}

/** Of words that two tabs stored at the same moment, both know by this which are the field’s: those that were typed last. */
function isLater({ draft, at }: News, mine: Kept) {
  return at > mine.at || (at === mine.at && (draft?.text ?? "") > mine.draft.text);
}

/** Stores nothing beside a field any more: it shows what the other tab has there, or the other one has left it. */
function rejoin(field: string, own: Own) {
  const aside = asides.get(field);
  asides.delete(field);
  if (aside) own.unstore(aside);
}

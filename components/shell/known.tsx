"use client";

import { createContext, type ReactNode, use } from "react";
import * as session from "@/components/shell/session";
import type { User } from "@/db/sessions";
import type { Tag } from "@/db/tags";
import type { Context } from "@/language/calendar";

export type KnownThings = {
  /** Whose things these are. */
  user: { id: string; isGuest: boolean };
  /** The user's zone, week and locale, and the server's "now", so that both sides render the same words. */
  clock: Context;
  tags: Tag[];
  preferences: User["preferences"];
  /** How many days the trash keeps things. */
  trashDays: number;
};

const Things = createContext<KnownThings | Promise<KnownThings> | undefined>(undefined);

type Props = { things: KnownThings | Promise<KnownThings>; children: ReactNode };

/**
 * Tells what lies inside it whose clock and tags it works with. A promise lets the frame stand before the session is known; a
 * page gives its own things once more, as fresh as its rows.
 */
export function Known({ things, children }: Props) {
  return <Things value={things}>{children}</Things>;
}

/** Suspends while the session is being asked, and for good where the tab was another user's. @throws Error outside of `<Known>`, which is a mistake of ours. */
export function useKnown(): KnownThings {
  const things = use(Things);
  if (!things) throw new Error("useKnown needs <Known> around it.");
  const known = "then" in things ? use(things) : things;
  if (!session.enter(known.user.id)) use(never);
  if (typeof window !== "undefined") latest = known;
  return known;
}

let latest: KnownThings | undefined;

/** The same outside of rendering; undefined until something was rendered with it. */
export function known(): KnownThings | undefined {
  return latest;
}

const never = new Promise<void>(() => {});

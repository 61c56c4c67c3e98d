"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Tag } from "@/db/tags";
import type { Context } from "@/language/calendar";

export type KnownThings = {
  /** The user's zone, week and locale, and the server's "now", so that both sides render the same words. */
  clock: Context;
  tags: Tag[];
};

const Things = createContext<KnownThings | undefined>(undefined);

/** Tells what lies inside it whose clock and tags it works with. */
export function Known({ clock, tags, children }: KnownThings & { children: ReactNode }) {
  return <Things value={{ clock, tags }}>{children}</Things>;
}

/** @throws Error outside of `<Known>`, which is a mistake of ours. */
export function useKnown(): KnownThings {
  const things = useContext(Things);
  if (!things) throw new Error("useKnown needs <Known> around it.");
  return things;
}

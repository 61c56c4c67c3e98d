"use client";

import { useEffect } from "react";

type Handle = { open: (triggerId: string | null) => void; isOpen: boolean };

const wanted = new WeakSet<Handle>();

/** Opens a dialog or a sheet from elsewhere, also one that is not on the page yet: Base UI ignores a handle until its root is there. */
export function openNowOrOnMount(handle: Handle): void {
  handle.open(null);
  if (!handle.isOpen) wanted.add(handle);
}

/** For the root of a handle: opens what was asked for before it was there. */
export function useOpenOnMount(handle: Handle | undefined): void {
  useEffect(() => {
    if (handle && wanted.delete(handle)) handle.open(null);
  }, [handle]);
}

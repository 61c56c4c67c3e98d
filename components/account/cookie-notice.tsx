"use client";

import { useSyncExternalStore } from "react";

/** Says that nobody can stay signed in here. @param isRefused the browser was given the cookie, and came back without it. */
export function CookieNotice({ isRefused = false }: { isRefused?: boolean }) {
  const isBlocked = useSyncExternalStore(
    unchanging,
    () => !navigator.cookieEnabled,
    () => false,
  );
  if (!isRefused && !isBlocked) return null;
  return (
    <p role="alert" className="rounded border border-late px-3 py-2 text-base text-late">
      Your browser is blocking cookies. Tandem needs one to keep you signed in: allow cookies for this site in your
      browser’s settings, then try again.
    </p>
  );
}

const unchanging = () => () => {};

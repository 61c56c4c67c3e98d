"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Sends along where the browser is and how it writes dates; empty until it runs, which counts as not known. */
export function BrowserPlace() {
  const timeZone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  const locale = useSyncExternalStore(
    never,
    () => navigator.language,
    () => "",
  );
  return (
    <>
      <input type="hidden" name="timeZone" value={timeZone} />
      <input type="hidden" name="locale" value={locale} />
    </>
  );
}

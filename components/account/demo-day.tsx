"use client";

import { useSyncExternalStore } from "react";

/**
 * A day counted from today, "Mon 30 Nov". The page is the same for every visitor and is built once: only the browser knows which day
 * it is. Until then an average day keeps its place.
 */
export function DemoDay({ in: days }: { in: number }) {
  const text = useSyncExternalStore(
    unchanging,
    () => dayFromNow(days),
    () => undefined,
  );
  return <span className={text ? "" : "invisible"}>{text ?? "Wed 30 Nov"}</span>;
}

const unchanging = () => () => {};

/** In the words of the app's own lists. */
function dayFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const part = (style: Intl.DateTimeFormatOptions) => day.toLocaleDateString("en-US", style);
  return `${part({ weekday: "short" })} ${day.getDate()} ${part({ month: "short" })}`;
}

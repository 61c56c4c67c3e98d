"use client";

import { useSyncExternalStore } from "react";
import { writeDate } from "@/language/written-date";

/**
 * A day counted from today, "Mon 30 Nov", or "Mon, Nov 30". The page is the same for every visitor and is built once: only the browser knows which day
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

/** As the app's own lists write it for this visitor. */
function dayFromNow(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const [day, month, weekday] = [date.getDate(), date.getMonth() + 1, date.getDay() || 7];
  return writeDate({ day, month, weekday }, navigator.language);
}

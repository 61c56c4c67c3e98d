"use client";

import { useKnown } from "@/components/shell/known";
import type { Task } from "@/db/tasks";
import { type Context, describeDayInText, today } from "@/language/calendar";
import { formatterOf } from "@/language/formatter";

/** When the task was made, last changed and finished, in the user's days. */
export function PanelHistory({ task }: { task: Task }) {
  const { clock } = useKnown();
  const { createdAt, updatedAt, completedAt } = task;
  const parts = [`Created ${moment(createdAt, clock)}`];
  if (updatedAt.getTime() > createdAt.getTime()) parts.push(`changed ${moment(updatedAt, clock)}`);
  if (completedAt) parts.push(`completed ${moment(completedAt, clock)}`);
  return <p className="mt-auto px-2 pt-4 text-small text-soft">{parts.join(" · ")}</p>;
}

function moment(instant: Date, clock: Context) {
  const { locale = "en-GB", timeZone } = clock;
  const day = describeDayInText(today({ ...clock, now: instant }), clock);
  const time = formatterOf(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(instant);
  return `${day}, ${time}`;
}

"use client";

import { Temporal } from "temporal-polyfill";
import type { Section, Shown } from "@/components/tasks/arrange";
import { longDay } from "@/components/tasks/long-day";
import { useTasks } from "@/components/tasks/use-tasks";
import { Button } from "@/components/ui/button";
import { type Context, today } from "@/language/calendar";

type Props = { section: Section; shown: Omit<Shown, "kept">; clock: Context };

/** A group's name, how many tasks it has, and for what is overdue the step that one wants. */
export function SectionHeading({ section: { name, tasks }, shown, clock }: Props) {
  const { moveTo } = useTasks();
  const open = tasks.filter((task) => !task.completed);
  if (!name) return <div className="mt-6 border-line border-t" />;
  return (
    <div className="mt-6 flex items-baseline gap-2.5 border-line border-b pb-1.5">
      <h2 className="font-semibold text-[13px] leading-5">{name}</h2>
      <span className="text-[13px] text-soft">{(shown.view === "completed" ? tasks : open).length || ""}</span>
      {shown.view === "upcoming" && shown.sort === "due" && (
        <span className="text-small text-soft">{dayNote(name, tasks[0]?.dueDate, clock)}</span>
      )}
      {name === "Overdue" && open.length > 0 && (
        <Button tone="link" className="ml-auto" onClick={() => moveTo(open, today(clock), "today")}>
          Move to today
        </Button>
      )}
    </div>
  );
}

// "Mon 23" says it already; "Tomorrow" and a day of another month are worth spelling out.
function dayNote(name: string, day: string | null | undefined, clock: Context) {
  if (!day) return undefined;
  const away = Temporal.PlainDate.from(today(clock)).until(day).days;
  return name === "Tomorrow" || away < 7 ? longDay(day, clock) : undefined;
}

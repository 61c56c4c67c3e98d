"use client";

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
  const byDay = shown.view === "upcoming" && shown.sort === "due";
  const day = byDay && longDay(tasks[0]?.dueDate ?? today(clock), clock);
  const count = tasks.every(({ completed }) => completed) ? tasks.length : open.length;
  if (!name) return <div className="mt-6 border-line border-t" />;
  return (
    <div className="mt-6 flex items-baseline gap-2.5 border-line border-b pb-1.5">
      <h2 className="font-semibold text-[13px] leading-5">{byDay && name !== "Tomorrow" ? day : name}</h2>
      {byDay && name === "Tomorrow" && <span className="text-small text-soft">{day}</span>}
      <span className="text-[13px] text-soft">{count}</span>
      {name === "Overdue" && open.length > 0 && (
        <Button tone="link" className="ml-auto" onClick={() => moveTo(open, today(clock), "today")}>
          Move to today
        </Button>
      )}
    </div>
  );
}

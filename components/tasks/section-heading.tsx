"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { amount } from "@/components/shell/amount";
import type { Section, Shown } from "@/components/tasks/arrange";
import { dayHeading } from "@/components/tasks/sections";
import { Button } from "@/components/ui/button";
import { useMoveOverdue } from "@/components/views/use-move-overdue";
import { type Context, today } from "@/language/calendar";

type Props = {
  section: Section;
  shown: Omit<Shown, "kept">;
  /** How many of its rows are not loaded. */
  beyond: number;
  clock: Context;
};

/** A group's name, how many tasks it has in all, and for what is overdue the step that one wants. */
export function SectionHeading({ section: { name, day, tasks }, shown, beyond, clock }: Props) {
  const moveOverdue = useMoveOverdue(shown);
  const open = tasks.filter((task) => !task.completed);
  const count = tasks.every(({ completed }) => completed) ? tasks.length : open.length;
  if (!name) return <div className="mt-6 border-line border-t" />;
  const written = day && dayHeading(day, clock);
  return (
    <Line name={name} note={written === name ? undefined : written} count={count + beyond}>
      {name === "Overdue" && open.length > 0 && (
        <Button tone="link" className="ml-auto" onClick={() => moveOverdue(open, open.length + beyond, today(clock))}>
          Move to today
        </Button>
      )}
    </Line>
  );
}

/** The sections of which nothing is loaded yet, so that one sees that they are there. */
export function LaterSections({ beyond, loaded }: { beyond: Record<string, number>; loaded: Section[] }) {
  const shown = new Set(loaded.map(({ name }) => name));
  return Object.entries(beyond)
    .filter(([name]) => !shown.has(name))
    .map(([name, count]) => (
      <Line key={name} name={name} count={count}>
        {name === "No date" && (
          <Link href="/no-date" className="ml-auto rounded text-accent-ink text-small hover:underline">
            Show
          </Link>
        )}
      </Line>
    ));
}

type LineProps = { name: string; note?: string | undefined; count: number; children?: ReactNode };

function Line({ name, note, count, children }: LineProps) {
  return (
    <div className="mt-6 flex items-baseline gap-2.5 border-line border-b pb-1.5">
      <h2 className="font-semibold text-label">{name}</h2>
      {note && <span className="text-small text-soft">{note}</span>}
      <span className="text-label text-soft">{amount(count)}</span>
      {children}
    </div>
  );
}

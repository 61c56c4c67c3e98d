"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { longDay } from "@/components/tasks/long-day";
import { stepTo, turn, weeks } from "@/components/tasks/month";
import { IconButton } from "@/components/ui/icon-button";
import { type Context, today } from "@/language/calendar";

type Props = { value: string | null; clock: Context; onPick: (day: string) => void };

/** A month to pick a day from. Arrows move by day and week, Page Up and Down by month, Home and End within the week. */
export function Calendar({ value, clock, onPick }: Props) {
  const present = today(clock);
  const [cursor, setCursor] = useState(value ?? present);
  const grid = useRef<HTMLTableElement>(null);
  const month = cursor.slice(0, 7);
  const rows = weeks(month, clock.weekStart);

  function move(event: KeyboardEvent) {
    const day = stepTo(cursor, event.key, clock.weekStart);
    if (!day) return;
    event.preventDefault();
    flushSync(() => setCursor(day));
    grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }

  return (
    <div>
      <div className="mb-1 flex items-center justify-between">
        <h3 aria-live="polite" className="pl-1.5 font-medium text-base">
          {format(`${month}-01`, { month: "long", year: "numeric" }, clock)}
        </h3>
        <span className="flex">
          <IconButton icon={ChevronLeft} label="Month before" onClick={() => setCursor(`${turn(month, -1)}-01`)} />
          <IconButton icon={ChevronRight} label="Month after" onClick={() => setCursor(`${turn(month, 1)}-01`)} />
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA date grid is a table whose cells are buttons */}
      <table ref={grid} role="grid" onKeyDown={move} className="w-full border-collapse text-center">
        <thead>
          <tr>
            {rows[0]?.map((day) => (
              <th
                key={day}
                scope="col"
                abbr={format(day, { weekday: "long" }, clock)}
                className="h-6 font-normal text-small text-soft"
              >
                {format(day, { weekday: "narrow" }, clock)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className="p-0">
                  <button
                    type="button"
                    aria-label={longDay(day, clock)}
                    aria-pressed={day === value}
                    aria-current={day === present ? "date" : undefined}
                    tabIndex={day === cursor ? 0 : -1}
                    onClick={() => onPick(day)}
                    className="size-8 rounded text-base hover:bg-shade aria-[current=date]:font-semibold aria-[current=date]:text-accent-ink aria-pressed:bg-accent aria-pressed:text-on-accent! data-outside:text-soft"
                    data-outside={day.startsWith(month) ? undefined : ""}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function format(day: string, style: Intl.DateTimeFormatOptions, { locale }: Context) {
  return new Intl.DateTimeFormat(locale ?? "en-GB", { ...style, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

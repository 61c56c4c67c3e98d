"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { longDay } from "@/components/tasks/long-day";
import { firstOf, monthOf, opening, stepTo, turn, weeks } from "@/components/tasks/month";
import { IconButton } from "@/components/ui/icon-button";
import { type Context, today } from "@/language/calendar";
import { formatterOf } from "@/language/formatter";
import { isMonthFirst } from "@/language/written-date";

type Props = { value: string | null; clock: Context; onPick: (day: string) => void };

/**
 * Six weeks to pick a day from, the present one first. Arrows move by day and week, Page Up and Down by month, Home and End within
 * the week.
 */
export function Calendar({ value, clock, onPick }: Props) {
  const { weekStart } = clock;
  const present = today(clock);
  const [first, setFirst] = useState(() => opening(value, present));
  const [cursor, setCursor] = useState(() => (value && value >= present ? value : present));
  const grid = useRef<HTMLTableElement>(null);
  const rows = weeks(first, weekStart);
  const stop = rows.flat().includes(cursor) ? cursor : first;

  function move(event: KeyboardEvent) {
    const day = stepTo(stop, event.key, weekStart);
    if (!day) return;
    event.preventDefault();
    flushSync(() => {
      setCursor(day);
      if (!rows.flat().includes(day) || event.key.startsWith("Page")) setFirst(firstOf(day));
    });
    grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }

  return (
    <div>
      <div className="mb-1 flex items-center justify-between">
        <h3 aria-live="polite" className="pl-2 font-medium text-base">
          {format(`${monthOf(first, weekStart)}-01`, { month: "long", year: "numeric" }, clock)}
        </h3>
        <span className="flex">
          <IconButton icon={ChevronLeft} label="Previous month" onClick={() => setFirst(turn(first, -1, weekStart))} />
          <IconButton icon={ChevronRight} label="Next month" onClick={() => setFirst(turn(first, 1, weekStart))} />
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA date grid is a table whose cells are buttons */}
      <table ref={grid} role="grid" onKeyDown={move} className="w-full table-fixed border-collapse text-center">
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
                    tabIndex={day === stop ? 0 : -1}
                    onClick={() => onPick(day)}
                    data-past={day < present || undefined}
                    className="h-8 w-full rounded text-base hover:bg-shade aria-[current=date]:font-semibold aria-[current=date]:text-accent-ink aria-pressed:bg-accent aria-pressed:text-on-accent! data-past:text-soft data-past:text-small max-md:h-11"
                  >
                    {day.endsWith("-01") ? <FirstDay day={day} clock={clock} /> : Number(day.slice(8))}
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

/** "1 Dec", or "Dec 1" by locale. The month comes from the style sheet: the button’s name has it in full. */
function FirstDay({ day, clock }: { day: string; clock: Context }) {
  const month = format(day, { month: "short" }, clock);
  const beside = isMonthFirst(clock.locale)
    ? "before:content-[attr(data-month)_'_']"
    : "after:content-['_'_attr(data-month)]";
  return (
    <span data-month={month} className={`text-small tracking-tight ${beside}`}>
      {Number(day.slice(8))}
    </span>
  );
}

function format(day: string, style: Intl.DateTimeFormatOptions, clock: Context) {
  const { locale = "en-GB" } = clock;
  return formatterOf(locale, { ...style, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

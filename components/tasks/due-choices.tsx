"use client";

import {
  CalendarArrowUp,
  CalendarOff,
  ChevronLeft,
  Clock,
  type LucideIcon,
  Repeat2,
  Sofa,
  Sun,
  Sunrise,
} from "lucide-react";
import { useState } from "react";
import { useKnown } from "@/components/shell/known";
import { Calendar } from "@/components/tasks/calendar";
import { DueWords } from "@/components/tasks/due-words";
import type { Fields } from "@/components/tasks/optimistic";
import { type QuickDay, quickDays } from "@/components/tasks/quick-days";
import { noDate } from "@/components/tasks/read-due";
import { RepeatChoices, type Repeating } from "@/components/tasks/repeat-choices";
import { TimeField } from "@/components/tasks/time-field";
import { Button } from "@/components/ui/button";
import type { Task } from "@/db/tasks";
import { today } from "@/language/calendar";
import * as repetition from "@/language/repetition";

type Props = {
  task: Repeating & Pick<Task, "dueTime">;
  /** Names the drafts of what is written. */
  field: string;
  onPick: (fields: Fields) => void;
  /** A time alone leaves the rest to be chosen. */
  onTime: (fields: Fields) => void;
};

const icons: Record<QuickDay["name"], LucideIcon> = {
  Today: Sun,
  Tomorrow: Sunrise,
  Weekend: Sofa,
  "Next week": CalendarArrowUp,
};

const row = "flex min-h-8 items-center gap-2.5 px-2 text-left max-md:min-h-11 pointer-coarse:min-h-11";
const pressed = `${row} w-full rounded hover:bg-shade`;

/** Everything that makes a due, in one place; the same wherever a day is chosen. */
export function DueChoices({ task, field, onPick, onTime }: Props) {
  const { clock } = useKnown();
  const [repeating, setRepeating] = useState(false);
  if (repeating) {
    return (
      <>
        <Button tone="quiet" onClick={() => setRepeating(false)}>
          <ChevronLeft size={14} strokeWidth={1.75} aria-hidden />
          Due
        </Button>
        <RepeatChoices task={task} field={`${field} repeat`} onPick={onPick} />
      </>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <DueWords task={task} field={`${field} words`} onPick={onPick} />
      <ul className="max-md:grid max-md:grid-cols-2 max-md:gap-x-3">
        {quickDays(clock).map(({ name, day, date }) => (
          <QuickRow key={name} icon={icons[name]} name={name} date={date} onClick={() => onPick({ dueDate: day })} />
        ))}
        {task.dueDate && <QuickRow icon={CalendarOff} name="No date" onClick={() => onPick(noDate)} />}
      </ul>
      <div className="border-line border-t pt-2">
        <Calendar value={task.dueDate} clock={clock} onPick={(dueDate) => onPick({ dueDate })} />
      </div>
      <div className="border-line border-t pt-1.5">
        <div className="flex items-center">
          <span className={`${row} w-24 shrink-0 text-small text-soft`}>
            <Clock size={14} strokeWidth={1.75} aria-hidden />
            Time
          </span>
          <span className="min-w-0 flex-1">
            <TimeField
              field={`${field} time`}
              value={task.dueTime}
              onChange={(dueTime) => onTime(task.dueDate ? { dueTime } : { dueDate: today(clock), dueTime })}
            />
          </span>
        </div>
        <button type="button" className={pressed} onClick={() => setRepeating(true)}>
          <Repeat2 size={14} strokeWidth={1.75} aria-hidden className="text-soft" />
          <span className="w-[64px] text-small text-soft">Repeat</span>
          <span className="truncate">
            {task.repeat ? (
              repetition.describe(task.repeat, clock, task.repeatFrom)
            ) : (
              <span className="text-soft">None</span>
            )}
          </span>
        </button>
      </div>
    </div>
  );
}

type QuickRowProps = { icon: LucideIcon; name: string; date?: string; onClick: () => void };

function QuickRow({ icon: Icon, name, date, onClick }: QuickRowProps) {
  return (
    <li>
      <button type="button" onClick={onClick} className={pressed}>
        <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-soft" />
        <span className="flex flex-1 items-center justify-between gap-2 max-md:flex-col max-md:items-start max-md:gap-0">
          {name} <span className="text-small text-soft">{date}</span>
        </span>
      </button>
    </li>
  );
}

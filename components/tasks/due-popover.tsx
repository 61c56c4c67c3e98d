"use client";

import { type ReactElement, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { useKnown } from "@/components/shell/known";
import { Calendar } from "@/components/tasks/calendar";
import type { Fields } from "@/components/tasks/optimistic";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import type { Task } from "@/db/tasks";
import { type Context, describeDue, today } from "@/language/calendar";
import * as dates from "@/language/dates";
import { isNoDate } from "@/language/quick-add";
import * as repetition from "@/language/repetition";

type Props = {
  task: Pick<Task, "dueDate" | "dueTime">;
  onChange: (fields: Fields) => void;
  trigger: ReactElement;
  finalFocus?: () => HTMLElement | null;
};

/** Chooses a due day: in words ("tomorrow 5pm", "every Friday"), by a shortcut, or from the month. */
export function DuePopover({ task, onChange, ...floats }: Props) {
  const [open, setOpen] = useState(false);
  const pick = (fields: Fields) => {
    setOpen(false);
    onChange(fields);
  };
  return (
    <Popover label="Due" align="end" open={open} onOpenChange={setOpen} className="w-64 p-3" {...floats}>
      <DueChoices task={task} onPick={pick} />
    </Popover>
  );
}

function DueChoices({ task, onPick }: { task: Props["task"]; onPick: (fields: Fields) => void }) {
  const { clock } = useKnown();
  const [text, setText] = useState("");
  const understood = read(text, task, { ...clock, now: new Date() });
  return (
    <div className="flex flex-col gap-3">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (understood) onPick(understood.fields);
        }}
      >
        <Field label="Due in words" labelHidden hint={understood?.words ?? (text ? "No day in that yet" : undefined)}>
          <Input value={text} onValueChange={setText} placeholder="tomorrow 5pm, every Friday" autoComplete="off" />
        </Field>
      </form>
      <div className="flex flex-wrap gap-1.5">
        {shortcuts(clock).map(({ label, day }) => (
          <button key={label} type="button" onClick={() => onPick({ dueDate: day })} className={chip}>
            {label}
          </button>
        ))}
        {task.dueDate && (
          <button type="button" onClick={() => onPick({ dueDate: null, dueTime: null, repeat: null })} className={chip}>
            No date
          </button>
        )}
      </div>
      <Calendar value={task.dueDate} clock={clock} onPick={(dueDate) => onPick({ dueDate })} />
    </div>
  );
}

const chip = "h-7 rounded border border-line px-2.5 text-small text-ink hover:bg-shade";

function shortcuts(clock: Context) {
  const day = Temporal.PlainDate.from(today(clock));
  const toNextWeek = ((clock.weekStart ?? 1) - day.dayOfWeek + 7) % 7 || 7;
  return [
    { label: "Today", day: day.toString() },
    { label: "Tomorrow", day: day.add({ days: 1 }).toString() },
    { label: "Next week", day: day.add({ days: toNextWeek }).toString() },
  ];
}

function read(text: string, task: Props["task"], clock: Context): { fields: Fields; words: string } | undefined {
  if (isNoDate(text)) return { fields: { dueDate: null, dueTime: null, repeat: null }, words: "No date" };
  const [span] = dates.read(text, clock);
  if (!span) return undefined;
  // What the words leave out stays as it is.
  const day = span.isTimeOnly ? (task.dueDate ?? span.day) : (span.day ?? task.dueDate);
  const due = { dueDate: day ?? today(clock), dueTime: span.time ?? task.dueTime };
  const repeat = span.repeat ? { repeat: span.repeat, repeatFrom: span.repeatFrom ?? "due" } : {};
  const words = [span.repeat && repetition.describe(span.repeat, span.repeatFrom), describeDue(due, clock)];
  return { fields: { ...due, ...repeat }, words: words.filter(Boolean).join(", ") };
}

"use client";

import { type ReactElement, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { useKnown } from "@/components/shell/known";
import type { Fields } from "@/components/tasks/optimistic";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import type { Task } from "@/db/tasks";
import { type Context, describeDay, today } from "@/language/calendar";
import * as dates from "@/language/dates";
import * as repetition from "@/language/repetition";

type Due = Pick<Task, "dueDate" | "repeat" | "repeatFrom" | "repeatStart">;
type Props = { task: Due; onChange: (fields: Fields) => void; trigger: ReactElement };

/** Chooses how a task comes back: by a preset for its day, or in words, with the next days to check the rule by. */
export function RepeatPopover({ task, onChange, trigger }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover trigger={trigger} label="Repeat" open={open} onOpenChange={setOpen} className="w-64 p-2">
      <RepeatChoices
        task={task}
        onPick={(fields) => {
          setOpen(false);
          onChange(fields);
        }}
      />
    </Popover>
  );
}

function RepeatChoices({ task, onPick }: { task: Due; onPick: (fields: Fields) => void }) {
  const { clock } = useKnown();
  const [text, setText] = useState("");
  const day = task.dueDate ?? today(clock);
  const [span] = text ? dates.read(text, { ...clock, now: new Date() }) : [];
  const rule = span?.repeat ?? (text ? null : task.repeat);
  const start = span?.day ?? task.repeatStart ?? day;
  const pick = (repeat: string, from: Task["repeatFrom"] = "due", first?: string | null) =>
    onPick({ repeat, repeatFrom: from, ...(task.dueDate && !first ? {} : { dueDate: first ?? day }) });

  return (
    <div className="flex flex-col gap-2">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (span?.repeat) pick(span.repeat, span.repeatFrom, task.dueDate ? null : span.day);
        }}
      >
        <Field
          label="Repeat in words"
          labelHidden
          hint={
            span?.repeat
              ? repetition.describe(span.repeat, span.repeatFrom)
              : text
                ? "No repetition in that yet"
                : undefined
          }
        >
          <Input value={text} onValueChange={setText} placeholder="every other Tuesday" autoComplete="off" />
        </Field>
      </form>
      {rule && <p className="px-2 text-small text-soft">Next: {upcoming(rule, start, day, clock)}</p>}
      {!text && (
        <ul>
          {presets(day).map((preset) => (
            <li key={preset}>
              <button type="button" aria-pressed={preset === task.repeat} onClick={() => pick(preset)} className={row}>
                {repetition.describe(preset)}
              </button>
            </li>
          ))}
          {task.repeat && (
            <>
              <li>
                <button
                  type="button"
                  aria-pressed={task.repeatFrom === "completion"}
                  className={row}
                  onClick={() => onPick({ repeatFrom: task.repeatFrom === "completion" ? "due" : "completion" })}
                >
                  Count from completion
                </button>
              </li>
              <li>
                <button type="button" className={`${row} text-late`} onClick={() => onPick({ repeat: null })}>
                  Don’t repeat
                </button>
              </li>
            </>
          )}
        </ul>
      )}
    </div>
  );
}

const row =
  "flex h-8 w-full items-center rounded px-2 hover:bg-shade aria-pressed:text-accent-ink aria-pressed:font-medium";

function presets(day: string) {
  const date = Temporal.PlainDate.from(day);
  const weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][date.dayOfWeek - 1];
  return [
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=MONTHLY;BYMONTHDAY=${date.day}`,
    "FREQ=YEARLY",
  ];
}

function upcoming(rule: string, start: string, after: string, clock: Context) {
  return (
    repetition
      .preview(rule, { start, after }, 5)
      .map((day) => describeDay(day, clock))
      .join(", ") || "never again"
  );
}

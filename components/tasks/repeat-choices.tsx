"use client";

import { useId } from "react";
import { Temporal } from "temporal-polyfill";
import { useKnown } from "@/components/shell/known";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useText } from "@/components/shell/use-draft";
import { nextDays } from "@/components/tasks/next-days";
import type { Fields } from "@/components/tasks/optimistic";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Task } from "@/db/tasks";
import { type Context, today } from "@/language/calendar";
import * as dates from "@/language/dates";
import * as repetition from "@/language/repetition";

export type Repeating = Pick<Task, "dueDate" | "repeat" | "repeatFrom" | "repeatStart">;

type Props = {
  task: Repeating;
  /** Names the draft of the words. */
  field: string;
  onPick: (fields: Fields) => void;
};

/** How a task comes back: by a preset for its day, or in words, with the next days to check the rule by. */
export function RepeatChoices({ task, field, onPick }: Props) {
  const { clock } = useKnown();
  const [text, setText] = useText(field);
  const day = task.dueDate ?? today(clock);
  const [span] = text ? dates.read(text, { ...clock, now: new Date() }) : [];
  const typed = span?.repeat && { repeat: span.repeat, repeatFrom: span.repeatFrom ?? "due", repeatStart: null };
  const shown = typed ? { ...typed, dueDate: task.dueDate ?? span.day } : text ? undefined : task;
  const pick = (repeat: string, from: Task["repeatFrom"] = "due", first?: string | null) =>
    onPick({ repeat, repeatFrom: from, ...(task.dueDate && !first ? {} : { dueDate: first ?? day }) });

  return (
    <div className="flex flex-col gap-2">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!span?.repeat) return;
          setText("");
          pick(span.repeat, span.repeatFrom, task.dueDate ? null : span.day);
        }}
      >
        <Field
          label="Type how often"
          labelHidden
          hint={
            span?.repeat
              ? repetition.describe(span.repeat, clock, span.repeatFrom)
              : text
                ? "Can’t read that as a repeat"
                : undefined
          }
        >
          <Input
            value={text}
            onValueChange={(words) => setText(words)}
            onKeyDown={({ key }) => key === "Escape" && setText("")}
            placeholder="every other Tuesday"
            autoComplete="off"
          />
        </Field>
        <OtherDrafts field={field} known={[text]} />
      </form>
      {!text && (
        <ul>
          {presets(day).map((preset) => (
            <li key={preset}>
              <button type="button" aria-pressed={preset === task.repeat} onClick={() => pick(preset)} className={row}>
                {repetition.describe(preset, clock)}
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
                  Repeat after completion
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
      {shown?.repeat && <Preview task={shown} clock={clock} />}
      {task.repeat && (
        <p className="border-line border-t px-2 pt-2 text-small text-soft">
          Applies to this and all following ones. Completed ones stay as they are.
        </p>
      )}
    </div>
  );
}

/** The next five days, to check a rule by. */
function Preview({ task, clock }: { task: Repeating; clock: Context }) {
  const id = useId();
  const days = nextDays(task, clock);
  const more = task.repeatFrom === "completion" ? ", each done on its day" : "";
  return (
    <div className="border-line border-t px-2 pt-2 text-small text-soft">
      <h3 id={id}>{days.length > 0 ? `Then${more}` : "This is the last one."}</h3>
      {days.length > 0 && (
        <ol aria-labelledby={id} className="pt-1 text-ink tabular-nums">
          {days.map((day) => (
            <li key={day}>{day}</li>
          ))}
        </ol>
      )}
      {days.length > 0 && days.length < 5 && <p className="pt-1">That is the last one.</p>}
    </div>
  );
}

const row =
  "flex h-8 w-full items-center rounded px-2 hover:bg-shade aria-pressed:text-accent-ink aria-pressed:font-medium";

function presets(day: string) {
  const date = Temporal.PlainDate.from(day);
  const weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][date.dayOfWeek - 1];
  const rules = [
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=MONTHLY;BYMONTHDAY=${date.day}`,
    "FREQ=YEARLY",
  ];
  return rules.map((rule) => repetition.parse(rule) ?? rule);
}

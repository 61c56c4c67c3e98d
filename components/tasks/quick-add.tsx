"use client";

import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { FieldNote } from "@/components/shell/field-note";
import { useKnown } from "@/components/shell/known";
import { limits } from "@/components/shell/limits";
import { UnsentLines } from "@/components/shell/unsent-lines";
import { useTakeOver } from "@/components/shell/use-take-over";
import { type Defaults, type Draft, edit, toTask } from "@/components/tasks/draft-line";
import { LineTools } from "@/components/tasks/line-tools";
import { withDue } from "@/components/tasks/line-words";
import { QuickAddField } from "@/components/tasks/quick-add-field";
import { short } from "@/components/tasks/task-name";
import { useLine } from "@/components/tasks/use-line";
import { usePaste } from "@/components/tasks/use-paste";
import { useTasks } from "@/components/tasks/use-tasks";
import { matches, NARROW, useMedia } from "@/components/ui/media";
import { describeDayInText } from "@/language/calendar";
import * as quickAdd from "@/language/quick-add";

type Props = {
  defaults?: Defaults;
  autoFocus?: boolean;
  /** Has the focus from the start where there is a keyboard; on a phone that would open one. */
  focused?: boolean;
  /** Shows the buttons for date, priority and tags from the start; elsewhere they come on a phone, with the first letter. */
  tools?: boolean;
};

const empty: Draft = { text: "", dismissed: [] };

/**
 * A task in one line. What is understood is marked as it is typed; Enter adds it in the next frame and the field is free for the
 * next. If it could not be saved, the line comes back. Several pasted lines become several tasks after a look at them.
 */
export function QuickAdd({ defaults = {}, autoFocus, focused, tools }: Props) {
  const { clock, tags } = useKnown();
  const { add } = useTasks();
  const narrow = useMedia(NARROW);
  const path = usePathname();
  // One line for each place: the page's field and the sheet over it have the same. A conversation may get its address under an open sheet.
  const field = `add ${path.startsWith("/chat") ? "/chat" : path}`;
  const { line: written, write, submit, unsent, drop, isFound, error } = useLine<Draft>(field);
  const input = useRef<HTMLInputElement>(null);
  const paste = usePaste({ field, defaults, focus: input });
  const draft = written ?? empty;
  const line = read(draft);

  useTakeOver(input, draft.text, (text, isLeft) => write(edit(draft, text), isLeft));
  const begin = useEffectEvent(() => {
    const isFree = document.activeElement === document.body && matches("(hover: hover)");
    if (focused && isFree) input.current?.focus({ preventScroll: true });
  });
  useEffect(() => begin(), []);

  function read({ text, dismissed }: Draft) {
    const now = text ? new Date() : clock.now;
    return quickAdd.read(text, { ...clock, now }, { dismissed, tags: tags.map(({ name }) => name) });
  }

  function rewrite(text: string) {
    write(edit(draft, text));
    input.current?.focus();
  }

  function send(from: Draft) {
    const wanted = toTask(read(from), tags, defaults);
    const day = wanted.dueDate ? ` for ${describeDayInText(wanted.dueDate, clock)}` : "";
    const said = `Added “${short(wanted.title)}”${day}`;
    void submit(from, (turnId) => add([wanted], { turnId, quiet: true, said }));
  }

  function enter(text: string) {
    if (text.trim() === "") return;
    write(undefined);
    send(text === draft.text ? draft : edit(draft, text));
  }

  return (
    <>
      <QuickAddField
        ref={input}
        draft={draft}
        line={line}
        defaultDay={defaults.dueDate}
        error={error}
        autoFocus={autoFocus}
        onText={(text) => write(edit(draft, text))}
        onNoDate={() => rewrite(withDue({ text: draft.text, marks: line.marks }, { dueDate: null }, clock))}
        onDismiss={(mark) => write({ text: draft.text, dismissed: [...draft.dismissed, mark] })}
        onSubmit={enter}
        onTake={paste.take}
      />
      {(tools || (narrow && draft.text !== "")) && (
        <LineTools place={field} text={draft.text} line={line} defaults={defaults} field={input} onText={rewrite} />
      )}
      <FieldNote
        text={line.title}
        max={limits.title}
        isFound={isFound}
        onDiscard={() => write(undefined)}
        className="mt-1.5"
      />
      <UnsentLines
        lines={unsent}
        onAdd={({ field, draft }) => {
          drop(field);
          send(draft);
        }}
        onDiscard={({ field }) => drop(field)}
      />
      {paste.shown}
    </>
  );
}

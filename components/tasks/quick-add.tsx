"use client";

import { type ClipboardEvent, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useKnown } from "@/components/shell/known";
import { newId } from "@/components/shell/new-id";
import { belongs, type Shown } from "@/components/tasks/arrange";
import { type Defaults, type Draft, edit, toTask } from "@/components/tasks/draft-line";
import { draftOf, type NewTask } from "@/components/tasks/new-task";
import { PastedLines } from "@/components/tasks/pasted-lines";
import { QuickAddField } from "@/components/tasks/quick-add-field";
import { short } from "@/components/tasks/task-name";
import { useTasks } from "@/components/tasks/use-tasks";
import * as notices from "@/components/ui/notices";
import { describeDay, today } from "@/language/calendar";
import * as quickAdd from "@/language/quick-add";

type Props = {
  defaults?: Defaults;
  /** The list below it; a new task that does not go there is told of. */
  shown?: Omit<Shown, "kept">;
  autoFocus?: boolean;
};

const empty: Draft = { text: "", dismissed: [] };

/**
 * A task in one line. What is understood is marked as it is typed; Enter adds it in the next frame and the field is free for the
 * next. If it could not be saved, the line comes back. Several pasted lines become several tasks after a look at them.
 */
export function QuickAdd({ defaults = {}, shown, autoFocus }: Props) {
  const { clock, tags } = useKnown();
  const { add } = useTasks();
  const [draft, setDraft] = useState(empty);
  const [error, setError] = useState<string>();
  const [pasted, setPasted] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const line = read(draft);

  // What was typed before the page listened, which React would put back to what the server had.
  const takeOver = useEffectEvent(() => {
    const text = field.current?.value;
    if (text) setDraft(edit(draft, text));
  });
  useLayoutEffect(() => takeOver(), []);

  function read({ text, dismissed }: Draft) {
    const now = text ? new Date() : clock.now;
    return quickAdd.read(text, { ...clock, now }, { dismissed, tags: tags.map(({ name }) => name) });
  }

  async function send(wanted: NewTask, from: Draft & { turnId: string }) {
    setError(undefined);
    const noticed = !shown || !belongs(draftOf(wanted), shown, today(clock));
    const day = wanted.dueDate ? ` for ${describeDay(wanted.dueDate, clock)}` : "";
    const answer = await add([wanted], {
      turnId: from.turnId,
      noticed,
      quiet: true,
      said: `Added “${short(wanted.title)}”${day}`,
    });
    if (answer.ok) return;
    // Only into an empty field: what is being written now is not lost either.
    setDraft((now) => (now.text === "" ? from : now));
    if ("errors" in answer && answer.errors) setError(answer.message);
    else
      notices.warn(`“${short(wanted.title)}” is not added. ${answer.message}`, {
        label: "Retry",
        act: () => retry(wanted, from),
      });
  }

  function retry(wanted: NewTask, from: Draft & { turnId: string }) {
    setDraft((now) => (now.text === from.text ? empty : now));
    send(wanted, from);
  }

  function submit(text: string) {
    if (text.trim() === "") return;
    const from = text === draft.text ? draft : edit(draft, text);
    setDraft(empty);
    send(toTask(read(from), tags, defaults), { ...from, turnId: from.turnId ?? newId() });
  }

  function paste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text/plain");
    if (quickAdd.lines(text).length < 2) return;
    event.preventDefault();
    setPasted(text);
  }

  return (
    <>
      <QuickAddField
        ref={field}
        draft={draft}
        line={line}
        defaultDay={defaults.dueDate}
        error={error}
        autoFocus={autoFocus}
        onText={(text) => setDraft(edit(draft, text))}
        onDismiss={(mark) => setDraft({ text: draft.text, dismissed: [...draft.dismissed, mark] })}
        onSubmit={submit}
        onPaste={paste}
      />
      {pasted !== undefined && (
        <PastedLines text={pasted} defaults={defaults} onClose={() => setPasted(undefined)} finalFocus={field} />
      )}
    </>
  );
}

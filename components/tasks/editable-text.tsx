"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { retry } from "@/components/shell/answer";
import type { Changed } from "@/components/tasks/actions";
import { Conflict } from "@/components/tasks/conflict";
import { short } from "@/components/tasks/task-name";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";

type Props = {
  label: string;
  value: string;
  placeholder?: string;
  /** Enter makes a new line instead of saving. */
  multiline?: boolean;
  /** Reads the same field out of the task as somebody else left it. */
  theirs: (task: Task) => string;
  /** `onto` is the task that the edit is to be made on, when somebody else changed it meanwhile. */
  onSave: (value: string, onto?: Task) => Promise<Changed>;
  className?: string;
};

/**
 * Text that is edited where it stands. It saves when one leaves it or presses Enter (with Ctrl or Cmd in several lines), Escape
 * puts it back. What could not be saved stays in the field with the reason; a notice says it when the field is gone by then.
 */
export function EditableText({ label, value, placeholder, multiline, theirs, onSave, className = "" }: Props) {
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const [stale, setStale] = useState<Task>();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  function save(onto?: Task) {
    if (draft === undefined) return;
    if (draft.trim() === value.trim()) return reset();
    setError(undefined);
    setStale(undefined);
    send(draft, onto);
  }

  // By the time of the answer one may have written on, or left.
  async function send(text: string, onto?: Task) {
    const answer = await onSave(text, onto);
    if (answer.ok) return setDraft((now) => (now === text ? undefined : now));
    const theirs = "stale" in answer ? answer.stale : undefined;
    if (!field.current) {
      const act = () => void send(text, theirs);
      const step = theirs ? { label: "Use mine", act } : retry(answer, act);
      return void notices.warn(`${label}: “${short(text)}” is not saved. ${answer.message}`, step);
    }
    setDraft((now) => now ?? text);
    if (theirs) setStale(theirs);
    else setError(answer.message);
  }

  function reset() {
    setDraft(undefined);
    setError(undefined);
    setStale(undefined);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape" && draft !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      reset();
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing && (!multiline || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      save();
    }
  }

  return (
    <div>
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={placeholder}
        rows={1}
        value={draft ?? value}
        onChange={({ target }) => setDraft(multiline ? target.value : target.value.replaceAll("\n", " "))}
        onBlur={() => !stale && save()}
        onKeyDown={onKeyDown}
        className={`field-sizing-content block w-full resize-none rounded bg-transparent px-2 py-1.5 placeholder:text-soft hover:bg-shade focus:bg-lift aria-invalid:outline-late ${className}`}
      />
      {error && (
        <p id={id} role="alert" className="mt-1 px-2 text-late text-small">
          {error}
        </p>
      )}
      {stale && <Conflict theirs={theirs(stale)} onMine={() => save(stale)} onTheirs={reset} />}
    </div>
  );
}

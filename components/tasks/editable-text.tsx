"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import * as drafts from "@/components/shell/drafts";
import { FieldNote } from "@/components/shell/field-note";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useTakeOver } from "@/components/shell/use-take-over";
import type { Changed } from "@/components/tasks/actions";
import { Conflict } from "@/components/tasks/conflict";
import { fieldOf } from "@/components/tasks/kept-drafts";
import { short } from "@/components/tasks/task-name";
import { type Edit, useEdit } from "@/components/tasks/use-edit";
import { isChord } from "@/components/ui/chord";
import { GrowingTextarea } from "@/components/ui/growing-textarea";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";

type Props = {
  task: Task;
  name: "title" | "description";
  label: string;
  max: number;
  placeholder?: string;
  /** Enter makes a new line instead of saving, and Escape saves. */
  multiline?: boolean;
  /** `onto` is the task that the edit is to be made on, when someone else changed it meanwhile. */
  onSave: (value: string, onto?: Task) => Promise<Changed>;
  className?: string;
};

/**
 * Text that is edited where it stands. It saves when one leaves it or presses Enter (with Ctrl or Cmd in several lines). Escape leaves
 * several lines; one line it puts back, with a way to have it again. What could not be saved stays in the field with the reason.
 */
export function EditableText({ task, name, label, max, placeholder, multiline, onSave, className = "" }: Props) {
  const value = task[name] ?? "";
  const edit = useEdit({ task, name, label, value, max, onSave });
  const { text, error, stale, save, discard } = edit;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useTakeOver(field, text, edit.type);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape" && (multiline || edit.differs)) {
      event.preventDefault();
      event.stopPropagation();
      if (multiline) event.currentTarget.blur();
      else putBack();
    }
    if ((isChord(event.nativeEvent, "Enter") && !multiline) || isChord(event.nativeEvent, "mod+Enter")) {
      event.preventDefault();
      save();
    }
  }

  function putBack() {
    discard();
    const mine: Edit = { text, bases: [value] };
    const act = () => drafts.write(fieldOf(task, name), mine);
    notices.say(`Discarded “${short(text)}”`, { label: "Undo", act });
  }

  return (
    <div>
      <GrowingTextarea
        ref={field}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder={placeholder}
        enterKeyHint={multiline ? "enter" : "done"}
        value={text}
        onChange={({ target }) => edit.type(multiline ? target.value : target.value.replaceAll(/\r?\n/g, " "))}
        onBlur={edit.leave}
        onKeyDown={onKeyDown}
        className={`w-full rounded bg-transparent px-2 py-1.5 pointer-coarse:py-3 placeholder:text-soft hover:bg-shade focus:bg-lift aria-invalid:outline-late ${className}`}
      />
      {error && (
        <p id={id} role="alert" className="mt-1 px-2 text-late text-small">
          {error}
        </p>
      )}
      {edit.clashes ? (
        <Conflict theirs={stale ? (stale[name] ?? "") : value} onMine={() => save(stale)} onTheirs={discard} />
      ) : (
        <FieldNote
          text={text}
          max={max}
          isFound={edit.isUnsaved}
          onSave={() => save()}
          onDiscard={discard}
          className="px-2 pt-1"
        />
      )}
      <OtherDrafts field={fieldOf(task, name)} known={[text, value]} about={{ bases: edit.bases }} className="px-2" />
    </div>
  );
}

"use client";

import { useState } from "react";
import { useKnown } from "@/components/shell/known";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useText } from "@/components/shell/use-draft";
import type { Fields } from "@/components/tasks/optimistic";
import { readDue } from "@/components/tasks/read-due";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Task } from "@/db/tasks";

type Props = {
  task: Pick<Task, "dueDate" | "dueTime">;
  /** Names the draft of the words. */
  field: string;
  onPick: (fields: Fields) => void;
};

/** A due in words, with what they mean as one types. Enter takes it, Escape lets it go. */
export function DueWords({ task, field, onPick }: Props) {
  const { clock } = useKnown();
  const [text, setText] = useText(field);
  const [refused, setRefused] = useState(false);
  const understood = readDue(text, task, { ...clock, now: new Date() });
  const unknown = text.trim() !== "" && !understood;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!understood) return setRefused(text.trim() !== "");
        setText("");
        onPick(understood.fields);
      }}
    >
      <Field
        label="Type a date"
        labelHidden
        hint={
          understood ? (
            <span className="font-medium text-accent-ink">{understood.words}</span>
          ) : unknown ? (
            "Can’t read that date"
          ) : undefined
        }
        error={refused && unknown ? "Can’t read that date. Try “fri 5pm” or “3 Dec”." : undefined}
      >
        <Input
          value={text}
          onValueChange={(words) => {
            setText(words);
            setRefused(false);
          }}
          onKeyDown={({ key }) => key === "Escape" && setText("")}
          placeholder="tomorrow 5pm, every Friday"
          autoComplete="off"
        />
      </Field>
      <OtherDrafts field={field} known={[text]} />
    </form>
  );
}

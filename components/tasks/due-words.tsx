"use client";

import { useState } from "react";
import { useKnown } from "@/components/shell/known";
import type { Fields } from "@/components/tasks/optimistic";
import { readDue } from "@/components/tasks/read-due";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Task } from "@/db/tasks";

type Props = { task: Pick<Task, "dueDate" | "dueTime">; onPick: (fields: Fields) => void };

/** A due in words, with what they mean as one types; Enter takes it. */
export function DueWords({ task, onPick }: Props) {
  const { clock } = useKnown();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const understood = readDue(text, task, { ...clock, now: new Date() });
  const unknown = text.trim() !== "" && !understood;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (understood) onPick(understood.fields);
        else setRefused(text.trim() !== "");
      }}
    >
      <Field
        label="Due in words"
        labelHidden
        hint={
          understood ? (
            <span className="font-medium text-accent-ink">{understood.words}</span>
          ) : unknown ? (
            "I don’t know that date"
          ) : undefined
        }
        error={refused && unknown ? "I don’t know that date. Try “fri 5pm” or “3 Dec”." : undefined}
      >
        <Input
          value={text}
          onValueChange={(words) => {
            setText(words);
            setRefused(false);
          }}
          placeholder="tomorrow 5pm, every Friday"
          autoComplete="off"
        />
      </Field>
    </form>
  );
}

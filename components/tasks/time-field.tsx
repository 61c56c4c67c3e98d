"use client";

import { useId, useRef, useState } from "react";
import { FieldNote } from "@/components/shell/field-note";
import { useKnown } from "@/components/shell/known";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useDraft } from "@/components/shell/use-draft";
import { useTakeOver } from "@/components/shell/use-take-over";
import * as dates from "@/language/dates";

type Props = {
  /** Names the draft of what is written. */
  field: string;
  value: string | null;
  onChange: (time: string | null) => void;
};

/** A time of day, written as people do ("17:00", "5pm", "noon"); empty takes it away. Escape puts it back. */
export function TimeField({ field, value, onChange }: Props) {
  const { clock } = useKnown();
  const [draft, put, isFound] = useDraft(field);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const text = draft?.text ?? value ?? "";
  useTakeOver(input, text, (typed, isLeft) => put({ text: typed }, isLeft));

  function save() {
    if (!draft) return;
    const time = read(draft.text);
    if (time === undefined) return setWrong(true);
    reset();
    if (time !== value) onChange(time);
  }

  function read(written: string) {
    if (written.trim() === "") return null;
    const [span] = dates.read(`today at ${written}`, clock);
    return span?.time ?? undefined;
  }

  function reset() {
    put(undefined);
    setWrong(false);
  }

  return (
    <>
      <input
        ref={input}
        dir="auto"
        aria-label="Time"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? id : undefined}
        placeholder="None"
        autoComplete="off"
        value={text}
        onChange={({ target }) => put({ text: target.value })}
        onBlur={() => isFound || save()}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          if (event.key !== "Escape" || !draft) return;
          event.preventDefault();
          reset();
        }}
        className="h-8 w-full rounded bg-transparent px-2 placeholder:text-soft hover:bg-shade focus:bg-lift"
      />
      <FieldNote
        text={text}
        isFound={isFound && text !== value}
        onSave={save}
        onDiscard={reset}
        className="px-2 pb-1"
      />
      <OtherDrafts field={field} known={[text, value ?? ""]} className="px-2 pb-1" />
      {wrong && (
        <p id={id} role="alert" className="px-2 pb-1 text-late text-small">
          Enter a time, such as 17:00 or 5pm.
        </p>
      )}
    </>
  );
}

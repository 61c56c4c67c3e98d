"use client";

import { useRef } from "react";
import { stepName } from "@/components/shell/step-name";
import { Button } from "@/components/ui/button";
import { focusFieldOf, useKeepFocus } from "@/components/ui/use-keep-focus";

type Line = { field: string; draft: { text: string } };

type Steps<L extends Line> = {
  /** What is said of each, and of the button that sends it again. */
  state?: string;
  step?: string;
  disabled?: boolean;
  /** The step puts the words into the field, and the focus too. */
  isForField?: boolean;
  onAdd: (line: L) => void;
  onDiscard: (line: L) => void;
};

/** Lines that were sent and are not known to have arrived: each can be sent again, with one effect, or let go. */
export function UnsentLines<L extends Line>({ lines, state = "Not added yet", ...steps }: Steps<L> & { lines: L[] }) {
  if (lines.length === 0) return null;
  return (
    <ul aria-label={state} className="mt-1.5 flex flex-col gap-1 text-small text-soft">
      {lines.map((line) => (
        <UnsentLine key={line.field} line={line} state={state} {...steps} />
      ))}
    </ul>
  );
}

function UnsentLine<L extends Line>({ line, state, disabled = false, ...steps }: Steps<L> & { line: L }) {
  const { step = "Add", isForField, onAdd, onDiscard } = steps;
  const { text } = line.draft;
  const entry = useRef<HTMLLIElement>(null);
  useKeepFocus(entry);
  return (
    <li
      ref={entry}
      className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded border border-line border-dashed px-3 py-1.5"
    >
      <span
        dir="auto"
        className="line-clamp-6 min-w-0 grow basis-40 whitespace-pre-wrap break-words text-left text-ink"
      >
        {text}
      </span>
      <span className="flex items-baseline gap-x-3">
        <span>{state}</span>
        <Button
          tone="link"
          aria-label={stepName(step, text)}
          disabled={disabled}
          focusableWhenDisabled
          onClick={({ currentTarget }) => {
            if (isForField) focusFieldOf(currentTarget);
            onAdd(line);
          }}
        >
          {step}
        </Button>
        <Button tone="link" aria-label={stepName("Discard", text)} onClick={() => onDiscard(line)}>
          Discard
        </Button>
      </span>
    </li>
  );
}

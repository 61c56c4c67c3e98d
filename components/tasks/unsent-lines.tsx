"use client";

import { Button } from "@/components/ui/button";

type Line = { field: string; draft: { text: string } };

type Props<L extends Line> = {
  lines: L[];
  /** What is said of each, and of the button that sends it again. */
  state?: string;
  step?: string;
  disabled?: boolean;
  onAdd: (line: L) => void;
  onDiscard: (line: L) => void;
};

/** Lines that were sent and are not known to have arrived: each can be sent again, with one effect, or let go. */
export function UnsentLines<L extends Line>({ lines, onAdd, onDiscard, disabled = false, ...words }: Props<L>) {
  const { state = "Not added yet", step = "Add" } = words;
  if (lines.length === 0) return null;
  return (
    <ul aria-label={state} className="mt-1.5 flex flex-col gap-1 text-small text-soft">
      {lines.map((line) => (
        <li
          key={line.field}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded border border-line border-dashed px-3 py-1.5"
        >
          <span
            dir="auto"
            className="line-clamp-6 min-w-0 grow basis-40 whitespace-pre-wrap break-words text-left text-ink"
          >
            {line.draft.text}
          </span>
          <span className="flex items-baseline gap-x-3">
            <span>{state}</span>
            <Button tone="link" disabled={disabled} focusableWhenDisabled onClick={() => onAdd(line)}>
              {step}
            </Button>
            <Button tone="link" onClick={() => onDiscard(line)}>
              Discard
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

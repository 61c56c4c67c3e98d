import type { Ref } from "react";
import type { Mark } from "@/language/quick-add";

type Props = {
  ref: Ref<HTMLDivElement>;
  /** While an input method composes, the field shows its own letters: it knows how to mark them. On Android that is all the time. */
  hidden: boolean;
  text: string;
  marks: Mark[];
  /** What there is to say about a mark under the pointer. */
  titleOf: (mark: Mark) => string;
  onDismiss: (mark: Mark) => void;
};

/**
 * The words of a line as they are understood, drawn over the field that they are typed into, whose own letters are transparent.
 * Nothing here may change a letter's width, or the caret would part from its word: marks are bold by stroke, wide by shadow.
 */
export function Marks({ ref, hidden, text, marks, titleOf, onDismiss }: Props) {
  return (
    <div
      ref={ref}
      aria-hidden
      dir="auto"
      className={`pointer-events-none absolute inset-0 z-10 flex items-center field-text overflow-hidden whitespace-pre text-base ${hidden ? "invisible" : ""}`}
    >
      <span className="pe-4">
        {pieces(text, marks).map(({ start, text, mark }) =>
          mark ? (
            // For the pointer only; by key it is Backspace at the mark's end.
            <span
              key={start}
              title={`${titleOf(mark)} · click to keep as text`}
              onPointerDown={(event) => {
                event.preventDefault();
                onDismiss(mark);
              }}
              className="pointer-events-auto cursor-pointer rounded-[4px] bg-accent-wash py-0.5 text-accent-ink shadow-[0_0_0_1px_var(--accent-wash)] [-webkit-text-stroke:0.25px_currentColor]"
            >
              {text}
            </span>
          ) : (
            <span key={start}>{text}</span>
          ),
        )}
      </span>
    </div>
  );
}

function pieces(text: string, marks: Mark[]) {
  const parts: Array<{ start: number; text: string; mark?: Mark }> = [];
  let at = 0;
  for (const mark of marks) {
    parts.push({ start: at, text: text.slice(at, mark.start) }, { start: mark.start, text: mark.text, mark });
    at = mark.end;
  }
  parts.push({ start: at, text: text.slice(at) });
  return parts.filter((part) => part.text !== "");
}

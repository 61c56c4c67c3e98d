"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { useKeepFocus } from "@/components/ui/use-keep-focus";
import { lengthOf, shorten } from "@/language/text";

type Steps = { onSave?: (() => void) | undefined; onDiscard?: (() => void) | undefined };

type Props = Steps & {
  /** What the field has now, and the most that can be saved of it. */
  text: string;
  max?: number;
  /** Its words were found here: typed before a reload, or in another tab. */
  isFound?: boolean;
  className?: string;
};

/** Under a field: that it holds a draft, and from nine tenths on how near to the limit it is. Nothing otherwise. */
export function FieldNote({ text, max = Number.POSITIVE_INFINITY, isFound, className = "", ...steps }: Props) {
  const length = lengthOf(text.trim());
  const isNear = length >= max * 0.9;
  if (!isFound && !isNear) return null;
  return (
    <p className={`flex flex-wrap items-center gap-x-3 text-small text-soft ${className}`}>
      {isFound && <Found text={text} {...steps} />}
      {isNear && (
        <span role="status" className={`ml-auto tabular-nums ${length > max ? "text-late" : ""}`}>
          {length.toLocaleString("en")} / {max.toLocaleString("en")}
        </span>
      )}
    </p>
  );
}

function Found({ text, onSave, onDiscard }: Steps & { text: string }) {
  const words = shorten(text, 40);
  const note = useRef<HTMLSpanElement>(null);
  useKeepFocus(note);
  return (
    <span ref={note} className="contents">
      <span role="status">Draft, not saved</span>
      {onSave && (
        <Button tone="link" aria-description={words} onClick={onSave}>
          Save
        </Button>
      )}
      {onDiscard && (
        <Button tone="link" aria-description={words} onClick={onDiscard}>
          Discard
        </Button>
      )}
    </span>
  );
}

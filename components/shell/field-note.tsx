"use client";

import { Button } from "@/components/ui/button";
import { lengthOf } from "@/language/text";

type Props = {
  /** What the field has now, and the most that can be saved of it. */
  text: string;
  max?: number;
  /** Its words were found here: typed before a reload, or in another tab. */
  isFound?: boolean;
  onSave?: (() => void) | undefined;
  onDiscard?: () => void;
  className?: string;
};

/** Under a field: that it holds a draft, and from nine tenths on how near to the limit it is. Nothing otherwise. */
export function FieldNote({ text, max = Number.POSITIVE_INFINITY, isFound, onSave, onDiscard, className = "" }: Props) {
  const length = lengthOf(text.trim());
  const isNear = length >= max * 0.9;
  if (!isFound && !isNear) return null;
  return (
    <p className={`flex flex-wrap items-center gap-x-3 text-small text-soft ${className}`}>
      {isFound && (
        <>
          <span role="status">Draft, not saved</span>
          {onSave && (
            <Button tone="link" onClick={onSave}>
              Save
            </Button>
          )}
          {onDiscard && (
            <Button tone="link" onClick={onDiscard}>
              Discard
            </Button>
          )}
        </>
      )}
      {isNear && (
        <span role="status" className={`ml-auto tabular-nums ${length > max ? "text-late" : ""}`}>
          {length.toLocaleString("en")} / {max.toLocaleString("en")}
        </span>
      )}
    </p>
  );
}

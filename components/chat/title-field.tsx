"use client";

import { useRef } from "react";

type Props = {
  title: string;
  /** The new title, or nothing when it stays. Called once. */
  onDone: (title: string | undefined) => void;
  className?: string;
};

/** A conversation's title while it is renamed. Enter or leaving keeps it, Escape does not. */
export function TitleField({ title, onDone, className = "" }: Props) {
  const left = useRef(false);

  function leave(wanted: string) {
    if (left.current) return;
    left.current = true;
    const next = wanted.trim();
    onDone(next === "" || next === title ? undefined : next);
  }

  return (
    <input
      ref={select}
      defaultValue={title}
      maxLength={200}
      aria-label="Title of the conversation"
      onBlur={(event) => leave(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") leave(event.currentTarget.value);
        if (event.key === "Escape") leave(title);
        if (event.key === "Enter" || event.key === "Escape") event.stopPropagation();
      }}
      className={`min-w-0 rounded bg-lift px-2 outline-2 outline-accent ${className}`}
    />
  );
}

/** A menu that closes gives the focus back a moment later; the field wants it after that. */
function select(field: HTMLInputElement | null) {
  if (field) setTimeout(() => field.select());
}

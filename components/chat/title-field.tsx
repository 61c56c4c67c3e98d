"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import { FieldNote } from "@/components/shell/field-note";
import { limits } from "@/components/shell/limits";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useDraft } from "@/components/shell/use-draft";
import { lengthOf } from "@/language/text";

type Props = {
  id: string;
  title: string;
  /** The new title, or nothing when it stays. Called once. */
  onDone: (title: string | undefined) => void;
  /** In the place of `onDone` where what was written was let go. */
  onDiscard: (text: string) => void;
  className?: string;
};

/** Names the draft of a conversation's title, which lasts until the title is saved. */
export const titleFieldOf = (id: string) => `conversation ${id} title`;

/**
 * A conversation's title while it is renamed. Enter or leaving keeps it, Escape lets it go. One that is too long stays in
 * the field.
 */
export function TitleField({ id, title, onDone, onDiscard, className = "" }: Props) {
  const [draft, put, isFound] = useDraft(titleFieldOf(id));
  const left = useRef(false);
  const note = useId();
  const text = draft?.text ?? title;
  const isLong = lengthOf(text.trim()) > limits.conversation;

  function leave() {
    if (left.current || isLong) return;
    left.current = true;
    const next = text.trim();
    const isKept = next === "" || next === title;
    if (isKept) put(undefined);
    onDone(isKept ? undefined : next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.stopPropagation();
    if (event.key === "Enter" || ["", title].includes(text.trim())) return leave();
    left.current = true;
    put(undefined);
    onDiscard(text);
  }

  return (
    // What stands below belongs to it: to go there is not to leave.
    <fieldset
      aria-label="Rename"
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || leave()}
      className={`flex min-w-0 flex-col ${className}`}
    >
      <input
        ref={select}
        dir="auto"
        value={text}
        onChange={({ target }) => put({ text: target.value })}
        aria-label="Conversation title"
        aria-invalid={isLong || undefined}
        aria-describedby={note}
        onKeyDown={onKeyDown}
        className="h-7 w-full min-w-0 rounded bg-lift px-2 outline-2 outline-accent"
      />
      <span id={note}>
        <FieldNote text={text} max={limits.conversation} isFound={isFound && text !== title} />
      </span>
      <OtherDrafts field={titleFieldOf(id)} known={[text, title]} />
    </fieldset>
  );
}

/** A menu that closes gives the focus back a moment later; the field wants it after that. */
function select(field: HTMLInputElement | null) {
  if (field) setTimeout(() => field.select());
}

"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { retry } from "@/components/shell/answer";
import * as drafts from "@/components/shell/drafts";
import { useDraft } from "@/components/shell/use-draft";
import type { Changed } from "@/components/tasks/actions";
import { fieldOf } from "@/components/tasks/kept-drafts";
import { placeOf } from "@/components/tasks/sight";
import { short } from "@/components/tasks/task-name";
import * as notices from "@/components/ui/notices";
import type { Task } from "@/db/tasks";
import { lengthOf } from "@/language/text";

/** `bases` are what the field had when one began, and what was sent from it since: anything else was written elsewhere. */
export type Edit = { text: string; bases: string[] };

type Wanted = {
  task: Task;
  /** Which of its fields. */
  name: "title" | "description";
  label: string;
  value: string;
  max: number;
  onSave: (value: string, onto?: Task) => Promise<Changed>;
};

/**
 * One field of a task while it is edited: what is typed is a draft until the server has it, whatever becomes of the page, the panel or
 * the answer.
 */
export function useEdit({ task, name, label, value, max, onSave }: Wanted) {
  const [edit, put, isFound] = useDraft<Edit>(fieldOf(task, name));
  const [error, setError] = useState<string>();
  const [stale, setStale] = useState<Task>();
  const isHere = useRef(false);
  const sent = useRef<string>(undefined);

  const same = (text: string) => text.trim() === value.trim();
  const differs = edit !== undefined && !same(edit.text);
  const clashes = stale !== undefined || (differs && !edit.bases.some(same));

  function type(text: string, isLeft = false) {
    setError(undefined);
    put({ text, bases: edit?.bases ?? [value] }, isLeft);
  }

  function save(onto?: Task) {
    if (!edit) return;
    // Under way already, and shown as if it were saved: by the key, and then by leaving the field.
    if (edit.text === sent.current && !onto) return;
    if (!differs) return discard();
    if (name === "title" && edit.text.trim() === "") return refuse(edit.text, "Enter something here.");
    if (lengthOf(edit.text.trim()) > max)
      return refuse(edit.text, `Keep it to ${max.toLocaleString("en")} characters.`);
    setError(undefined);
    setStale(undefined);
    void send(edit, onto);
  }

  /** By the time of the answer one may have written on, or left, and the task have got its id. */
  async function send({ text, bases }: Edit, onto?: Task) {
    sent.current = text;
    put({ text, bases: [...bases, text].slice(-5) });
    const answer = await onSave(text, onto);
    if (sent.current === text) sent.current = undefined;
    const field = fieldOf(task, name);
    if (answer.ok) return drafts.saved(field, text);
    const theirs = "stale" in answer ? answer.stale : undefined;
    if (theirs && isHere.current) return setStale(theirs);
    const act = () => void send({ text, bases }, theirs);
    refuse(text, answer.message, theirs ? { label: "Keep mine", act } : retry(answer, act));
  }

  /** Beside the field, or where that is gone by now, in a notice that leads back to it. */
  function refuse(text: string, message: string, step?: { label: string; act: () => void }) {
    if (isHere.current) return setError(message);
    const way = { label: "Open", href: placeOf(task) };
    notices.warn(`${label}: “${short(text)}” isn’t saved. ${message}`, step, step ? undefined : way);
  }

  function discard() {
    put(undefined);
    setError(undefined);
    setStale(undefined);
  }

  /** Leaving the field saves. What was only found, was refused, or clashes waits for a decision. */
  function leave() {
    if (!isFound && !error && !clashes) save();
  }

  // Its going, with its panel or its page, is leaving too; what was refused is told once more.
  const onGone = useEffectEvent(() => (differs && error ? refuse(edit.text, error) : leave()));
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      onGone();
    };
  }, []);

  const isUnsaved = differs && (isFound || error !== undefined);
  // Of words that take the place of those that one sees here, saved or on their way: that is no conflict.
  const bases = [...(edit?.bases ?? []), value];
  return { text: edit?.text ?? value, isUnsaved, differs, clashes, stale, error, bases, type, save, leave, discard };
}

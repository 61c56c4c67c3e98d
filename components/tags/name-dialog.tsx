"use client";

import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { Answer } from "@/components/shell/answer";
import * as drafts from "@/components/shell/drafts";
import { FieldNote } from "@/components/shell/field-note";
import { limits } from "@/components/shell/limits";
import { newId } from "@/components/shell/new-id";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useDraft } from "@/components/shell/use-draft";
import { useArrived } from "@/components/tasks/use-arrived";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  title: string;
  description?: string;
  /** Names the draft. */
  field: string;
  /** The name to begin with. */
  name: string;
  /** What the button that does it says. */
  step: string;
  /** @param turnId the same as long as the name is, so that it is saved once, however often it is tried. */
  onSave: (name: string, turnId: string) => Promise<Answer>;
  onClose: () => void;
  /** What is chosen along with the name. */
  children?: ReactNode;
};

/** Asks for a tag's name. It closes once that is saved, and says by itself why it was refused. Closed otherwise, it keeps a draft. */
export function NameDialog({ title, description, field, name: first, step, onSave, onClose, children }: Props) {
  const [draft, put, isFound] = useDraft<drafts.Draft & { turnId: string }>(field);
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [unwritten] = useState(newId);
  const isClosed = useRef(false);
  const form = useId();
  const name = draft?.text ?? first;
  useArrived(draft && isFound ? [draft.turnId] : [], () => drafts.saved(field, name));

  function type(text: string) {
    setError(undefined);
    put({ text, turnId: newId() });
  }

  function close() {
    isClosed.current = true;
    onClose();
  }

  function discard() {
    put(undefined);
    close();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const answer = await onSave(name.trim(), draft?.turnId ?? unwritten);
    setSaving(false);
    if (!answer.ok) return setError(answer.message);
    drafts.saved(field, name);
    // By the time of the answer one may have typed on, or closed this and begun anew.
    if (!drafts.read(field) && !isClosed.current) close();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={description}
      width="small"
      actions={
        <>
          <Button onClick={discard}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} disabled={saving} focusableWhenDisabled>
            {step}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="flex flex-col gap-4">
        <Field label="Name" error={error}>
          <Input value={name} onValueChange={type} autoComplete="off" />
          <FieldNote
            text={name}
            max={limits.tag}
            isFound={isFound && name !== first}
            onDiscard={() => put(undefined)}
          />
          <OtherDrafts field={field} known={[name, first]} about={{ turnId: unwritten }} />
        </Field>
        {children}
      </form>
    </Dialog>
  );
}

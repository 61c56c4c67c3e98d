"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { Answer } from "@/components/shell/answer";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  title: string;
  description?: string;
  /** The name to begin with. */
  name: string;
  /** What the button that does it says. */
  step: string;
  onSave: (name: string) => Promise<Answer>;
  onClose: () => void;
  /** What is chosen along with the name. */
  children?: ReactNode;
};

/** Asks for a tag's name. It closes once that is saved, and says by itself why it was refused. */
export function NameDialog({ title, description, name: first, step, onSave, onClose, children }: Props) {
  const [name, setName] = useState(first);
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const form = useId();

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const answer = await onSave(name.trim());
    setSaving(false);
    if (answer.ok) onClose();
    else setError(answer.message);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      width="small"
      actions={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button tone="primary" type="submit" form={form} disabled={saving} focusableWhenDisabled>
            {step}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="flex flex-col gap-4">
        <Field label="Name" error={error}>
          <Input value={name} onValueChange={setName} autoComplete="off" />
        </Field>
        {children}
      </form>
    </Dialog>
  );
}

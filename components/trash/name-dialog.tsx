"use client";

import { type FormEvent, useState } from "react";
import type { Answer } from "@/components/shell/answer";
import { useKnown } from "@/components/shell/known";
import { freeName } from "@/components/trash/words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  /** The tag's own name, which another tag has now. */
  name: string;
  onRestore: (name: string) => Promise<Answer>;
  onClose: () => void;
};

/** Asks by which name a tag comes back whose own is taken. */
export function NameDialog({ name: own, onRestore, onClose }: Props) {
  const { tags } = useKnown();
  const names = tags.map(({ name }) => name);
  const taken = names.find((name) => name.toLowerCase() === own.toLowerCase()) ?? own;
  const [name, setName] = useState(() => freeName(own, names));
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const answer = await onRestore(name.trim());
    setSaving(false);
    if (answer.ok) onClose();
    else setError(answer.message);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Restore “${own}” by another name`}
      description={`There is a tag “${taken}” again. Both can stay if this one is called something else.`}
      width="small"
      actions={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button tone="primary" type="submit" form="restored-name" disabled={saving} focusableWhenDisabled>
            Restore
          </Button>
        </>
      }
    >
      <form id="restored-name" onSubmit={save}>
        <Field label="Name" error={error}>
          <Input value={name} onValueChange={setName} maxLength={50} autoComplete="off" />
        </Field>
      </form>
    </Dialog>
  );
}

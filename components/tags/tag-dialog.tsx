"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type FormEvent, useState } from "react";
import type { Answer } from "@/components/shell/answer";
import { colors } from "@/components/tags/colors";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  title: string;
  value: { name: string; color: string };
  onSave: (value: { name: string; color: string }) => Promise<Answer>;
  onClose: () => void;
};

/** Name and colour of a tag: the one form for a new tag and for one that there is. */
export function TagDialog({ title, value, onSave, onClose }: Props) {
  const [name, setName] = useState(value.name);
  const [color, setColor] = useState(value.color);
  const [error, setError] = useState<string>();
  const [saving, setSaving] = useState(false);
  const known = colors.some((one) => one.value.toUpperCase() === color.toUpperCase());
  const choices = known ? colors : [...colors, { name: "Its own", value: color }];

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const answer = await onSave({ name: name.trim(), color });
    setSaving(false);
    if (answer.ok) onClose();
    else setError(answer.message);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      width="small"
      actions={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button tone="primary" type="submit" form="tag" disabled={saving} focusableWhenDisabled>
            Save
          </Button>
        </>
      }
    >
      <form id="tag" onSubmit={save} className="flex flex-col gap-4">
        <Field label="Name" error={error}>
          <Input value={name} onValueChange={setName} maxLength={50} autoComplete="off" />
        </Field>
        <RadioGroup
          aria-label="Colour"
          value={color.toUpperCase()}
          onValueChange={(chosen) => setColor(chosen)}
          className="flex flex-wrap gap-2"
        >
          {choices.map((choice) => (
            <Radio.Root
              key={choice.value}
              value={choice.value.toUpperCase()}
              aria-label={choice.name}
              style={{ backgroundColor: choice.value }}
              className="flex size-7 items-center justify-center rounded-full outline-offset-2 data-checked:outline-2 data-checked:outline-ink"
            />
          ))}
        </RadioGroup>
      </form>
    </Dialog>
  );
}

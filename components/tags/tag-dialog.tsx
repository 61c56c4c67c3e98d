"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useState } from "react";
import type { Answer } from "@/components/shell/answer";
import { NameDialog } from "@/components/tags/name-dialog";
import { nameOfColor, palette, shownColor } from "@/language/colors";

type Props = {
  title: string;
  /** Names the draft. */
  field: string;
  value: { name: string; color: string };
  onSave: (value: { name: string; color: string }, turnId: string) => Promise<Answer>;
  onClose: () => void;
};

/** Name and colour of a tag: the one form for a new tag and for one that there is. */
export function TagDialog({ title, field, value, onSave, onClose }: Props) {
  const [color, setColor] = useState(value.color);
  const colors = Object.entries(palette).map(([name, value]) => ({ name, value: value as string }));
  const known = colors.some(({ value }) => value === color.toUpperCase());
  const choices = known
    ? colors
    : [...colors, { name: `current, close to ${nameOfColor(color)}`, value: color.toUpperCase() }];
  return (
    <NameDialog
      title={title}
      field={field}
      name={value.name}
      step="Save"
      onSave={(name, turnId) => onSave({ name, color }, turnId)}
      onClose={onClose}
    >
      <RadioGroup
        aria-label="Colour"
        value={color.toUpperCase()}
        onValueChange={(chosen) => setColor(chosen)}
        className="flex flex-wrap gap-2"
      >
        {choices.map((choice) => (
          <Radio.Root
            key={choice.value}
            value={choice.value}
            aria-label={choice.name}
            style={{ backgroundColor: shownColor(choice.value) }}
            className="tag-color flex size-7 items-center justify-center rounded-full outline-offset-2 data-checked:outline-2 data-checked:outline-ink"
          />
        ))}
      </RadioGroup>
    </NameDialog>
  );
}

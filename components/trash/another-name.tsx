"use client";

import type { Answer } from "@/components/shell/answer";
import { useKnown } from "@/components/shell/known";
import { NameDialog } from "@/components/tags/name-dialog";
import { freeName } from "@/components/trash/words";
import { sameName } from "@/language/text";

type Props = {
  id: string;
  /** The tag's own name, which another tag has now. */
  name: string;
  onRestore: (name: string) => Promise<Answer>;
  onClose: () => void;
};

/** Asks by which name a tag comes back whose own is taken. */
export function AnotherName({ id, name, onRestore, onClose }: Props) {
  const { tags } = useKnown();
  const names = tags.map((tag) => tag.name);
  const taken = names.find((one) => sameName(one, name)) ?? name;
  return (
    <NameDialog
      title={`Restore “${name}” with a new name`}
      description={`You already have a tag called “${taken}”. Rename this one to keep both.`}
      field={`tag ${id} restored`}
      name={freeName(name, names)}
      step="Restore"
      onSave={onRestore}
      onClose={onClose}
    />
  );
}

"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, Plus, X } from "lucide-react";
import { useDraft } from "@/components/shell/drafts";
import { useKnown } from "@/components/shell/known";
import { isNew, newTag } from "@/components/tags/new-tag";
import { TagDot } from "@/components/tags/tag-dots";
import { floating } from "@/components/ui/popover";
import type { Task } from "@/db/tasks";
import { cleanLine, isBlank, sameName } from "@/language/text";

type Tag = Task["tags"][number];
type Props = {
  /** Names the draft of what is written. */
  field: string;
  value: Tag[];
  onChange: (tags: Tag[]) => void;
};

/** The tags of a task: taken off by their cross, added by name, made in passing when there is none of that name. */
export function TagsField({ field, value, onChange }: Props) {
  const { tags } = useKnown();
  const [draft, put] = useDraft(field);
  const query = draft?.text ?? "";
  const setQuery = (text: string) => put(text ? { text } : undefined);
  const name = cleanLine(query);
  const canMake = !isBlank(name) && !tags.some((tag) => sameName(tag.name, name));
  const items: Tag[] = canMake ? [...tags, newTag(name, tags)] : tags;

  return (
    <Combobox.Root
      multiple
      items={items}
      value={value}
      onValueChange={(chosen) => {
        setQuery("");
        onChange(chosen);
      }}
      inputValue={query}
      // Left without a choice, Base UI would empty it.
      onInputValueChange={(text, { reason }) => reason !== "input-clear" && setQuery(text)}
      itemToStringLabel={({ name }: Tag) => name}
      isItemEqualToValue={(a: Tag, b: Tag) => sameName(a.name, b.name)}
      autoHighlight
    >
      <Combobox.Chips className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 rounded px-2 py-1 focus-within:bg-lift hover:bg-shade">
        {value.map((tag) => (
          <Combobox.Chip
            key={tag.name}
            aria-label={tag.name}
            className="flex items-center gap-1.5 rounded outline-none focus-within:outline-2 focus-within:outline-accent"
          >
            <TagDot color={tag.color} />
            {tag.name}
            <Combobox.ChipRemove aria-label={`Take off ${tag.name}`} className="rounded p-0.5 text-soft hover:text-ink">
              <X size={12} strokeWidth={2} aria-hidden />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          aria-label="Tags"
          placeholder={value.length === 0 ? "None" : "Add"}
          className="h-6 min-w-12 flex-1 bg-transparent outline-none placeholder:text-soft"
        />
      </Combobox.Chips>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} className="z-50">
          <Combobox.Popup className={`max-h-64 w-52 overflow-y-auto p-1 ${floating}`}>
            <Combobox.Empty className="p-2 text-small text-soft empty:hidden">
              Write a name to make a tag.
            </Combobox.Empty>
            <Combobox.List>
              {(tag: Tag) => (
                <Combobox.Item
                  key={tag.id}
                  value={tag}
                  className="flex h-8 items-center gap-2.5 rounded px-2.5 data-highlighted:bg-shade"
                >
                  {isNew(tag) ? <Plus size={12} aria-hidden className="-mx-0.5" /> : <TagDot color={tag.color} />}
                  <span className="flex-1 truncate">{isNew(tag) ? `Make “${tag.name}”` : tag.name}</span>
                  <Combobox.ItemIndicator>
                    <Check size={14} aria-hidden className="text-accent-ink" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

"use client";

import { Combobox } from "@base-ui/react/combobox";
import type { BaseUIEvent } from "@base-ui/react/types";
import { Check, Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Answer } from "@/components/shell/answer";
import * as drafts from "@/components/shell/drafts";
import { FieldNote } from "@/components/shell/field-note";
import { useKnown } from "@/components/shell/known";
import { limits } from "@/components/shell/limits";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useText } from "@/components/shell/use-draft";
import { useTakeOver } from "@/components/shell/use-take-over";
import { isNew, newTag } from "@/components/tags/new-tag";
import { TagDot } from "@/components/tags/tag-dots";
import { isChord } from "@/components/ui/chord";
import { useLandmark } from "@/components/ui/landmark";
import { floating } from "@/components/ui/popover";
import { Sentence } from "@/components/ui/sentence";
import type { Task } from "@/db/tasks";
import { cleanLine, isBlank, lengthOf, sameName } from "@/language/text";

type Tag = Task["tags"][number];
type Props = {
  /** Names the draft of what is written. */
  field: string;
  value: Tag[];
  /** `onSaved` is called once they are saved, which may be by Retry, after a refusal. */
  onChange: (tags: Tag[], onSaved: () => void) => Promise<Answer>;
};

/** The tags of a task: taken off by their cross, added by name, made in passing when there is none of that name. */
export function TagsField({ field, value, onChange }: Props) {
  const { tags } = useKnown();
  const [query, setQuery, isFound] = useText(field);
  const name = cleanLine(query);
  const isLong = lengthOf(name) > limits.tag;
  const canMake = !isBlank(name) && !isLong && !tags.some((tag) => sameName(tag.name, name));
  const items: Tag[] = canMake ? [...tags, newTag(name, tags)] : tags;
  const { contains } = Combobox.useFilter();
  // What is there already would be taken off by the Enter that is meant to add one whose name is like it.
  const fits = (tag: Tag) =>
    name === "" || (!value.some((one) => same(one, tag)) && (contains(tag.name, name) || sameName(tag.name, name)));
  const [isOpen, setOpen] = useState(false);
  const highlighted = useRef<Tag>(undefined);
  const container = useLandmark();
  const input = useRef<HTMLInputElement>(null);
  useTakeOver(input, query, setQuery);

  async function choose(chosen: Tag[]) {
    const made = chosen.find((tag) => isNew(tag) && !value.some((one) => same(one, tag)));
    setQuery("");
    const spend = () => made && drafts.read(field)?.text === made.name && setQuery("");
    const answer = await onChange(chosen, spend);
    // What could not be made comes back, unless the next one is being written.
    if (made && !answer.ok && !drafts.read(field)) setQuery(made.name);
  }

  function onKeyDown(event: BaseUIEvent<KeyboardEvent<HTMLInputElement>>) {
    // Base UI would take all tags off with Escape, and one after the other while Backspace is held.
    if ((event.key === "Escape" && !isOpen) || (event.key === "Backspace" && event.repeat && name === ""))
      event.preventBaseUIHandler();
    const tag = highlighted.current;
    if (!isChord(event.nativeEvent, "Tab") || !isOpen || name === "" || !tag) return;
    event.preventDefault();
    void choose([...value.filter((one) => !same(one, tag)), tag]);
  }

  return (
    <Combobox.Root
      multiple
      items={items}
      value={value}
      onValueChange={choose}
      open={isOpen}
      onOpenChange={setOpen}
      onItemHighlighted={(tag) => {
        highlighted.current = tag;
      }}
      inputValue={query}
      // Left without a choice, Base UI would empty it.
      onInputValueChange={(text, { reason }) => reason !== "input-clear" && setQuery(text)}
      filter={fits}
      itemToStringLabel={({ name }: Tag) => name}
      isItemEqualToValue={same}
      autoHighlight
    >
      <Combobox.Chips className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 rounded px-2 py-1 focus-within:bg-lift hover:bg-shade">
        {value.map((tag) => (
          <Combobox.Chip
            key={tag.name}
            aria-label={tag.name}
            className="flex min-w-0 items-center gap-1.5 rounded outline-none focus-within:outline-2 focus-within:outline-accent"
          >
            <TagDot color={tag.color} />
            <bdi className="truncate">{tag.name}</bdi>
            <Combobox.ChipRemove
              aria-label={`Remove tag ${tag.name}`}
              className="flex size-6 shrink-0 items-center justify-center rounded text-soft hover:text-ink"
            >
              <X size={12} strokeWidth={2} aria-hidden />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          ref={input}
          aria-label="Tags"
          aria-invalid={isLong || undefined}
          dir="auto"
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          placeholder={value.length === 0 ? "None" : "Add"}
          className="h-6 min-w-12 flex-1 bg-transparent outline-none placeholder:text-soft"
        />
      </Combobox.Chips>
      <FieldNote
        text={name}
        max={limits.tag}
        isFound={isFound && name !== ""}
        onDiscard={() => setQuery("")}
        className="px-2"
      />
      <OtherDrafts field={field} known={[query]} className="px-2" />
      <Combobox.Portal container={container}>
        <Combobox.Positioner align="start" sideOffset={4} className="z-50">
          {/* Not a `Popup`, which hides the rest of the page, where the focus is, from screen readers. */}
          <div className={`max-h-64 w-52 overflow-y-auto p-1 ${floating}`}>
            <Combobox.Empty className="p-2 text-small text-soft empty:hidden">
              {isLong
                ? `Keep it to ${limits.tag} characters.`
                : value.some((tag) => sameName(tag.name, name))
                  ? "This task has that tag."
                  : "Type a name to create a tag."}
            </Combobox.Empty>
            <Combobox.List>
              {(tag: Tag) => (
                <Combobox.Item
                  key={tag.id}
                  value={tag}
                  className="flex min-h-8 items-center gap-2.5 rounded px-2.5 data-highlighted:bg-shade pointer-coarse:min-h-11"
                >
                  {isNew(tag) ? <Plus size={12} aria-hidden className="-mx-0.5" /> : <TagDot color={tag.color} />}
                  <span dir={isNew(tag) ? undefined : "auto"} className="flex-1 truncate text-left">
                    {isNew(tag) ? <Sentence>{`Create “${tag.name}”`}</Sentence> : tag.name}
                  </span>
                  <Combobox.ItemIndicator>
                    <Check size={14} aria-hidden className="text-accent-ink" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </div>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

const same = (a: Tag, b: Tag) => sameName(a.name, b.name);

"use client";

import { CalendarDays, Flag, Tag as TagIcon } from "lucide-react";
import type { RefObject } from "react";
import { useKnown } from "@/components/shell/known";
import { TagDot } from "@/components/tags/tag-dots";
import type { Defaults } from "@/components/tasks/draft-line";
import { DuePopover } from "@/components/tasks/due-popover";
import { withDue, withPriority, withTag } from "@/components/tasks/line-words";
import { PriorityMenu, priorities } from "@/components/tasks/priority-menu";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { describeDue } from "@/language/calendar";
import type { QuickAdd } from "@/language/quick-add";

type Props = {
  /** Names the draft of the line. */
  place: string;
  text: string;
  line: QuickAdd;
  defaults: Defaults;
  field: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
};

const touch = "max-md:h-9";
const icon = { size: 14, strokeWidth: 1.75, "aria-hidden": true } as const;

/**
 * Date, priority and tags of a line without writing them: what is picked is written into the line, where it can be seen, learnt and
 * taken back. Each button says what was understood so far.
 */
export function LineTools({ place, text, line, defaults, field, onText }: Props) {
  const { clock, tags } = useKnown();
  const written = { text, marks: line.marks };
  const isDated = line.marks.some(({ kind }) => kind === "date" || kind === "repeat");
  const due = {
    dueDate: isDated ? line.dueDate : (defaults.dueDate ?? null),
    dueTime: line.dueTime,
    repeat: line.repeat,
    repeatFrom: line.repeatFrom,
    repeatStart: null,
  };
  const level = priorities.find(({ value }) => value === line.priority && value !== "none")?.label;
  const others = tags.filter(({ name, id }) => id !== defaults.tag?.id && !line.tags.includes(name));
  const named = [...(defaults.tag ? [defaults.tag.name] : []), ...line.tags];
  const said = describeDue(due, clock) || "No date";
  const toField = () => field.current;
  return (
    <div className="flex flex-wrap gap-2 pt-2.5">
      <DuePopover
        task={due}
        field={`${place} due`}
        onChange={(fields) => onText(withDue(written, { ...due, ...fields }, clock))}
        finalFocus={toField}
        trigger={
          <Button className={touch} aria-label={`Due: ${said}`}>
            <CalendarDays {...icon} />
            {said}
          </Button>
        }
      />
      <PriorityMenu
        value={line.priority}
        onChange={(priority) => onText(withPriority(written, priority))}
        align="start"
        finalFocus={toField}
        trigger={
          <Button className={touch} aria-label={level ? `Priority: ${level}` : "Priority"}>
            <Flag {...icon} />
            {level ?? "Priority"}
          </Button>
        }
      />
      <Menu
        align="start"
        finalFocus={toField}
        trigger={
          <Button aria-label={named.length > 0 ? `Tags: ${named.join(", ")}` : "Tag"} className={`max-w-40 ${touch}`}>
            <TagIcon {...icon} />
            <span dir="auto" className="truncate">
              {named.join(", ") || "Tag"}
            </span>
          </Button>
        }
      >
        {others.slice(0, 8).map(({ id, name, color }) => (
          <MenuItem key={id} mark={<TagDot color={color} />} onClick={() => onText(withTag(written, name))}>
            {name}
          </MenuItem>
        ))}
        <MenuItem mark="#" onClick={() => onText(withTag(written))}>
          {others.length > 8 ? "Another tag" : "New tag"}
        </MenuItem>
      </Menu>
    </div>
  );
}

"use client";

import { type RefObject, useRef, useState } from "react";
import { useKnown } from "@/components/shell/known";
import { TagDots } from "@/components/tags/tag-dots";
import { type Defaults, toTask } from "@/components/tasks/draft-line";
import { nested } from "@/components/tasks/new-task";
import { useTasks } from "@/components/tasks/use-tasks";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { describeDue } from "@/language/calendar";
import * as quickAdd from "@/language/quick-add";

type Props = { text: string; defaults: Defaults; onClose: () => void; finalFocus: RefObject<HTMLElement | null> };

/** A look at what pasted lines will become, each of which can be left out, before they are added in one go. */
export function PastedLines({ text, defaults, onClose, finalFocus }: Props) {
  const { clock, tags } = useKnown();
  const { add } = useTasks();
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const addButton = useRef<HTMLButtonElement>(null);
  const [now] = useState(() => new Date());
  const names = tags.map(({ name }) => name);
  const lines = quickAdd.lines(text).map((line, at) => {
    const understood = quickAdd.read(line.text, { ...clock, now }, { tags: names });
    return { ...line, at, task: toTask(understood, tags, line.depth > 0 ? {} : defaults) };
  });
  const wanted = lines.filter(({ at }) => !leftOut.has(at));

  function toggle(at: number, into: boolean) {
    const next = new Set(leftOut);
    if (into) next.delete(at);
    else next.add(at);
    setLeftOut(next);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={addButton}
      finalFocus={finalFocus}
      title={`Add ${wanted.length} ${wanted.length === 1 ? "task" : "tasks"}?`}
      description="Indented lines become subtasks of the line above."
      actions={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            ref={addButton}
            tone="primary"
            disabled={wanted.length === 0}
            onClick={() => {
              add(nested(wanted), { noticed: true });
              onClose();
            }}
          >
            Add
          </Button>
        </>
      }
    >
      <ul className="-mx-1 max-h-[50dvh] overflow-y-auto">
        {lines.map(({ at, depth, task }) => (
          <li key={at} style={{ paddingInlineStart: `${Math.min(depth, 1) * 24}px` }}>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the tick box is its control */}
            <label className="flex min-h-8 items-center gap-2.5 rounded px-1 hover:bg-shade">
              <Checkbox checked={!leftOut.has(at)} onCheckedChange={(into) => toggle(at, into)} />
              <span className="flex-1">{task.title}</span>
              <span className="flex items-center gap-3 text-small text-soft">
                <TagDots tags={task.tags ?? []} />
                {describeDue({ dueDate: task.dueDate ?? null, dueTime: task.dueTime ?? null }, clock)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

"use client";

import { type ClipboardEvent, type DragEvent, type ReactNode, type RefObject, useState } from "react";
import { type Draft, useDraft } from "@/components/shell/drafts";
import { newId } from "@/components/shell/new-id";
import type { Defaults } from "@/components/tasks/draft-line";
import { PastedLines } from "@/components/tasks/pasted-lines";
import { Button } from "@/components/ui/button";
import type { Task } from "@/db/tasks";
import * as quickAdd from "@/language/quick-add";

/**
 * A pasted list on its way into tasks: `text` as it came, and by a line's number what was written in its place, which were left out and
 * which were added already. `turnId` is the turn by which the next ones are added.
 */
export type Paste = Draft & { edits: Record<number, string>; out: number[]; added: number[]; turnId: string };

type Wanted = {
  /** Names the draft of the field that is pasted into. */
  field: string;
  /** What the page gives to tasks; or the task that the lines become subtasks of. */
  defaults?: Defaults;
  parent?: Task;
  focus: RefObject<HTMLElement | null>;
};

/**
 * Several lines that are pasted or dropped into a field for one are looked at in a dialog before they are added.
 * @returns `take` for both events of the field, and what is to stand below it.
 */
export function usePaste({ field, ...rest }: Wanted): { take: (event: Taken) => void; shown: ReactNode } {
  const [paste, put] = useDraft<Paste>(`${field} paste`);
  const [open, setOpen] = useState(false);

  function take(event: Taken) {
    const data = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
    const text = data.getData("text/plain");
    if (quickAdd.lines(text).length < 2) return;
    event.preventDefault();
    put({ text, edits: {}, out: [], added: [], turnId: newId() });
    setOpen(true);
  }

  const shown = paste && open && (
    <PastedLines
      {...rest}
      paste={paste}
      onChange={put}
      onClose={() => setOpen(false)}
      onDone={() => {
        setOpen(false);
        put(undefined);
      }}
    />
  );
  const count = paste && !open ? quickAdd.lines(paste.text).length - paste.added.length : 0;
  const offer = count > 0 && (
    <p className="mt-1.5 flex items-center gap-3 text-small text-soft">
      <span role="status">{count === 1 ? "1 pasted line isn’t" : `${count} pasted lines aren’t`} added yet</span>
      <Button tone="link" onClick={() => setOpen(true)}>
        Review
      </Button>
      <Button tone="link" onClick={() => put(undefined)}>
        Discard
      </Button>
    </p>
  );
  return { take, shown: shown || offer };
}

type Taken = ClipboardEvent | DragEvent;

"use client";

import { type ClipboardEvent, type DragEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import * as drafts from "@/components/shell/drafts";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useDraft } from "@/components/shell/use-draft";
import type { Defaults } from "@/components/tasks/draft-line";
import { afterAdding, append, batchOf, begin, type Paste, wantedOf } from "@/components/tasks/paste";
import { PastedLines } from "@/components/tasks/pasted-lines";
import { useArrived } from "@/components/tasks/use-arrived";
import { Button } from "@/components/ui/button";
import * as notices from "@/components/ui/notices";
import { useKeepFocus } from "@/components/ui/use-keep-focus";
import type { Task } from "@/db/tasks";
import * as quickAdd from "@/language/quick-add";

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
  const name = `${field} paste`;
  const [paste, put, isFound] = useDraft<Paste>(name);
  const [open, setOpen] = useState(false);
  // Not the dialog's, which may be closed and opened again meanwhile.
  const [saving, setSaving] = useState(false);

  function take(event: Taken) {
    const data = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
    const text = data.getData("text/plain");
    if (quickAdd.lines(text).length < 2) return;
    event.preventDefault();
    put(append(paste, begin(text)));
    setOpen(true);
  }

  /** By now one may have written on in the lines, or pasted others. */
  function added(sent: Paste, lines: number[]) {
    const left = afterAdding(drafts.read(name) as Paste | undefined, sent, lines);
    put(left);
    if (!left || wantedOf(left).length === 0) setOpen(false);
  }

  const isNew = useArrived(paste && isFound ? [paste.turnId] : [], (turnId) => {
    if (paste?.turnId === turnId) added(paste, batchOf(paste));
  });
  const count = paste ? quickAdd.lines(paste.text).length - paste.added.length : 0;

  function discard() {
    setOpen(false);
    if (saving) return; // they are on their way
    put(undefined);
    const act = () => {
      const now = drafts.read(name) as Paste | undefined;
      drafts.write(name, now ? append(paste, now) : paste);
    };
    notices.say(`Discarded ${count === 1 ? "1 pasted line" : `${count} pasted lines`}`, { label: "Undo", act });
  }

  const shown = paste && open && (
    <PastedLines
      {...rest}
      paste={paste}
      saving={saving}
      onSaving={setSaving}
      onChange={put}
      onAdded={added}
      onClose={() => setOpen(false)}
      onDiscard={discard}
    />
  );
  const isKnown = !paste || !isFound || !isNew(paste.turnId);
  const offer = !open && isKnown && count > 0 && (
    <Offer count={count} onReview={() => setOpen(true)} onDiscard={discard} />
  );
  const others = !open && <OtherDrafts field={name} known={[paste?.text ?? ""]} />;
  return {
    take,
    shown: (
      <>
        {shown || offer}
        {others}
      </>
    ),
  };
}

type OfferProps = { count: number; onReview: () => void; onDiscard: () => void };

function Offer({ count, onReview, onDiscard }: OfferProps) {
  const lines = count === 1 ? "1 pasted line" : `${count} pasted lines`;
  const note = useRef<HTMLParagraphElement>(null);
  useKeepFocus(note);
  return (
    <p ref={note} className="mt-1.5 flex items-center gap-3 text-small text-soft">
      <span role="status">
        {lines} {count === 1 ? "isn’t" : "aren’t"} added yet
      </span>
      <Button tone="link" aria-label={`Review ${lines}`} onClick={onReview}>
        Review
      </Button>
      <Button tone="link" aria-label={`Discard ${lines}`} onClick={onDiscard}>
        Discard
      </Button>
    </p>
  );
}

type Taken = ClipboardEvent | DragEvent;

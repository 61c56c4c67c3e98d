"use client";

import { ArrowRight, CornerDownRight, Plus, Tag } from "lucide-react";
import { useId } from "react";
import type { AskRow } from "@/components/chat/ask-rows";
import { AskedNotes } from "@/components/chat/asked-notes";
import { EditWords } from "@/components/chat/edit-words";
import { Checkbox } from "@/components/ui/checkbox";

type Props = { row: AskRow; struck: boolean; onTick: (ticked: boolean) => void };

/** A row that would change. What goes along with another row stands under it, and is ticked with it. */
export function AskedRow({ row, struck, onTick }: Props) {
  const id = useId();
  const { kind, title, edits, notes, isNew } = row;
  const name = edits.find(({ field }) => field === "title")?.to;
  // A tag that is made on the way comes with the tasks that get it.
  const own = !row.with && !(kind === "tag" && isNew);
  const words = (
    <>
      {kind === "tag" && (
        <Tag size={14} strokeWidth={1.75} role="img" aria-label="Tag" className="shrink-0 text-soft" />
      )}
      {kind === "task" && isNew && (
        <Plus size={14} strokeWidth={1.75} role="img" aria-label="New" className="shrink-0 text-soft" />
      )}
      <span
        dir="auto"
        className={`min-w-0 grow basis-1/2 wrap-anywhere ${struck ? "text-soft line-through decoration-faint" : ""}`}
      >
        {kind === "tag" ? `#${title}` : title}
      </span>
      {name && (
        <span className={`flex min-w-0 basis-full gap-1.5 ${row.with ? "" : "pl-6.5"}`}>
          <ArrowRight
            size={14}
            strokeWidth={1.75}
            role="img"
            aria-label="Renamed"
            className="mt-0.75 shrink-0 text-soft"
          />
          <span
            dir="auto"
            className={`min-w-0 wrap-anywhere ${struck ? "text-soft line-through decoration-faint" : ""}`}
          >
            {name}
          </span>
        </span>
      )}
      <EditWords edits={edits.filter(({ field }) => field !== "title")} />
    </>
  );
  const look = "flex flex-wrap items-center gap-x-2.5 px-3";
  if (!own)
    return (
      <li className={`${look} min-h-8 py-1.5 pl-9.5 text-small text-soft`}>
        {row.with && <CornerDownRight size={13} strokeWidth={1.75} aria-hidden className="shrink-0 text-faint" />}
        {words}
        {notes && <AskedNotes notes={notes} />}
      </li>
    );
  return (
    <li>
      <label htmlFor={id} className={`${look} min-h-9.5 py-2`}>
        <Checkbox id={id} checked={!struck} onCheckedChange={onTick} />
        {words}
      </label>
      {notes && <AskedNotes notes={notes} className="-mt-1 pr-3 pb-2 pl-9.5" />}
    </li>
  );
}

"use client";

import {
  CalendarArrowUp,
  CircleAlert,
  CircleCheck,
  type LucideIcon,
  Pencil,
  Plus,
  RotateCcw,
  Tag,
  Trash2,
  Undo2,
} from "lucide-react";
import { useOptimistic } from "react";
import * as chats from "@/components/chat/chats";
import { EditWords } from "@/components/chat/edit-words";
import { focusBox } from "@/components/chat/focus";
import { useFirst } from "@/components/chat/show-all";
import { useTalk } from "@/components/chat/talk";
import type { Card, Change, What } from "@/components/chat/turn";
import { undoTurn } from "@/components/tasks/actions";
import { forget } from "@/components/tasks/recent-changes";
import { useWriting } from "@/components/tasks/writes";
import { Button } from "@/components/ui/button";

const signs: Record<What, { icon: LucideIcon; words: string }> = {
  add: { icon: Plus, words: "Added" },
  change: { icon: Pencil, words: "Changed" },
  complete: { icon: CircleCheck, words: "Completed" },
  reopen: { icon: RotateCcw, words: "Reopened" },
  remove: { icon: Trash2, words: "Moved to Trash" },
  restore: { icon: RotateCcw, words: "Restored" },
  tag: { icon: Tag, words: "Changed" },
  undo: { icon: Undo2, words: "Undone" },
};

/** What the turn came to: every change, old and new, and the way back. */
export function TurnCard({ card, undone, running }: { card: Card; undone: boolean; running: boolean }) {
  const { chat } = useTalk();
  const { takeBack } = useWriting();
  const [isUndone, show] = useOptimistic(undone);
  const { changes, failures, turnId } = card;
  const { shown, more } = useFirst(changes);

  function undo(pressed: HTMLElement) {
    focusBox(pressed);
    takeBack({
      said: "what the assistant did",
      show: () => show(true),
      act: async (call) => {
        const answer = await call(undoTurn, { id: turnId });
        if (answer.ok) taken();
        return answer;
      },
    });
  }

  function taken() {
    chats.markUndone(chat, turnId);
    for (const { id, changeIds } of changes) {
      for (const changeId of changeIds) forget({ taskId: id, changeId });
    }
  }

  return (
    <section aria-label="Changes" className="rounded border border-line bg-lift shadow-float">
      <ul className="divide-y divide-line">
        {shown.map((change) => (
          <ChangeRow key={change.id} change={change} undone={isUndone} />
        ))}
        {failures.map(({ id, title, reason }) => (
          <li key={id} className="flex min-h-9.5 items-center gap-2.5 px-3 py-2">
            <CircleAlert size={15} strokeWidth={1.75} className="shrink-0 text-late" role="img" aria-label="Not done" />
            <span dir="auto" className="min-w-0 flex-1 truncate text-left">
              {title}
            </span>
            <span className="text-small text-soft">{reason}</span>
          </li>
        ))}
      </ul>
      {more}
      {changes.length > 0 && (
        <footer className="flex h-8 items-center justify-between gap-3 border-line border-t px-3 text-small text-soft">
          {isUndone ? (
            <span className="flex items-center gap-2">
              <Undo2 size={14} strokeWidth={1.75} aria-hidden /> {undone ? "Undone" : "Undoing…"}
            </span>
          ) : (
            card.undoable && (
              <Button
                tone="link"
                className="gap-2 font-medium"
                disabled={running}
                onClick={(event) => undo(event.currentTarget)}
              >
                <Undo2 size={14} strokeWidth={1.75} aria-hidden /> Undo this turn
              </Button>
            )
          )}
          <span>{changes.length === 1 ? "1 change" : `${changes.length.toLocaleString("en")} changes`}</span>
        </footer>
      )}
    </section>
  );
}

function ChangeRow({ change, undone }: { change: Change; undone: boolean }) {
  const { what, title, edits } = change;
  const { icon, words } = signs[what];
  const Icon = what === "change" && edits[0]?.field === "due" ? CalendarArrowUp : icon;
  const faded = undone || what === "remove";
  return (
    <li className="flex min-h-9.5 flex-wrap items-center gap-x-2.5 px-3 py-2">
      <Icon size={15} strokeWidth={1.75} className="shrink-0 text-accent" role="img" aria-label={words} />
      <span
        dir="auto"
        className={`min-w-0 grow basis-1/2 truncate text-left ${faded ? "text-soft line-through decoration-faint" : ""}`}
      >
        {title}
      </span>
      <EditWords edits={edits} />
    </li>
  );
}

"use client";

import { Check, CircleHelp, ShieldQuestionMark, X } from "lucide-react";
import { useId, useState } from "react";
import type { ChatMessage } from "@/assistant/message";
import { type Ask, countOf } from "@/components/chat/ask";
import { AskedRow } from "@/components/chat/asked-row";
import { focusBox } from "@/components/chat/focus";
import { useFirst } from "@/components/chat/show-all";
import { useTalk } from "@/components/chat/talk";
import { outcomeOf, told } from "@/components/chat/told";
import { keep } from "@/components/chat/transport";
import { useKnown } from "@/components/shell/known";
import { Button } from "@/components/ui/button";

const icons = { open: CircleHelp, interrupted: CircleHelp, answered: Check, allowed: Check, declined: X, failed: X };

/** Asks for leave, row by row, and shows afterwards what was answered. `live` is false once the conversation went on. */
export function Approval({ ask, message, live }: { ask: Ask; message: ChatMessage; live: boolean }) {
  if (ask.state === "open" && live) return <Question ask={ask} />;
  const outcome = outcomeOf(ask, message);
  const Icon = icons[outcome];
  return (
    <p className="flex items-center gap-2 text-small text-soft">
      <Icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {told(ask, outcome)}
    </p>
  );
}

function Question({ ask }: { ask: Ask }) {
  const { chat } = useTalk();
  const { trashDays } = useKnown();
  const { act, approvalId, rows } = ask;
  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const { shown, more } = useFirst(rows);
  const label = useId();
  const left = rows.filter((row) => !row.with && !struck.has(row.id)).map(({ id }) => id);
  // What is made on the way, such as a new tag, is no reason to go on.
  const some = rows.some((row) => !struck.has(row.with ?? row.id) && !(row.kind === "tag" && row.isNew));

  function answer(pressed: HTMLElement, approved: boolean) {
    focusBox(pressed);
    if (approved && struck.size > 0) keep(approvalId, left);
    void chat.addToolApprovalResponse({ id: approvalId, approved });
  }

  function tick(id: string, ticked: boolean) {
    const next = new Set(struck);
    if (ticked) next.delete(id);
    else next.add(id);
    setStruck(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be a row of its box
    <div role="group" aria-labelledby={label} className="rounded border border-line bg-lift shadow-float">
      <p className="flex min-h-9.5 items-center gap-2.5 px-3 py-2 font-medium">
        <ShieldQuestionMark
          size={16}
          strokeWidth={1.75}
          aria-hidden
          className={`shrink-0 ${act.grave ? "text-late" : "text-accent"}`}
        />
        <span id={label} aria-live="polite">
          {act.question(countOf(rows, struck))}
        </span>
      </p>
      <ul className="divide-y divide-line border-line border-t">
        {shown.map((row) => (
          <AskedRow
            key={row.id}
            row={row}
            struck={struck.has(row.with ?? row.id)}
            onTick={(ticked) => tick(row.id, ticked)}
          />
        ))}
      </ul>
      {more}
      <footer className="flex flex-wrap items-center gap-2 border-line border-t px-3 py-2">
        <Button tone="primary" disabled={!some} onClick={(event) => answer(event.currentTarget, true)}>
          {act.yes}
        </Button>
        <Button onClick={(event) => answer(event.currentTarget, false)}>Cancel</Button>
        <span className="ml-auto text-small text-soft">{act.note(trashDays)}</span>
      </footer>
    </div>
  );
}

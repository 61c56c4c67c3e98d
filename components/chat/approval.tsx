"use client";

import { Check, CircleHelp, ShieldQuestionMark, X } from "lucide-react";
import { useId, useState } from "react";
import type { Ask } from "@/components/chat/ask";
import { EditWords } from "@/components/chat/edit-words";
import { focusBox } from "@/components/chat/focus";
import { useTalk } from "@/components/chat/talk";
import { keep } from "@/components/chat/transport";
import { useKnown } from "@/components/shell/known";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";

/** Asks for leave, row by row, and shows afterwards what was answered. `live` is false once the conversation went on. */
export function Approval({ ask, live }: { ask: Ask; live: boolean }) {
  if (ask.state === "open" && live) return <Question ask={ask} />;
  const { act, allowed, rows, state } = ask;
  const told = {
    open: { icon: CircleHelp, words: `Not answered: ${act.question(rows.length)}` },
    answered: { icon: Check, words: act.allowed(allowed) },
    allowed: { icon: Check, words: act.allowed(allowed) },
    declined: { icon: X, words: act.declined },
    failed: { icon: X, words: "That did not work; nothing was changed" },
  }[state];
  return (
    <p className="flex items-center gap-2 text-small text-soft">
      <told.icon size={14} strokeWidth={1.75} aria-hidden className="shrink-0" />
      {told.words}
    </p>
  );
}

function Question({ ask }: { ask: Ask }) {
  const { chat } = useTalk();
  const { trashDays } = useKnown();
  const { act, approvalId, rows } = ask;
  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const label = useId();
  const left = rows.filter(({ id }) => !struck.has(id)).map(({ id }) => id);

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
          className={act.grave ? "text-late" : "text-accent"}
        />
        <span id={label}>{act.question(left.length)}</span>
      </p>
      <ul className="divide-y divide-line border-line border-t">
        {rows.map(({ id, title, edits }) => (
          <li key={id}>
            <label htmlFor={`${label}-${id}`} className="flex min-h-9.5 flex-wrap items-center gap-x-2.5 px-3 py-2">
              <Checkbox
                id={`${label}-${id}`}
                checked={!struck.has(id)}
                onCheckedChange={(ticked) => tick(id, ticked)}
              />
              <span className={`min-w-0 grow basis-1/2 truncate ${struck.has(id) ? "text-soft" : ""}`}>{title}</span>
              <EditWords edits={edits} />
            </label>
          </li>
        ))}
      </ul>
      <footer className="flex flex-wrap items-center gap-2 border-line border-t px-3 py-2">
        <Button tone="primary" disabled={left.length === 0} onClick={(event) => answer(event.currentTarget, true)}>
          {act.yes}
        </Button>
        <Button onClick={(event) => answer(event.currentTarget, false)}>{act.no}</Button>
        <span className="ml-auto text-small text-soft">{act.note(trashDays)}</span>
      </footer>
    </div>
  );
}

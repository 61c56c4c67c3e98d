"use client";

import { X } from "lucide-react";
import { startTransition, useEffect, useEffectEvent, useOptimistic } from "react";
import { newId } from "@/components/shell/new-id";
import { send } from "@/components/shell/send";
import { fillQuickAdd, quickAddField } from "@/components/shell/shortcuts";
import { usePending } from "@/components/tasks/writes";
import { IconButton } from "@/components/ui/icon-button";
import { dismissHint } from "@/components/views/actions";

const examples = ["Call mum tomorrow 5pm #family !high", "Water the plants every 3 days", "Learn to juggle someday"];

/**
 * What a newcomer can write into an empty view, to click on and see. The first task that is added ends it for good, in every view and on every device; so
 * do Escape and its button.
 */
export function Hint() {
  const [isGone, hide] = useOptimistic(false);
  const isAdding = usePending().some(({ kind }) => kind === "add");

  function dismiss() {
    startTransition(async () => {
      hide(true);
      await send(newId(), (call) => call(dismissHint, {})); // refused, it comes back
    });
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    const from = event.target;
    const isHere =
      from === document.body || from === quickAddField() || (from instanceof Element && from.closest("#hint"));
    if (event.key === "Escape" && isHere && !document.querySelector("[role=dialog]")) dismiss();
  });
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  if (isGone || isAdding) return null;
  return (
    <section id="hint" aria-label="Examples" className="mt-3 flex items-start gap-2 print:hidden">
      <div className="flex flex-1 flex-wrap items-center gap-x-2 gap-y-1.5 text-small text-soft">
        <p className="w-full">
          Type it as you’d say it. Tandem understands dates, repeats, #tags and !priority. Try one:
        </p>
        {examples.map((example) => (
          <button
            key={example}
            type="button"
            onClick={() => fillQuickAdd(example)}
            className="rounded border border-line bg-lift px-2 py-1 text-left text-ink hover:bg-accent-wash hover:text-accent-ink"
          >
            {example}
          </button>
        ))}
      </div>
      <IconButton icon={X} label="Hide examples" keys="Escape" size="small" onClick={dismiss} />
    </section>
  );
}

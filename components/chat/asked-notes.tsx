import { ChevronRight } from "lucide-react";
import type { AskRow } from "@/components/chat/ask-rows";
import { snippet } from "@/components/chat/snippet";

type Props = { notes: NonNullable<AskRow["notes"]>; className?: string };

/** New notes on one line; opened, all of them below what they replace. */
export function AskedNotes({ notes: { from, to }, className = "" }: Props) {
  return (
    <details className={`group min-w-0 basis-full text-small text-soft ${className}`}>
      <summary className="flex min-h-6 cursor-pointer list-none items-center gap-1 rounded outline-offset-2">
        <ChevronRight size={13} strokeWidth={1.75} aria-hidden className="shrink-0 group-open:rotate-90" />
        <span className="shrink-0">{to ? "Notes" : "No notes"}</span>
        {to ? (
          <span dir="auto" className="min-w-0 truncate text-ink group-open:hidden">
            {snippet(to, "")}
          </span>
        ) : (
          <del dir="auto" className="min-w-0 truncate line-through decoration-faint group-open:hidden">
            {snippet(from ?? "", "")}
          </del>
        )}
      </summary>
      <div className="max-h-60 space-y-1 overflow-y-auto whitespace-pre-wrap wrap-anywhere py-1 pl-4.5">
        {from && (
          <del dir="auto" className="block text-soft line-through decoration-faint">
            <span className="sr-only">was </span>
            {from}
          </del>
        )}
        {to && (
          <p dir="auto" className="text-ink">
            {to}
          </p>
        )}
      </div>
    </details>
  );
}

import type { Edit } from "@/components/chat/edits";

/** Old → new, the old struck: "~~Today~~ Mon 23". */
export function EditWords({ edits }: { edits: Edit[] }) {
  return edits.map(({ field, from, to }) => (
    <span key={field} className="flex min-w-0 gap-1.5 text-small text-soft">
      {from && (
        <del className="truncate text-soft line-through decoration-faint">
          <span className="sr-only">was </span>
          {from}
        </del>
      )}
      {to && (
        <span className="truncate">
          {from && <span className="sr-only">, is now </span>}
          {to}
        </span>
      )}
    </span>
  ));
}

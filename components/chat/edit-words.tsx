import type { Edit } from "@/components/chat/edits";

/** Old → new, the old struck: "~~Today~~ Mon 23". */
export function EditWords({ edits }: { edits: Edit[] }) {
  const shown = edits.filter(({ from, to }) => from || to);
  if (shown.length === 0) return null;
  return (
    <span className="ml-auto flex min-w-0 max-w-[calc(100%-1.625rem)] flex-wrap justify-end gap-x-3 text-small text-soft">
      {shown.map(({ field, from, to }) => (
        <span key={`${field} ${to}`} className="flex min-w-0 gap-1.5">
          {from && (
            <del className="wrap-anywhere text-soft line-through decoration-faint">
              <span className="sr-only">was </span>
              <bdi>{from}</bdi>
            </del>
          )}
          {to && (
            <span className="wrap-anywhere">
              {from && <span className="sr-only">, is now </span>}
              <bdi>{to}</bdi>
            </span>
          )}
        </span>
      ))}
    </span>
  );
}

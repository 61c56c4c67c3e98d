"use client";

import { type ReactNode, useOptimistic, useRef, useState } from "react";
import { useKnown } from "@/components/shell/known";
import { useListKeys } from "@/components/tasks/list-keys";
import { applyAll } from "@/components/tasks/optimistic";
import { useCurrentRow } from "@/components/tasks/use-current-row";
import { usePending } from "@/components/tasks/writes";
import { AnotherName } from "@/components/trash/another-name";
import { TrashedRow } from "@/components/trash/trashed-row";
import { useRestore } from "@/components/trash/use-restore";
import type { Listed, Trashed } from "@/db/trash";

type Props = {
  /** The rows as the server has them. */
  items: Listed[];
  /** What stands here when there are no rows. */
  empty: ReactNode;
};

const none: ReadonlySet<string> = new Set();

/** What is in the trash, without what is on its way back. */
export function TrashList({ items, empty }: Props) {
  const { clock } = useKnown();
  const pending = usePending();
  const [hidden, hide] = useOptimistic(none, (ids, id: string) => new Set([...ids, id]));
  const [taken, setTaken] = useState<Extract<Trashed, { noun: "tag" }>>();
  const { restore, restoreAs } = useRestore({ hide, askForName: setTaken });
  const list = useRef<HTMLUListElement>(null);
  // Nothing here is moved by hand.
  useListKeys(list, () => false);

  const rows = items.filter(({ noun, thing }) => {
    if (noun === "task") return applyAll([thing], pending).some(({ deletedAt }) => deletedAt !== null);
    return !hidden.has(thing.id);
  });
  const ids = rows.map(({ thing }) => thing.id);
  const { current, handlers } = useCurrentRow(list, ids);

  return (
    <>
      {rows.length === 0 ? (
        empty
      ) : (
        <ul ref={list} aria-label="In Trash" {...handlers} className="mt-6 border-line border-t [--due:76px]">
          {rows.map((trashed) => (
            <TrashedRow
              key={trashed.thing.id}
              trashed={trashed}
              clock={clock}
              current={trashed.thing.id === current}
              onRestore={restore}
            />
          ))}
        </ul>
      )}
      {taken && (
        <AnotherName
          id={taken.thing.id}
          name={taken.thing.name}
          onRestore={(name) => restoreAs(taken, name)}
          onClose={() => setTaken(undefined)}
        />
      )}
    </>
  );
}

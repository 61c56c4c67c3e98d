"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { useKeepFocus } from "@/components/ui/use-keep-focus";

type Props = { theirs: string; onMine: () => void; onTheirs: () => void };

/** Two people, or one in two places, wrote different things into one field. */
export function Conflict({ theirs, onMine, onTheirs }: Props) {
  const alert = useRef<HTMLDivElement>(null);
  useKeepFocus(alert);
  return (
    <div ref={alert} role="alert" className="mx-2 mt-1.5 rounded border border-line bg-lift p-3 text-small">
      <p className="text-ink">
        This was changed somewhere else
        {theirs ? (
          <>
            , to “<bdi>{theirs}</bdi>”
          </>
        ) : (
          ""
        )}
        . Your version isn’t saved yet.
      </p>
      <div className="mt-2 flex gap-2">
        <Button onClick={onMine}>Keep mine</Button>
        <Button tone="quiet" onClick={onTheirs}>
          Use theirs
        </Button>
      </div>
    </div>
  );
}

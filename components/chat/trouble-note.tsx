"use client";

import { CircleAlert } from "lucide-react";
import { focusBox } from "@/components/chat/focus";
import { useTalk } from "@/components/chat/talk";
import type { Trouble } from "@/components/chat/trouble";
import { Button } from "@/components/ui/button";

/** What happened, what is safe, and what to do. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const { chat } = useTalk();
  const { text, retry, calm } = trouble;
  return (
    <div role={calm ? undefined : "alert"} className="flex items-start gap-2 text-small text-soft">
      {!calm && <CircleAlert size={14} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-late" />}
      <p>
        {text}{" "}
        {retry && (
          <Button
            tone="link"
            className="font-medium"
            onClick={(event) => {
              focusBox(event.currentTarget);
              void chat.regenerate();
            }}
          >
            {retry}
          </Button>
        )}
      </p>
    </div>
  );
}

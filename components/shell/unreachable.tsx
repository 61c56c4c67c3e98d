"use client";

import { unreachable } from "@/components/shell/answer";
import { useAway } from "@/components/shell/reachability";
import { usePending } from "@/components/tasks/writes";

/** Says that there is no connection, or no server. Until there is, writes and navigations wait, and are then made. */
export function Unreachable() {
  const away = useAway();
  const waiting = usePending().length;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--foot,calc(56px+env(safe-area-inset-bottom)))+8px)] z-40 flex justify-center md:right-auto md:bottom-3 md:left-3 md:w-[212px]"
    >
      {away && (
        <p
          ref={makeRoom}
          className="flex items-center gap-2.5 rounded border border-line bg-lift px-3 py-1.5 text-small shadow-float"
        >
          <span aria-hidden className="size-2 shrink-0 rounded-full bg-late" />
          {`${unreachable.message} `}
          {waiting === 0 && "Your changes wait in this tab and are saved once it’s back."}
          {waiting > 0 &&
            `${waiting === 1 ? "1 change isn’t" : `${waiting} changes aren’t`} saved yet. Keep this tab open.`}
        </p>
      )}
    </div>
  );
}

/** Notices stand above it on a phone. */
function makeRoom(words: HTMLElement | null) {
  const { style } = document.documentElement;
  style.setProperty("--away", `${(words?.offsetHeight ?? 0) + 8}px`);
  return () => void style.removeProperty("--away");
}

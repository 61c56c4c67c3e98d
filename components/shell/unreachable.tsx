"use client";

import { useOffline } from "next/offline";
import { usePending } from "@/components/tasks/writes";

/** Says that there is no connection, or no server. Until there is, Next holds writes and navigations back and then makes them. */
export function Unreachable() {
  const away = useOffline();
  const waiting = usePending().length;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-2 z-50 flex justify-center lg:top-auto lg:right-auto lg:bottom-3 lg:left-3 lg:w-[212px]"
    >
      {away && (
        <p className="flex items-center gap-2.5 rounded border border-line bg-lift px-3 py-1.5 text-small shadow-float">
          <span aria-hidden className="size-2 shrink-0 rounded-full bg-late" />
          {"Tandem can't be reached. "}
          {waiting === 0 && "What you do waits in this tab, and is saved when it is back."}
          {waiting > 0 &&
            `${waiting === 1 ? "1 change waits" : `${waiting} changes wait`} in this tab: keep it open until it is back.`}
        </p>
      )}
    </div>
  );
}

"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { newId } from "@/components/shell/new-id";
import * as session from "@/components/shell/session";
import * as actions from "@/components/tasks/actions";

/**
 * Asks the server which turns have arrived whose answers an earlier page missed, such as one that was closed at once; and again whenever
 * one comes back to the window.
 * @param turnIds those that are not known to have arrived.
 * @returns whether a turn is still being asked about for the first time.
 */
export function useArrived(turnIds: string[], onArrived: (turnId: string) => void): (turnId: string) => boolean {
  const [asked, setAsked] = useState<string[]>([]);

  const ask = useEffectEvent(async () => {
    const answer = await actions.arrived(newId(), { ids: turnIds }, session.userId()).catch(() => undefined);
    setAsked(turnIds);
    if (answer?.ok) for (const turnId of answer.turnIds) onArrived(turnId);
  });
  const wanted = turnIds.join();
  useEffect(() => {
    if (!wanted) return;
    const again = () => void ask();
    again();
    addEventListener("focus", again);
    return () => removeEventListener("focus", again);
  }, [wanted]);

  return (turnId) => !asked.includes(turnId);
}

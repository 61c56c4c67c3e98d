"use client";

import { useMemo } from "react";
import { useAway } from "@/components/shell/reachability";
import { useEnded } from "@/components/shell/session";
import { idsOf } from "@/components/tasks/optimistic";
import { usePending } from "@/components/tasks/writes";

const none: ReadonlySet<string> = new Set();

/** The tasks whose changes wait in this tab, because Tandem cannot be reached, or nobody is signed in any more. */
export function useWaiting(): ReadonlySet<string> {
  const isAway = useAway();
  const hasEnded = useEnded();
  const pending = usePending();
  const held = isAway || hasEnded;
  return useMemo(() => (held ? new Set(pending.flatMap(idsOf)) : none), [held, pending]);
}

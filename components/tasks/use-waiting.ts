"use client";

import { useOffline } from "next/offline";
import { useMemo } from "react";
import { useEnded } from "@/components/shell/session";
import { idsOf } from "@/components/tasks/optimistic";
import { usePending } from "@/components/tasks/writes";

const none: ReadonlySet<string> = new Set();

/** The tasks whose changes wait in this tab, because there is no connection, or nobody is signed in any more. */
export function useWaiting(): ReadonlySet<string> {
  const isAway = useOffline();
  const hasEnded = useEnded();
  const pending = usePending();
  const held = isAway || hasEnded;
  return useMemo(() => (held ? new Set(pending.flatMap(idsOf)) : none), [held, pending]);
}

"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useOptimistic } from "react";
import type { Write } from "@/components/tasks/optimistic";
import { createWriting, type Writing } from "@/components/tasks/writing";

const Pending = createContext<readonly Write[]>([]);
const Hands = createContext<Writing | undefined>(undefined);
const none: readonly Write[] = [];

/** Keeps the writes that are under way, for every list and panel inside it. */
export function Writes({ children }: { children: ReactNode }) {
  const [pending, show] = useOptimistic(none, (writes, write: Write) => [...writes, write]);
  const writing = useMemo(() => createWriting(show), [show]);
  // In the meantime the user may write in another window.
  useEffect(() => {
    addEventListener("blur", writing.doubt);
    return () => removeEventListener("blur", writing.doubt);
  }, [writing]);
  return (
    <Hands value={writing}>
      <Pending value={pending}>{children}</Pending>
    </Hands>
  );
}

/** The writes that are under way; lay them over rows with `applyAll`. */
export function usePending(): readonly Write[] {
  return useContext(Pending);
}

export function useWriting(): Writing {
  const writing = useContext(Hands);
  if (!writing) throw new Error("useWriting needs <Writes> around it.");
  return writing;
}

"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, startTransition, useContext, useMemo, useOptimistic } from "react";
import { addressBehind } from "@/components/ui/history-layers";
import type { Task } from "@/db/tasks";

/** The task whose panel is about to open, or none when the panel is about to close; undefined when the address says it all. */
type Opening = { task: Task } | { task: null } | undefined;

type Opener = {
  opening: Opening;
  open: (task: Task) => void;
  /** Closes the panel of this task, and gives the focus back to its row. */
  close: (id?: string) => void;
};

const Context = createContext<Opener | undefined>(undefined);

/**
 * Which task is open is `?task=` in the address; the panel shows in the next frame with what the row knows, and gets the rest
 * (subtasks, history) when the page has followed. Back closes the panel, and closing it is going back, where one came from the list:
 * neither leaves an address behind that opens it again.
 */
export function OpenTask({ children }: { children: ReactNode }) {
  const [opening, show] = useOptimistic<Opening>(undefined);
  const router = useRouter();
  const { open, close } = useMemo(() => {
    function open(task: Task) {
      startTransition(() => {
        show({ task });
        const go = new URLSearchParams(window.location.search).has("task") ? router.replace : router.push;
        go(addressWith(task.id), { scroll: false });
      });
    }
    function close(id?: string) {
      startTransition(async () => {
        show({ task: null });
        const list = addressWith(undefined);
        if (addressBehind() !== new URL(list, window.location.href).href)
          return router.replace(list, { scroll: false });
        const left = new Promise((resolve) => window.addEventListener("popstate", resolve, { once: true }));
        router.back();
        await left;
      });
      // Back to where one came from, unless one is elsewhere already.
      if (document.activeElement?.closest("[data-row]") || !id) return;
      document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-title]`)?.focus();
    }
    return { open, close };
  }, [router, show]);
  const opener = useMemo(() => ({ opening, open, close }), [opening, open, close]);
  return <Context value={opener}>{children}</Context>;
}

function addressWith(task: string | undefined): Route {
  const url = new URL(window.location.href);
  if (task) url.searchParams.set("task", task);
  else url.searchParams.delete("task");
  return `${url.pathname}${url.search}` as Route;
}

export function useOpenTask(): Opener {
  const opener = useContext(Context);
  if (!opener) throw new Error("useOpenTask needs <OpenTask> around it.");
  return opener;
}

import type { Undone, Written } from "@/assistant/shapes";

/** What happens in a conversation and matters outside it. */
export type News =
  | { kind: "started"; id: string }
  | { kind: "titled"; id: string; title: string }
  | { kind: "deleted"; id: string }
  | { kind: "wrote"; written: Written }
  | { kind: "took back"; undone: Undone }
  /** A reply that is written elsewhere has more in it by now, and may have written something. */
  | { kind: "went on" };

const listeners = new Set<(news: News) => void>();

/** Hears of every conversation's news in this tab. Answers how to stop hearing. */
export function listen(listener: (news: News) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tell(news: News) {
  for (const listener of listeners) listener(news);
}

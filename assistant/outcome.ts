import type { FinishReason } from "ai";
import type { Metadata } from "@/assistant/message";
import { TOO_LONG } from "@/assistant/trouble";

type Ending = Required<Pick<Metadata, "state">> & Pick<Metadata, "error">;

/** How a run went, told from what it streamed. */
export type Course = {
  /** The user stopped it. */
  stopped: boolean;
  /** It was cut off by its time limit. */
  timedOut: boolean;
  /** What went wrong, in words. */
  error?: string;
  /** It has asked, and waits. */
  asked: boolean;
  /** There are words in it. */
  spoke: boolean;
  finishReason?: FinishReason;
};

/** The state that the reply is left in, with the reason where it is no good one. */
export function ending({ stopped, timedOut, error, asked, spoke, finishReason }: Course): Ending {
  if (stopped) return { state: "stopped" };
  if (error) return { state: "failed", error };
  if (timedOut) return { state: "failed", error: TOO_LONG };
  if (asked) return { state: "waiting" };
  const cut = CUT[finishReason ?? "other"] ?? (spoke ? undefined : "The assistant gave no answer.");
  return cut ? { state: "failed", error: cut } : { state: "done" };
}

/** Ends that look like others and are none. */
const CUT: Partial<Record<FinishReason, string>> = {
  "tool-calls": "This took too many steps for one message.",
  length: "The answer was too long and was cut off.",
  "content-filter": "The assistant can’t answer this.",
  error: "The answer was cut off.",
  other: "The answer was cut off.",
};

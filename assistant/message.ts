import type { InferUITools, UIMessage } from "ai";
import type { Preview } from "@/assistant/planned";
import type { Tools } from "@/assistant/tools";

/** How a reply stands. "waiting" is for the user's yes or no; "running" that has not been written for 15 s has died. */
export type State = "running" | "waiting" | "done" | "stopped" | "failed";

export type Metadata = {
  /** The id of the user's message that this turn answers; `changes` carry it too. On the user's own message: its id. */
  turnId: string;
  /** Who answers, as a person would say it: "Built-in assistant", "openai/gpt-5". Absent on the user's own message. */
  model?: string;
  /** Absent on the user's own message. */
  state?: State;
  /** What went wrong, in plain words, when `state` is "failed". */
  error?: string;
  /** The turn was taken back as a whole. */
  undone?: boolean;
  /** The run that is writing the reply; gone when it has ended. */
  run?: string;
  /** The user asked it to stop. */
  stop?: boolean;
};

export type Data = {
  /** What a tool call that asks first would do, row by row; the part's `id` is the tool call's. */
  preview: Preview;
  /** Sent, not stored: the conversation has got its title. */
  title: { id: string; title: string };
};

/** A message as it is streamed, stored and shown. */
export type ChatMessage = UIMessage<Metadata, Data, InferUITools<Tools>>;

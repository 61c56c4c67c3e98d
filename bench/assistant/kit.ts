/** A day counted from today ("+2", "-1", "0"), or none. */
export type Day = number | null;

/** What a task should be, as far as it is named; days count from today. */
export type Wanted = {
  title?: string;
  due?: Day;
  time?: string | null;
  tags?: string[];
  priority?: "none" | "low" | "medium" | "high";
  repeat?: string | null;
  note?: string;
  /** The title of the task that it is a subtask of. */
  parent?: string | null;
};

/** What a conversation should leave behind; whatever is not named here should be as it was. Tasks are named by their titles. */
export type Outcome = {
  added?: Array<string | Wanted>;
  changed?: Record<string, Wanted>;
  completed?: string[];
  reopened?: string[];
  deleted?: string[];
  restored?: string[];
  /** What the last reply should match. */
  says?: RegExp;
};

/**
 * A conversation: the user's messages in order, and what they should come to. In a message `{3}` stands for the weekday three
 * days from now. What the app asks leave for is granted, unless `deny`.
 */
export type Conversation = { say: string[]; want: Outcome; deny?: boolean };

/** One or several messages, and what they should come to. */
export function talk(say: string | string[], want: Outcome, more: { deny?: boolean } = {}): Conversation {
  return { say: typeof say === "string" ? [say] : say, want, ...more };
}

/** Writes nothing, whatever is said. */
export const nothing = (say: string | string[], says?: RegExp) => talk(say, says ? { says } : {});

import { APICallError } from "ai";
import type { ChatMessage } from "@/assistant/message";

/** Why there is no whole answer: what happened and what is safe, in words. */
export type Trouble = {
  text: string;
  /** What to press: asks for the same answer again, which goes on from what was done. */
  retry?: "Retry" | "Go on";
  /** Nothing is wrong, it was the user's wish. */
  calm?: boolean;
  /** The same conversation is being answered elsewhere. */
  conflict?: boolean;
};

/** What keeps the last message from being a whole answer; undefined when nothing does. */
export function troubleOf(error: Error | undefined, last?: ChatMessage): Trouble | undefined {
  if (error) return refused(error);
  if (last?.role === "user") return { text: "There is no answer to this yet.", retry: "Retry" };
  switch (last?.metadata?.state) {
    case "failed":
      return { text: `${sentence(last.metadata.error)} What was done before stays.`, retry: "Retry" };
    case "running":
      return { text: "The answer broke off. What was done before stays.", retry: "Retry" };
    case "stopped":
      return { text: "Stopped. What was done before stays.", retry: "Go on", calm: true };
    default:
      return undefined;
  }
}

function refused(error: Error): Trouble {
  if (!APICallError.isInstance(error))
    return { text: "The connection was lost. Your message and whatever was done are safe.", retry: "Retry" };
  const { detail, title } = problem(error.responseBody);
  switch (error.statusCode) {
    case 401:
      return {
        text: "You are signed out. Sign in again in another tab, then retry; your message stays here.",
        retry: "Retry",
      };
    case 409:
      return { text: "This is being answered in another window.", conflict: true, retry: "Retry" };
    case 413:
    case 422:
      return { text: `${sentence(detail ?? title)} Press ↑ in the empty box to edit your message.` };
    default:
      return { text: `${sentence(detail ?? title)} Your message stays here.`, retry: "Retry" };
  }
}

/** RFC 9457, as every route of ours answers. */
function problem(body: string | undefined): { title?: string; detail?: string } {
  try {
    return JSON.parse(body ?? "{}");
  } catch {
    return {};
  }
}

function sentence(text: string | undefined) {
  if (!text) return "Something went wrong.";
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

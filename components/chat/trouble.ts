import { APICallError, isToolUIPart } from "ai";
import type { ChatMessage } from "@/assistant/message";

/** Why there is no whole answer: what happened and what is safe, in words. */
export type Trouble = {
  text: string;
  /** What to press: asks for the same answer again, which goes on from what was done. */
  retry?: "Retry" | "Continue";
  /** Nothing is wrong, it was the user's wish. */
  calm?: boolean;
  /** The same conversation is being answered elsewhere. */
  conflict?: boolean;
  /** The conversation is gone; the message can begin another one. */
  ended?: boolean;
  /** The session has ended: the message is sent once the same user is signed in again. */
  signedOut?: boolean;
};

/** Why a message was not taken: its conversation is being answered, or the message itself will not do. */
export function refusalOf(error: Error): "busy" | "unfit" | undefined {
  if (!APICallError.isInstance(error)) return undefined;
  if (error.statusCode === 413 || error.statusCode === 422) return "unfit";
  return problem(error.responseBody).reason === "busy" ? "busy" : undefined;
}

/** What keeps the last message from being a whole answer; undefined when nothing does. */
export function troubleOf(error: Error | undefined, last?: ChatMessage): Trouble | undefined {
  if (error) return refused(error);
  if (last?.role === "user") return { text: "No answer yet.", retry: "Retry" };
  switch (last?.metadata?.state) {
    case "failed":
      return { text: `${sentence(last.metadata.error)}${kept(last)}`, retry: "Retry" };
    case "running":
      return { text: `The answer was cut off.${kept(last)}`, retry: "Retry" };
    case "stopped":
      return { text: `Stopped.${kept(last)}`, retry: "Continue", calm: true };
    default:
      return undefined;
  }
}

const kept = ({ parts }: ChatMessage) => (parts.some(isToolUIPart) ? " Changes made so far are kept." : "");

function refused(error: Error): Trouble {
  if (!APICallError.isInstance(error))
    return { text: "Connection lost. Your message and any changes are safe.", retry: "Retry" };
  const { detail, title } = problem(error.responseBody);
  switch (error.statusCode) {
    case 401:
      return { text: "You’re signed out. Sign in to send your message.", signedOut: true };
    case 404:
      return { text: "This conversation was deleted, so your message wasn’t sent.", ended: true };
    case 409:
      return { text: "This is being answered in another window.", conflict: true, retry: "Retry" };
    case 413:
    case 422:
      return { text: `${sentence(detail ?? title)} Your message is back in the box.` };
    default:
      return { text: `${sentence(detail ?? title)} Your message stays here.`, retry: "Retry" };
  }
}

/** RFC 9457, as every route of ours answers. */
function problem(body: string | undefined): { title?: string; detail?: string; reason?: string } {
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

import type { Context } from "@/language/calendar";
import { readMessage } from "./request";

/** What somebody else may have written: quotations, and what is pasted as code. */
const QUOTED = /```[\s\S]*?(?:```|(?![\s\S]))|^(?:>| {4}|\t).*$|`[^`]*`|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/gm;

/** Whether a message asks, in the user's own words, to take back what was done. */
export function asksToUndo(message: string, context: Context): boolean {
  return readMessage(message.replace(QUOTED, " "), context).some(({ sense }) => sense === "undo");
}

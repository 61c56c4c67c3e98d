import type { Context } from "@/language/calendar";
import { readMessage } from "./message";
import { ownWords } from "./quoted";

/** Whether a message asks, for certain in the user's own words, to take back what was done. */
export function asksToUndo(message: string, context: Context): boolean {
  const own = ownWords(message);
  return own !== undefined && readMessage(own, context).some(({ sense }) => sense === "undo");
}

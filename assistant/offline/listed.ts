import type { Context } from "@/language/calendar";
import { readMessage } from "./message";
import { quoted } from "./quotation-marks";

const POINTING = /\b(?:the following|these|this|those|them)\b(?: (?:tasks?|items?|things?|to-?dos?)\b)?/i;

/**
 * "Add these:" and the lines that are quoted or pasted right after it, as one request: add "milk", "bread".
 * Undefined where what comes before them asks to add nothing, or something of its own.
 */
export function listed(before: string, lines: string[], context: Context): string | undefined {
  const [request] = readMessage(before, context).slice(-1);
  if (request?.sense !== "add" || lines.length === 0) return undefined;
  const adds = before.replace(POINTING, "").replace(/\s*[:?.]$/, "");
  const names =
    readMessage(`${adds} "x"`, context)
      .at(-1)
      ?.body.plain.replace(/^(?:to|on|in|for) .+ x$/, "x") === "x";
  return names ? `${adds} ${lines.map(quoted).join(", ")}` : undefined;
}

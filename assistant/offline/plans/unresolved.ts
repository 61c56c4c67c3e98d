import type { Context } from "@/language/calendar";
import type { Reference } from "../reference";
import type { Request } from "../request";
import type { Found } from "../resolve";
import type { Outcome } from "../scene";
import { numbered, quote } from "../words";

/** What to say, and to ask, when a request's tasks could not be told: nothing has been changed then. */
export function unresolved(
  found: Exclude<Found, { kind: "tasks" }>,
  request: Request,
  { phrase }: Reference,
  context: Context,
): Outcome {
  if (found.kind === "many")
    return {
      say: "That could mean more than 2,000 of your tasks, so nothing was changed. Try adding a word or a date.",
    };
  if (found.kind === "unclear") return { say: "Which task do you mean?", pending: { kind: "title", request } };
  if (found.kind === "several") {
    return {
      say: `Which one do you mean?\n${numbered(found.rows, context)}`,
      listed: found.rows,
      pending: { kind: "which", request, rows: found.rows },
    };
  }
  const missing = phrase ? `I couldn’t find a task like ${quote(phrase)}.` : "I couldn’t find a matching task.";
  const [nearest] = found.near;
  if (!nearest) return { say: `${missing} Nothing was changed.` };
  if (found.near.length === 1) {
    return {
      say: `${missing} Did you mean ${quote(nearest.title)}?`,
      pending: { kind: "confirm", request, rows: found.near },
    };
  }
  return {
    say: `${missing} The closest are:\n${numbered(found.near, context)}\nWhich one, if any?`,
    listed: found.near,
    pending: { kind: "which", request, rows: found.near },
  };
}

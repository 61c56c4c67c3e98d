import "server-only";
import { preview } from "@/assistant/preview";
import type { Turn } from "@/assistant/tools/turn";
import * as approvals from "@/db/approvals";

/** A turn may touch this many tasks in calls for one task each; a loop of single calls is several tasks too. */
const UNASKED = 3;

export class Unapproved extends Error {}

type Call = { toolCallId: string; toolName: string; input: unknown };

/**
 * Whether a tool call is put to the user before it runs: a deletion, and whatever touches several existing tasks. One
 * task's reversible edit runs at once, and so does a call that would change nothing, for it harms nobody to say so.
 */
export async function policy(turn: Turn, { toolCallId, toolName, input }: Call): Promise<"user-approval" | undefined> {
  if (turn.answered.has(toolCallId)) return "user-approval";
  const plan = await preview(turn, toolName, input);
  const ids = plan?.rows.map(({ task }) => task.id) ?? [];
  const touched = new Set([...turn.touched, ...ids]);
  const several = ids.length > 1 || (ids.length > 0 && touched.size > UNASKED);
  if (plan && (several || (toolName === "delete_tasks" && ids.length > 0))) {
    turn.asking.set(toolCallId, { toolName, input, preview: plan });
    return "user-approval";
  }
  for (const id of ids) turn.touched.add(id);
  turn.free.add(toolCallId);
  return undefined;
}

/**
 * What of a tool call may be done now: all of it where nothing had to be asked, else what the user left standing. An
 * approval is used up by this, whatever comes of it.
 * @throws Unapproved when the user has not approved just this call with just these arguments, or it was done before.
 */
export async function permitted(turn: Turn, call: Call, ids: string[]): Promise<string[]> {
  if (turn.free.has(call.toolCallId)) return ids;
  const approval = await approvals.use(turn.userId, { conversationId: turn.conversationId, ...call });
  if (!approval) throw new Unapproved("The user has not approved this, or it was done already.");
  const kept = approval.kept && new Set(approval.kept);
  return kept ? ids.filter((id) => kept.has(id)) : ids;
}

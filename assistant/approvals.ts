import "server-only";
import { unaskedAfter } from "@/assistant/allowance";
import { type Leave, leaveOf, left } from "@/assistant/leave";
import { measure, trialOf } from "@/assistant/plan";
import type { Plan } from "@/assistant/planned";
import type { Output } from "@/assistant/tools/act";
import { actOf, isAct } from "@/assistant/tools/acts";
import type { Turn } from "@/assistant/tools/turn";
import { isPart, matching } from "@/assistant/written";
import * as approvals from "@/db/approvals";
import { commitIf } from "@/db/dry-run";
import * as pace from "@/db/pace";
import * as turns from "@/db/turns";

/** Why a tool call was not done, in words for the user as well as for the model. Nothing was changed. */
export class NotDone extends Error {
  /** What the AI SDK keeps of an error, and the user reads. */
  override toString() {
    return this.message;
  }
}

const CHANGED = "Your list has changed in the meantime, so this would do something different now. Nothing was changed.";

const LEFT_OUT = "This can’t be done without a row that you left out. Nothing was changed.";

export type Call = { toolCallId: string; toolName: string; input: unknown };

/**
 * Whether a tool call is put to the user before it runs. What decides is every row that it would change, over the whole turn:
 * what the turn has written unasked stands in the database, and what is about to run in the same step counts too.
 */
export async function policy(turn: Turn, { toolCallId, toolName, input }: Call): Promise<"user-approval" | undefined> {
  if (!isAct(toolName)) return undefined;
  if (turn.answered.has(toolCallId)) return "user-approval";
  try {
    const { plan, preview } = await measure(turn, toolName, (trial, act) => act.pieces(trial, input));
    const unasked = await goOn(turn);
    const before = [...turn.free.values()].reduce((sum, earlier) => unaskedAfter(turn, sum, earlier) ?? sum, unasked);
    if (unaskedAfter(turn, before, plan)) turn.free.set(toolCallId, plan);
    else turn.asking.set(toolCallId, { input, plan, preview });
  } catch (error) {
    // The call itself fails by it then, and not the whole answer.
    turn.failed.set(toolCallId, error);
  }
  return turn.asking.has(toolCallId) ? "user-approval" : undefined;
}

/**
 * Does a tool call: all of it where nothing had to be asked, else what the user left standing. It is committed only if it writes
 * just the rows that were found beforehand, as they were found.
 * @throws NotDone when it would write anything else, or the user has not approved just this call, or it was done before.
 */
export function perform(turn: Turn, call: Call): Promise<Output> {
  const output: Promise<Output> = act(turn, call, () => turn.committing.set(call.toolCallId, { ...call, output }));
  return output;
}

async function act(turn: Turn, call: Call, atCommit: () => void): Promise<Output> {
  if (turn.failed.has(call.toolCallId)) throw turn.failed.get(call.toolCallId);
  pace.write(turn.userId, 1);
  const free = turn.free.get(call.toolCallId);
  turn.free.delete(call.toolCallId);
  const first = await attempt(turn, call, atCommit, free);
  if (first.isAllowed) return first.output;
  // One of the rows was written in the meantime. If the call still comes to the same, that doesn't matter.
  const { leave } = first;
  const pieces = leave.pieces.map(({ piece }) => piece);
  const { plan } = await measure({ ...turn, free: new Map() }, call.toolName, async () => pieces);
  if (isPart(plan.rows, leave.rows)) {
    const second = await attempt(turn, call, atCommit, free, plan);
    if (second.isAllowed) return second.output;
  }
  if (!free) await use(turn, call);
  throw new NotDone(isPart(plan.rows, [...leave.rows, ...leave.leftOut]) ? LEFT_OUT : CHANGED);
}

async function attempt(turn: Turn, call: Call, atCommit: () => void, free: Plan | undefined, anew?: Plan) {
  const { outcome, rows, isAllowed } = await commitIf(
    turn.userId,
    async () => {
      const trial = trialOf(turn);
      const unasked = await goOn(turn);
      const leave = free ? leaveOf(free) : await approved(turn, call);
      const pieces = leave.pieces.map(({ piece }) => piece);
      return { unasked, leave, trial, done: await actOf(call.toolName).run(trial, pieces) };
    },
    async ({ outcome: { unasked, leave }, rows, gone }) => {
      const written = matching({ ...leave, ...(anew && { rows: anew.rows }) }, rows, gone);
      const after = written && free && unaskedAfter(turn, unasked, { ...free, rows: written });
      if (!written || (free && !after)) return false;
      if (!(await turns.mayCommit(turn.userId, turn.reply)) || turn.isStopped) throw stopped(turn);
      atCommit();
      return !after || turns.spend(turn.userId, turn.reply, { before: unasked, after });
    },
  );
  if (isAllowed) {
    turn.orphans = outcome.trial.orphans;
    pace.written(turn.userId, rows.length - 1);
  }
  return { isAllowed, leave: outcome.leave, output: left(outcome.done.output, outcome.leave) };
}

/** What the turn has written unasked so far. @throws NotDone when its run has to end. */
async function goOn(turn: Turn): Promise<turns.Unasked> {
  const unasked = await turns.goOn(turn.userId, turn.reply);
  if (unasked && !turn.isStopped) return unasked;
  throw stopped(turn);
}

function stopped(turn: Turn) {
  turn.isStopped = true;
  return new NotDone("The answer was stopped.");
}

/** What the user has approved of a call. An approval is used up by this. */
async function approved(turn: Turn, call: Call): Promise<Leave> {
  const approval = await use(turn, call);
  if (!approval) throw new NotDone("This wasn’t approved, or it was already done.");
  if (!approval.plan)
    throw new NotDone("Tandem has been updated since you were asked, so nothing was changed. Ask again.");
  return leaveOf(approval.plan as Plan, approval.kept);
}

function use(turn: Turn, call: Call) {
  return approvals.use(turn.userId, { conversationId: turn.reply.conversationId, ...call });
}

"use client";

import { type Answer, unreachable } from "@/components/shell/answer";
import * as session from "@/components/shell/session";

/** Calls a server action with the turn that the write was given, for the user whose page this is. */
export type Call = <Said>(
  action: (...sent: [unknown, unknown, unknown]) => Promise<Said>,
  input: unknown,
) => Promise<Said>;

/**
 * Makes a write. While the session is over it waits, and is made once the same user is signed in again; for another user it is not made.
 * @param act may call several actions; all of them share the turn.
 */
export async function send<Said extends Answer>(
  turnId: string,
  act: (call: Call) => Promise<Said>,
): Promise<Said | typeof unreachable> {
  const call: Call = (action, input) => action(turnId, input, session.userId());
  for (;;) {
    const answer = await act(call).catch(() => unreachable);
    const reason = "reason" in answer ? answer.reason : undefined;
    if (reason === "other-user") session.replaced();
    if (reason !== "signed-out") return answer;
    await session.again();
  }
}

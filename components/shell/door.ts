import { refresh } from "next/cache";
import { z } from "zod";
import { isOurAction } from "@/auth/action";
import { crossSite, otherUser, type Refusal, refusal, signedOut } from "@/components/shell/answer";
import { isLimited } from "@/db/limited";
import { outageOf } from "@/db/outage";
import * as pace from "@/db/pace";

const turn = z.guid().toLowerCase();

/** What the browser sends to an action. */
export type Sent = [turnId: unknown, input: unknown, as: unknown];

/**
 * What every server action does around its operation: refuses what another site sends, finds out who asks, parses what came with the
 * operation's own schema, and shows the page anew when the operation has answered, whatever it answered. While the database is away the
 * page stays as it is, and the write can be tried again.
 * @param sent the turn is a UUID that the browser gave this write, so that it can be undone before its answer has come. `as` is whose
 * page it was made on, where the browser says so: what waited in a tab is not written into the account of the next person.
 */
export async function door<Schema extends z.ZodType, Said>(
  asker: Promise<{ id: string } | undefined>,
  [turnId, input, as]: Sent,
  schema: Schema,
  operate: (userId: string, input: z.output<Schema>, by: { who: "you"; turnId: string }) => Promise<Said>,
): Promise<Said | Refusal> {
  try {
    if (!(await isOurAction())) return crossSite;
    const user = await asker;
    if (!user) return signedOut;
    if (as !== undefined && as !== user.id) return otherUser;
    const named = turn.safeParse(turnId);
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refusal(parsed.error);
    if (!named.success) return refusal(named.error);
    pace.write(user.id, Math.max(1, rowsIn(parsed.data)));
    const said = await operate(user.id, parsed.data, { who: "you", turnId: named.data });
    refresh();
    return said;
  } catch (error) {
    const words = isLimited(error) ? error.message : outageOf(error)?.message;
    if (words === undefined) throw error;
    return { ok: false, message: words };
  }
}

/** How many rows an input names: those of its lists, each with the lists within it. */
function rowsIn(input: unknown): number {
  const listed: unknown[] = Object.values(Object(input)).filter(Array.isArray).flat();
  return listed.reduce<number>((sum, each) => sum + 1 + rowsIn(each), 0);
}

import { refresh } from "next/cache";
import { z } from "zod";
import { type Refusal, refusal, signedOut } from "@/components/shell/answer";

const turn = z.guid().toLowerCase();

/**
 * What every server action does around its operation: finds out who asks, parses what came with the operation's own schema,
 * and shows the page anew when the operation has answered, whatever it answered.
 * @param turnId a UUID that the browser gave this write, so that it can be undone before its answer has come.
 */
export async function door<Schema extends z.ZodType, Said>(
  asker: Promise<{ id: string } | undefined>,
  [turnId, input]: [turnId: unknown, input: unknown],
  schema: Schema,
  operate: (userId: string, input: z.output<Schema>, by: { who: "you"; turnId: string }) => Promise<Said>,
): Promise<Said | Refusal> {
  const user = await asker;
  if (!user) return signedOut;
  const named = turn.safeParse(turnId);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refusal(parsed.error);
  if (!named.success) return refusal(named.error);
  const said = await operate(user.id, parsed.data, { who: "you", turnId: named.data });
  refresh();
  return said;
}

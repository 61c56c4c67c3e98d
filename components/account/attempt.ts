import { isAPIError } from "better-auth/api";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import { isOurAction } from "@/auth/action";
import type { Answer } from "@/components/account/answer";
import { crossSite } from "@/components/shell/answer";
import { isLimited } from "@/db/limited";
import { outageOf, outageOfRequest } from "@/db/outage";

/** No field of a form here needs more; a longer one is not looked at. */
export const LONGEST = 1_000;

/**
 * An action that takes a form: `attempt`, after a look at what came.
 * @param sent what came as the form: a client may post anything to an action.
 */
export async function attemptForm(sent: unknown, work: (form: FormData) => Promise<Answer>): Promise<Answer> {
  return attempt(async () => {
    if (!(sent instanceof FormData)) return { ok: false, message: "Fill in the form and try again." };
    for (const [path, value] of sent)
      if (typeof value !== "string" || value.length > LONGEST)
        return refused(path, `Use at most ${LONGEST.toLocaleString("en")} characters.`);
    return work(sent);
  });
}

/**
 * What every account action does around its work: refuses what another site sends, and says what Better Auth and our guards refuse, or
 * the database cannot do, in words for the person. Anything else is ours to look at, and said so.
 */
export async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    if (!(await isOurAction())) return crossSite;
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    if (isLimited(error)) return { ok: false, message: error.message };
    const outage = outageOf(error) ?? outageOfRequest(); // Better Auth swallows some
    if (outage) return { ok: false, message: outage.message };
    const known = isAPIError(error) ? refusal.safeParse(error.body) : undefined;
    if (known?.success) return { ok: false, ...known.data };
    console.error(error instanceof Error ? (error.cause ?? error) : error); // drizzle's own names the values, the cause does not
    return { ok: false, message: "Something went wrong on our end, and nothing was changed. Try again in a moment." };
  }
}

const words: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "Wrong email or password. Check both, or reset your password.",
  INVALID_EMAIL: "Enter an email address, such as ada@example.com.",
  INVALID_PASSWORD: "That’s not your password.",
  INVALID_TOKEN: "This link has expired or was already used. Request a new one.",
};

const refusal = z
  .object({
    code: z.string(),
    message: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .transform(({ code, message, errors }) => ({ message: words[code] ?? message, errors }));

export const refused = (path: string, message: string): Answer => ({ ok: false, message, errors: [{ path, message }] });

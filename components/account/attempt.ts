import { isAPIError } from "better-auth/api";
import { unstable_rethrow } from "next/navigation";
import { z } from "zod";
import type { Answer } from "@/components/account/answer";
import { isLimited } from "@/db/limited";

/** What Better Auth and our guards refuse, in words for the person; anything else is ours to look at, and said so. */
export async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    if (isLimited(error)) return { ok: false, message: error.message };
    const known = isAPIError(error) ? refusal.safeParse(error.body) : undefined;
    if (known?.success) return { ok: false, ...known.data };
    console.error(error instanceof Error ? (error.cause ?? error) : error); // drizzle's own names the values, the cause does not
    return { ok: false, message: "Something went wrong on our side, and nothing was changed. Try again in a moment." };
  }
}

const words: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "That e-mail and password do not match an account. Check both, or reset the password.",
  INVALID_EMAIL: "Enter an e-mail address, such as ada@example.com.",
  INVALID_PASSWORD: "That is not the password of this account.",
  INVALID_TOKEN: "This link was used or is too old. Ask for a new one.",
};

const refusal = z
  .object({
    code: z.string(),
    message: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .transform(({ code, message, errors }) => ({ message: words[code] ?? message, errors }));

export const refused = (path: string, message: string): Answer => ({ ok: false, message, errors: [{ path, message }] });

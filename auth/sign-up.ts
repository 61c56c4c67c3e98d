import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { APIError, formCsrfMiddleware } from "better-auth/api";
import { type Context, networkOf } from "@/auth/asker";
import { REFUSALS_TAKE } from "@/auth/guesses";
import * as hashing from "@/auth/hashing";
import * as passwords from "@/db/passwords";
import * as users from "@/db/users";

/**
 * Makes an account and signs nobody in, nor a guest out. The answer is the same, and takes as long, when the e-mail address has an
 * account already; who its owner is shows when they sign in with the password that they know.
 */
export async function signUp(ctx: Context) {
  await formCsrfMiddleware(ctx);
  const parsed = users.signUpInput.safeParse(ctx.body);
  const errors = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join("."), message }));
  const weak = passwords.weakness(String(ctx.body?.password ?? ""), parsed.data);
  if (weak) errors.push({ path: "password", message: weak });
  if (!parsed.success || weak) throw refusal(errors);
  const input = parsed.data;
  const answer = sleep(REFUSALS_TAKE, { token: null, user: { name: input.name, email: input.email } });
  await users.signUp({
    ...input,
    password: await hashing.hash(input.password, { lane: "stranger", who: networkOf(ctx) }),
  });
  return ctx.json(await answer);
}

/** @throws APIError 422 for a new password that is not worth having. */
export function refuseWeak(
  path: string,
  password: unknown,
  person: { name?: string; email?: string } | undefined,
): void {
  const message = passwords.weakness(String(password ?? ""), person);
  if (message) throw refusal([{ path, message }]);
}

/** Carries what is wrong with which field, in words for the person who filled it in. */
function refusal(errors: Array<{ path: string; message: string }>) {
  return new APIError("UNPROCESSABLE_ENTITY", { code: "INVALID_INPUT", message: errors[0]?.message, errors });
}

import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { APIError, type createAuthMiddleware, formCsrfMiddleware, getIP } from "better-auth/api";
import * as limits from "@/db/limits";
import * as passwords from "@/db/passwords";
import * as sessions from "@/db/sessions";
import * as users from "@/db/users";

type User = sessions.User;
type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** An address can be a whole office's: this only keeps one from spending all our time on hashing. */
const PER_ADDRESS = { max: 300, seconds: 60 };

/** Guesses at the password of one account, whether there is one or not, through all doors together. */
const PER_ACCOUNT = { max: 10, seconds: 15 * 60 };

/** In milliseconds: longer than hashing and writing take, so that when the answer comes says nothing. */
const SIGN_UP_TAKES = 400;

/**
 * What must hold before Better Auth's handlers run, over HTTP and in actions alike: limits that its own limiter does not
 * know (accounts, and calls that are no requests) and passwords worth having. Signing up is ours altogether.
 */
export async function guards(ctx: Context) {
  const user = await whoAsks(ctx);
  const answer = await guard(ctx, user);
  // The cookie of a session that is over would make the anonymous plugin take the new one away again.
  return answer ?? (user ? undefined : { context: { headers: new Headers({ cookie: "" }) } });
}

async function guard(ctx: Context, user: User | undefined) {
  switch (ctx.path) {
    case "/sign-in/anonymous":
      await formCsrfMiddleware(ctx);
      return takeAddress(ctx);
    case "/sign-in/email":
    case "/request-password-reset":
      await takeAddress(ctx);
      return takeAccount(ctx.body?.email);
    case "/sign-up/email":
      await takeAddress(ctx);
      return signUp(ctx, user);
    case "/reset-password":
      await takeAddress(ctx);
      return refuseWeak("newPassword", ctx.body?.newPassword, await whoResets(ctx));
    case "/verify-password":
      return user && takeAccount(user.email);
    case "/change-password":
      if (!user) return;
      await takeAccount(user.email);
      refuseWeak("newPassword", ctx.body?.newPassword, user);
      return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
  }
}

/**
 * Makes an account and signs nobody in. The answer is the same, and takes as long, when the e-mail address has an account
 * already; who its owner is shows when they sign in with the password that they know.
 */
async function signUp(ctx: Context, user: User | undefined) {
  await formCsrfMiddleware(ctx);
  const parsed = users.signUpInput.safeParse(ctx.body);
  const errors = (parsed.error?.issues ?? []).map(({ path, message }) => ({ path: path.join("."), message }));
  const weak = passwords.weakness(String(ctx.body?.password ?? ""), parsed.data);
  if (weak) errors.push({ path: "password", message: weak });
  if (!parsed.success || weak) throw refusal(errors);
  const input = parsed.data;
  const answer = sleep(SIGN_UP_TAKES, { token: null, user: { name: input.name, email: input.email } });
  const password = await ctx.context.password.hash(input.password);
  await users.signUp({ ...input, password }, { guestId: user?.isAnonymous ? user.id : undefined });
  return ctx.json(await answer);
}

function refuseWeak(path: string, password: unknown, person: { name?: string; email?: string } | undefined): void {
  const message = passwords.weakness(String(password ?? ""), person);
  if (message) throw refusal([{ path, message }]);
}

/** Carries what is wrong with which field, in words for the person who filled it in. */
function refusal(errors: Array<{ path: string; message: string }>) {
  return new APIError("UNPROCESSABLE_ENTITY", { code: "INVALID_INPUT", message: errors[0]?.message, errors });
}

const takeAddress = (ctx: Context) =>
  take(`${ctx.path} from ${getIP(ctx.headers ?? new Headers(), ctx.context.options) ?? "somewhere"}`, PER_ADDRESS);

/** Hashed, because people type their passwords into the wrong field. */
const takeAccount = (email: unknown) =>
  take(`account ${createHash("sha256").update(String(email).trim().toLowerCase()).digest("base64url")}`, PER_ACCOUNT);

async function take(key: string, limit: { max: number; seconds: number }): Promise<void> {
  const taken = await limits.take(key, limit);
  if (taken.ok) return;
  const minutes = Math.ceil(taken.retryAfter / 60);
  const message = `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
  throw new APIError(
    "TOO_MANY_REQUESTS",
    { code: "TOO_MANY_REQUESTS", message },
    { "Retry-After": `${taken.retryAfter}` },
  );
}

async function whoAsks(ctx: Context): Promise<User | undefined> {
  const { authCookies, secret } = ctx.context;
  const token = ctx.headers && (await ctx.getSignedCookie(authCookies.sessionToken.name, secret));
  return token ? (await sessions.find(token))?.user : undefined;
}

async function whoResets(ctx: Context) {
  const { internalAdapter } = ctx.context;
  const reset = await internalAdapter.findVerificationValue(`reset-password:${ctx.body?.token}`);
  return reset ? ((await internalAdapter.findUserById(reset.value)) ?? undefined) : undefined;
}

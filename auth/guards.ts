import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { APIError, formCsrfMiddleware, isAPIError } from "better-auth/api";
import { type Asker, type Context, networkOf, whoAsks, whoResets } from "@/auth/asker";
import * as devices from "@/auth/devices";
import * as guesses from "@/auth/guesses";
import * as hashing from "@/auth/hashing";
import { refuseWeak, signUp } from "@/auth/sign-up";
import { isLimited } from "@/db/limited";
import * as limits from "@/db/limits";
import * as pace from "@/db/pace";
import * as passwords from "@/db/passwords";
import { identify } from "@/db/request-context";
import * as sessions from "@/db/sessions";
import * as users from "@/db/users";
import { env } from "@/env";

/** What `guards` hands on to Better Auth's handler, to `hashing` and to `settle`. */
type Handed = { guess: guesses.Guess; body: object; place?: hashing.Place; devices?: string };

const HOUR = 60 * 60;

/** How many browsers and programs of one user stay signed in. */
const MOST_SESSIONS = 100;

/** For each network. A school class behind one address signs up at once. */
const NEW_USERS = [
  { max: env.NEW_USERS_PER_MINUTE, seconds: 60 },
  { max: 10 * env.NEW_USERS_PER_MINUTE, seconds: HOUR },
];
const RESETS = [{ max: 60, seconds: HOUR }];

/** For each account, and kept to in silence: its owner has five links by then, and a stranger learns nothing. */
const RESET_LINKS = { max: 5, seconds: HOUR };

/**
 * What must hold before Better Auth's handlers run, over HTTP and in actions alike: who may try how often, and passwords worth having.
 * Signing up is ours altogether.
 */
export async function guards(ctx: Context) {
  const asker = await whoAsks(ctx);
  if (asker) {
    identify(asker.user.id);
    paced(asker.user.id);
  }
  const answer = await guard(ctx, asker);
  if (answer && !("guess" in answer)) return answer;
  // The cookie of a session that is over would make the anonymous plugin take the new one away again.
  return { context: { ...(!asker && { headers: new Headers({ cookie: "" }) }), ...answer } };
}

/** @returns an answer, or what to hand on. */
async function guard(ctx: Context, asker: Asker | undefined): Promise<Handed | object | undefined> {
  switch (ctx.path) {
    case "/sign-in/anonymous":
      await formCsrfMiddleware(ctx);
      return takeNetwork(ctx, NEW_USERS);
    case "/sign-up/email":
      await takeNetwork(ctx, NEW_USERS);
      return signUp(ctx);
    case "/sign-in/email":
      await formCsrfMiddleware(ctx);
      return guessAtAccount(ctx, asker);
    case "/request-password-reset":
      return askForReset(ctx, asker);
    case "/reset-password": {
      const owner = await whoResets(ctx);
      if (!owner) await takeNetwork(ctx, RESETS);
      refuseWeak("newPassword", ctx.body?.newPassword, owner);
      return;
    }
    case "/verify-password":
      return asker && guessAtOwn(ctx, asker);
    case "/change-password":
      if (!asker) return;
      refuseWeak("newPassword", ctx.body?.newPassword, asker.user);
      return { ...(await guessAtOwn(ctx, asker)), body: { ...ctx.body, revokeOtherSessions: true } };
  }
}

/** What follows Better Auth's handlers: a guess that was wrong stays counted, and who knew the password is known from now on. */
export async function settle(ctx: Context & Partial<Handed>): Promise<void> {
  const { guess, path } = ctx;
  if (!guess) return;
  const { returned, newSession } = ctx.context;
  if (isWrong(returned) || path === "/request-password-reset") return guess.refused;
  await guesses.takeBack(guess);
  if (isAPIError(returned) || !newSession) return;
  await remember(ctx, newSession.user);
  await sessions.endOldest(newSession.user.id, { token: newSession.session.token, most: MOST_SESSIONS });
}

/** The last is what a guess that came late is told. */
const WRONG = new Set(["INVALID_EMAIL_OR_PASSWORD", "INVALID_PASSWORD", "TOO_MANY_REQUESTS"]);
const isWrong = (returned: unknown) => isAPIError(returned) && WRONG.has(String(returned.body?.code));

async function guessAtAccount(ctx: Context, asker: Asker | undefined): Promise<Handed> {
  const email = emailOf(ctx);
  const key = guesses.digest(email);
  const known = await knownBy(ctx, asker, email);
  const network = networkOf(ctx);
  const guess = await guesses.count(key, known ? { known } : { network });
  const place = known ? ({ lane: "known", who: key } as const) : ({ lane: "stranger", who: network } as const);
  return { guess, body: { ...ctx.body, email }, place, devices: devicesOf(ctx) };
}

async function guessAtOwn(ctx: Context, { user, known }: Asker): Promise<Handed> {
  const key = guesses.digest(user.email);
  const guess = await guesses.count(key, { known });
  return { guess, body: { ...ctx.body }, place: { lane: "known", who: key }, devices: devicesOf(ctx) };
}

/** What an account knows who asks by: a session of its own, or the browser. */
async function knownBy(ctx: Context, asker: Asker | undefined, email: string): Promise<string | undefined> {
  const account = await users.credential(email);
  if (!account) return undefined;
  if (asker?.user.id === account.userId) return asker.known;
  const device = devices.find(devicesOf(ctx), { key: guesses.digest(email), ...account }, ctx.context.secret);
  return device && `device ${device}`;
}

const deviceCookie = (ctx: Context) => ctx.context.createAuthCookie("device", { maxAge: devices.LIFETIME });
const devicesOf = (ctx: Context) => ctx.getCookie(deviceCookie(ctx).name) ?? "";

/** Makes the browser known to the account, and an old hash anew. */
async function remember(ctx: Context & Partial<Handed>, { email }: { email: string }): Promise<void> {
  const account = await users.credential(email);
  if (!account) return;
  if (ctx.path === "/sign-in/email" && passwords.isOld(account.password)) {
    const to = await hashing.hash(ctx.body?.password, { lane: "known", who: account.userId });
    if (await users.rehash(account.userId, { from: account.password, to })) account.password = to;
  }
  const { name, attributes } = deviceCookie(ctx);
  const known = { key: guesses.digest(email), ...account };
  ctx.setCookie(name, devices.remember(ctx.devices ?? "", known, ctx.context.secret), attributes);
}

/** @returns an answer once there were enough links, else what to hand on. */
async function askForReset(ctx: Context, asker: Asker | undefined): Promise<Handed | object | undefined> {
  if (!ctx.context.options.emailAndPassword?.sendResetPassword) return;
  const email = emailOf(ctx);
  if (!(await knownBy(ctx, asker, email))) await takeNetwork(ctx, RESETS);
  const guess = { taken: [], refused: sleep(guesses.REFUSALS_TAKE) };
  const link = await limits.take(`reset links for ${guesses.digest(email)}`, RESET_LINKS);
  if (link.ok) return { guess, body: { ...ctx.body, email } };
  await guess.refused;
  return ctx.json({ status: true, message: "If this email exists in our system, check your email for the reset link" });
}

/** The address as an account has it. @throws APIError 400 for one that no account can have. */
function emailOf(ctx: Context): string {
  const { data } = users.signUpInput.shape.email.safeParse(ctx.body?.email);
  if (data === undefined) throw new APIError("BAD_REQUEST", { code: "INVALID_EMAIL", message: "Invalid email" });
  return data;
}

async function takeNetwork(ctx: Context, windows: Array<{ max: number; seconds: number }>): Promise<undefined> {
  const key = `${ctx.path} from ${networkOf(ctx)}`;
  const counted = await limits.takeAll(windows.map((limit) => ({ key: `${key} in ${limit.seconds} s`, ...limit })));
  if (!counted.ok) throw guesses.tooMany(counted.retryAfter);
}

function paced(userId: string): void {
  try {
    pace.request(userId);
  } catch (error) {
    throw isLimited(error) ? guesses.tooMany(error.retryAfter ?? 1) : error;
  }
}

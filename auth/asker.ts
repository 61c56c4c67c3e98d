import "server-only";
import { type createAuthMiddleware, getIP } from "better-auth/api";
import { digest } from "@/auth/guesses";
import * as sessions from "@/db/sessions";

/** What Better Auth gives to a hook. */
export type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whose living session a request came with; `known` names the session. */
export type Asker = { user: sessions.User; known: string };

export async function whoAsks(ctx: Context): Promise<Asker | undefined> {
  const { authCookies, secret } = ctx.context;
  const token = ctx.headers && (await ctx.getSignedCookie(authCookies.sessionToken.name, secret));
  const session = token ? await sessions.find(token) : undefined;
  return session && token ? { user: session.user, known: `session ${digest(token)}` } : undefined;
}

/** Whose password a link sets anew. */
export async function whoResets(ctx: Context) {
  const { internalAdapter } = ctx.context;
  const reset = await internalAdapter.findVerificationValue(`reset-password:${ctx.body?.token}`);
  return reset ? ((await internalAdapter.findUserById(reset.value)) ?? undefined) : undefined;
}

/** An IPv4 address, or the 64 bits that an IPv6 customer has; forwarded ones are believed of trusted proxies only. */
export const networkOf = (ctx: Context) => getIP(ctx.headers ?? new Headers(), ctx.context.options) ?? "somewhere";

import "server-only";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { nextCookies } from "better-auth/next-js";
import { anonymous } from "better-auth/plugins/anonymous";
import { COOKIE_ATTRIBUTES, COOKIE_PREFIX, secret } from "@/auth/cookies";
import { guards, settle } from "@/auth/guards";
import * as hashing from "@/auth/hashing";
import { db } from "@/db/client";
import * as guests from "@/db/guests";
import * as passwords from "@/db/passwords";
import { SESSION_LIFETIME } from "@/db/retention";
import * as schema from "@/db/schema/users";
import * as users from "@/db/users";
import { env, origin } from "@/env";

const DAY = 24 * 60 * 60;

/** Set by `users.change` alone; declared so that sign-up may fill them and a session shows them. */
const own = { input: false, required: false } as const;

const create = () =>
  betterAuth({
    appName: "Tandem",
    secret: secret(),
    baseURL: origin,
    trustedOrigins: (request) => (env.BETTER_AUTH_URL ? [] : ownOrigins(request)),
    database: drizzleAdapter(db, { provider: "pg", usePlural: true, transaction: true, schema }),
    telemetry: { enabled: false },
    logger: { disabled: env.NODE_ENV === "test" },
    disabledPaths: ["/update-user"], // `users.change` checks what is set, this would not
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: passwords.LENGTH.min,
      maxPasswordLength: passwords.LENGTH.max,
      password: hashing,
      revokeSessionsOnPasswordReset: true,
      // There is no mail to send it by. While developing, the terminal is as good.
      sendResetPassword: env.NODE_ENV === "production" ? undefined : printResetLink,
    },
    user: {
      additionalFields: {
        timeZone: { type: "string", ...own },
        locale: { type: "string", ...own },
        weekStart: { type: "number", ...own },
      },
    },
    session: { expiresIn: SESSION_LIFETIME, updateAge: DAY },
    rateLimit: { enabled: false }, // by address alone, and for requests alone: the guards know who asks, and see actions too
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false, // it would put `__Secure-` before the prefix
      defaultCookieAttributes: COOKIE_ATTRIBUTES,
      disableOriginCheck: false,
      database: { generateId: false }, // ours are made by the database
    },
    hooks: { before: createAuthMiddleware(guards), after: createAuthMiddleware(settle) },
    databaseHooks: {
      user: {
        create: {
          before: async (user, ctx) => ({ data: { ...user, ...users.placeOf(ctx?.body) } }),
        },
      },
    },
    plugins: [
      anonymous({
        generateName: () => "Guest",
        disableDeleteAnonymousUser: true, // `guests.absorb` does it, in one transaction with the move
        onLinkAccount: ({ anonymousUser, newUser }) =>
          guests.absorb(newUser.user.id, { guestId: anonymousUser.user.id }),
      }),
      nextCookies(),
    ],
  });

let made: ReturnType<typeof create> | undefined;

/** Better Auth, made on first use: a build evaluates this module too, and must leave no secret behind. */
export const auth = () => {
  made ??= create();
  return made;
};

/** Where the request was sent to: nobody's page but ours can have it as its origin. */
function ownOrigins(request: Request | undefined): string[] {
  const host = request?.headers.get("host");
  return host ? [`http://${host}`, `https://${host}`] : [];
}

async function printResetLink({ user, token }: { user: { email: string }; token: string }): Promise<void> {
  console.info(`Set a new password for ${user.email}: http://localhost:${env.PORT}/reset?token=${token}`);
}

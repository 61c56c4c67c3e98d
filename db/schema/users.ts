import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { alive, audit, identity, isLine, times } from "@/db/schema/columns";

/** How a view is sorted, by its name or its tag's id, and whether the hint for newcomers has done its work. */
type Preferences = { sorts?: Record<string, string>; hinted?: boolean };

export const users = pgTable(
  "users",
  {
    ...audit,
    name: text().notNull(),
    email: text().notNull(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    isAnonymous: boolean().notNull().default(false),
    /** IANA zone; due days and times are read in it. */
    timeZone: text().notNull().default("UTC"),
    /** BCP 47 tag; decides whether 5/6 is the fifth of June or the sixth of May. */
    locale: text().notNull().default("en-GB"),
    /** First day of the week: 0 Sunday to 6 Saturday. */
    weekStart: smallint().notNull().default(1),
    /** How they like to see things; `db/preferences` writes it. */
    preferences: jsonb().$type<Preferences>().notNull().default({}),
  },
  (t) => [
    uniqueIndex("users_email_unique").on(sql`lower(${t.email})`).where(alive),
    check("users_name_length", sql`char_length(name) between 1 and 100`),
    check("users_name_text", isLine("name")),
    check("users_email_length", sql`char_length(email) between 3 and 320`),
    check("users_time_zone_length", sql`char_length(time_zone) between 1 and 64`),
    check("users_locale_length", sql`char_length(locale) between 2 and 35`),
    check("users_week_start_range", sql`week_start between 0 and 6`),
  ],
);

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Credentials are the exception to soft deletion: a revoked one must really be gone. */
export const sessions = pgTable(
  "sessions",
  {
    ...identity,
    ...times,
    userId: owner(),
    token: text().notNull().unique(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    ipAddress: text(),
    userAgent: text(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

export const accounts = pgTable(
  "accounts",
  {
    ...identity,
    ...times,
    userId: owner(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: timestamp({ withTimezone: true }),
    refreshTokenExpiresAt: timestamp({ withTimezone: true }),
    scope: text(),
    password: text(),
  },
  (t) => [index("accounts_user").on(t.userId), uniqueIndex("accounts_provider_unique").on(t.providerId, t.accountId)],
);

export const verifications = pgTable(
  "verifications",
  {
    ...identity,
    ...times,
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index("verifications_identifier").on(t.identifier)],
);

/** One row per counted key and window; `last_request` is in milliseconds since 1970, as Better Auth counts. */
export const rateLimits = pgTable("rate_limits", {
  ...audit,
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint({ mode: "number" }).notNull(),
});

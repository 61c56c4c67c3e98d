import { readFileSync } from "node:fs";
import { maxHeaderSize } from "node:http";
import { expect, test } from "vitest";
import { asked } from "@/app/(app)/asked";
import { SHOWN_TAGS } from "@/app/(app)/shown-tags";
import { DEEPEST } from "@/app/api/body";
import { RATES } from "@/app/api/chat/rates";
import { HANDFUL } from "@/assistant/allowance";
import { LIFETIME, MOST as REMEMBERED } from "@/auth/devices";
import { REFUSALS_TAKE } from "@/auth/guesses";
import { atOnceWith, SHARE as HALF, WAITING } from "@/auth/hashing";
import { LONGEST } from "@/components/account/attempt";
import { DAYS as DRAFTS_STAY } from "@/components/shell/drafts";
import { LINE as WAITS_LONGER } from "@/db/checkout";
import { CONNECTIONS, WAIT } from "@/db/connection";
import { END_WITHIN } from "@/db/embedded/stopping";
import { PER_TURN, QUOTAS } from "@/db/quotas";
import { SESSION_LIFETIME } from "@/db/retention";
import { FEW, GRACE, LIMITS, TICK } from "@/db/statement-timeout";
import * as takeout from "@/db/takeout";
import { LINE, SHARE } from "@/db/user-share";
import { read } from "@/env";
import { TOGETHER } from "@/server/body";
import { bodyLimit } from "@/server/body-limits";
import { LONGEST_URL } from "@/server/check";
import { MOST as CROWD } from "@/server/crowd";
import { LONGEST_AGENT, TIMES } from "@/server/edge";
import { ONE_SIGNAL, STOP } from "@/server/stop";

/** docs/security.md, each paragraph on one line. */
const promises = readFileSync("docs/security.md", "utf8").replaceAll(/\n {2}(?=\S)/g, " ");
const KIB = 1_024;
const SECOND = 1_000;
const DAY = 24 * 60 * 60;
const defaults = read({});
const rateOf = (seconds: number) => RATES.find((rate) => rate.seconds === seconds)?.max;

test.each([
  ["body to `/api/auth`, sign-in, sign-up and reset | 16 KiB", bodyLimit("/api/auth/sign-in/email"), 16 * KIB],
  ["any other body | 1 MiB", bodyLimit("/api/v1/tasks"), 1_024 * KIB],
  ["all incoming bodies together | 64 MiB", TOGETHER, 64 * 1_024 * KIB],
  ["the URL | 8 KiB", LONGEST_URL, 8 * KIB],
  ["the headers | 16 KiB", maxHeaderSize, 16 * KIB],
  ["JSON nesting depth | 64", DEEPEST, 64],
  ["A process works on 1,000 requests at once", CROWD.answers, 1_000],
  ["A connection can be 16 requests ahead", CROWD.ahead, 16],
  ["is read up to 512 characters", LONGEST_AGENT, 512],
  ["receiving the headers | 10 s", TIMES.headers, 10 * SECOND],
  ["receiving the whole request | 20 s", TIMES.request, 20 * SECOND],
  ["a connection idle between requests | 65 s", TIMES.idle, 65 * SECOND],
  ["a response that the client stops reading | 30 s", TIMES.unread, 30 * SECOND],
  ["fields in the account forms have at most 1,000 characters", LONGEST, 1_000],
  ["tasks, including Trash | 200,000", QUOTAS.tasks, 200_000],
  ["tags, including Trash | 500", QUOTAS.tags, 500],
  ["conversations, including Trash | 10,000", QUOTAS.conversations, 10_000],
  ["tasks that the assistant adds in one turn | 500", PER_TURN, 500],
  ["messages to the assistant | 60 a minute", rateOf(60), 60],
  ["a minute, 2,000 a day", rateOf(DAY), 2_000],
  ["tokens of a model (`AI_TOKENS_PER_DAY`) | 5,000,000 a day", defaults.AI_TOKENS_PER_DAY, 5_000_000],
  ["(`API_REQUESTS_PER_MINUTE`) | 6,000 a minute", defaults.API_REQUESTS_PER_MINUTE, 6_000],
  ["60 accounts and 60 guests a minute", defaults.NEW_USERS_PER_MINUTE, 60],
  ["exports | one at a time, four in a process", takeout.AT_ONCE, 4],
  ["stops reading is cut off after 20 seconds", takeout.PATIENCE.piece, 20 * SECOND],
  ["cookie for 400 days", LIFETIME, 400 * DAY],
  ["the last four accounts that signed in there", REMEMBERED, 4],
  ["A refusal takes at least 400 ms", REFUSALS_TAKE, 400],
  ["At most three hashes run at once", atOnceWith(64), 3],
  ["Up to 64 strangers wait, and up to 64 known browsers and sessions", WAITING, 64],
  ["more than half of a queue", HALF, 32],
  ["at most 4 of a process's 16 connections", SHARE, 4],
  ["4 of a process's 16 connections", CONNECTIONS, 16],
  ["Up to 256 more wait", LINE, 256],
  ["queue for 1.75 seconds", WAIT.usual + WAITS_LONGER, 1.75 * SECOND],
  ["A request's statement has 1.25 seconds", LIMITS.request, 1.25 * SECOND],
  ["statements that name more than 50 things have 30 seconds", LIMITS.unhurried, 30 * SECOND],
  ["statements that name more than 50 things", FEW, 50],
  ["The sidebar shows 60 tags", SHOWN_TAGS.sidebar, 60],
  ["every screen knows 400", SHOWN_TAGS.everywhere, 400],
  ["lists all of them, 200 at a time", SHOWN_TAGS.page, 200],
  ["which may have to wake up, within ten", WAIT.neon, 10 * SECOND],
  ["no new connections (after two seconds at most)", STOP.arrive, 2 * SECOND],
  ["has 8 seconds to finish", STOP.finish, 8 * SECOND],
  ["with 2 more seconds to say so", STOP.abort, 2 * SECOND],
  ["within 20 seconds in all", END_WITHIN, 20 * SECOND],
  ["A second signal, at least a second later", ONE_SIGNAL, SECOND],
  ["adds at most five", HANDFUL, 5],
  ["five rows at most", HANDFUL, 5],
  ["(60 days unused, or revoked elsewhere)", SESSION_LIFETIME, 60 * DAY],
  ["Drafts older than 30 days", DRAFTS_STAY, 30 * DAY * SECOND],
])("“%s” is so in the code", (sentence, figure, promised) => {
  expect(promises).toContain(sentence);
  expect(figure).toBe(promised);
});

// The tests with a database that hangs leave a busy machine more time; these are the waits that a quiet one comes to.
test.each([
  ["is reported within two seconds", "a statement", 2, LIMITS.request + GRACE + TICK],
  ["is reported within two seconds", "a connection", 2, WAIT.usual + WAITS_LONGER + TICK],
  ["(within three by undo", "a statement that may take long", 3, LIMITS.request + TICK + WAIT.usual + TICK],
  ["within 20 seconds in all", "a stop", 20, Object.values(STOP).reduce((sum, time) => sum + time)],
])("“%s” leaves room for the longest wait for %s", (sentence, _, seconds, longest) => {
  expect(promises).toContain(sentence);
  expect(longest).toBeLessThan(seconds * SECOND);
});

test("“at most 300 open and 300 completed rows” is so, whatever the URL asks for", async () => {
  expect(promises).toContain("at most 300 open and 300 completed rows");
  for (const pages of ["7", "9999", "1e9"]) expect((await asked(Promise.resolve({ pages }))).pages * 50).toBe(300);
});

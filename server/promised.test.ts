import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asked } from "@/app/(app)/asked";
import { LIFETIME } from "@/auth/devices";
import { QUOTAS } from "@/db/quotas";
import { LIMITS } from "@/db/statement-timeout";
import { bodyLimit } from "@/server/body-limits";
import { TIMES } from "@/server/edge";

/** docs/security.md, each paragraph on one line. */
const promises = readFileSync("docs/security.md", "utf8").replaceAll(/\n {2}(?=\S)/g, " ");
const KIB = 1_024;
const SECOND = 1_000;

test.each([
  ["body to `/api/auth`, sign-in, sign-up and reset | 16 KiB", bodyLimit("/api/auth/sign-in/email"), 16 * KIB],
  ["any other body | 1 MiB", bodyLimit("/api/v1/tasks"), 1_024 * KIB],
  ["receiving the headers | 10 s", TIMES.headers, 10 * SECOND],
  ["receiving the whole request | 20 s", TIMES.request, 20 * SECOND],
  ["a connection idle between requests | 65 s", TIMES.idle, 65 * SECOND],
  ["a response that the client stops reading | 30 s", TIMES.unread, 30 * SECOND],
  ["tasks, including Trash | 200,000", QUOTAS.tasks, 200_000],
  ["tags, including Trash | 500", QUOTAS.tags, 500],
  ["conversations, including Trash | 10,000", QUOTAS.conversations, 10_000],
  ["cookie for 400 days", LIFETIME, 400 * 24 * 60 * 60],
  ["A request's statement has 1.25 seconds", LIMITS.request, 1.25 * SECOND],
  ["statements that name more than 50 things have 30 seconds", LIMITS.unhurried, 30 * SECOND],
])("“%s” is so in the code", (sentence, figure, promised) => {
  expect(promises).toContain(sentence);
  expect(figure).toBe(promised);
});

test("“at most 300 open and 300 completed rows” is so, whatever the URL asks for", async () => {
  expect(promises).toContain("at most 300 open and 300 completed rows");
  for (const pages of ["7", "9999", "1e9"]) expect((await asked(Promise.resolve({ pages }))).pages * 50).toBe(300);
});

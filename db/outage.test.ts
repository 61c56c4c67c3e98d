import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { ifWritable, marked, outageOf } from "@/db/outage";

/** As another copy of a module throws it, so that `instanceof` would not know it. */
const coded = (code: string, message = "") => Object.assign(new Error(message), { code });

test.each([
  [coded("ECONNREFUSED"), "away"],
  [coded("ETIMEDOUT"), "away"],
  [coded("EAGAIN"), "away"],
  [coded("57P03", "the database system is starting up"), "away"],
  [coded("53300", "sorry, too many clients already"), "away"],
  [coded("28P01", "password authentication failed"), "away"],
  [coded("26000", 'prepared statement "tasks_list" does not exist'), "away"],
  [coded("UNUSABLE"), "away"],
  [new Error("Connection terminated unexpectedly"), "away"],
  [new Error("timeout exceeded when trying to connect"), "away"],
  [coded("53100", "could not extend file: No space left on device"), "full"],
  [coded("25006", "cannot execute INSERT in a read-only transaction"), "read-only"],
  [coded("58030", "could not fsync file: Input/output error"), "read-only"],
  [coded("57014", "canceling statement due to user request"), "slow"],
  [coded("42P01", 'relation "tasks" does not exist'), undefined],
  [coded("23505", "duplicate key"), undefined],
  [new TypeError("undefined is not a function"), undefined],
  ["a string", undefined],
  [undefined, undefined],
])("%s is an outage: %s", (error, reason) => {
  expect(outageOf(error)?.reason).toBe(reason);
  if (!(error instanceof Error)) return;
  expect(outageOf(new DrizzleQueryError("select 1", [], error))?.reason).toBe(reason);
  expect(marked(error)).toBe(error);
  expect("digest" in error && error.digest).toBe(reason ? `database-${reason}` : false);
});

test("what can wait is left where nothing can be saved, and only there", async () => {
  await ifWritable(Promise.reject(coded("25006")));
  await ifWritable(Promise.reject(coded("53100")));
  await expect(ifWritable(Promise.reject(coded("ECONNREFUSED")))).rejects.toThrow();
});

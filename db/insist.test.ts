import { expect, test } from "vitest";
import { insist } from "@/db/insist";

const lost = (code: string) => Object.assign(new Error("Someone was quicker."), { code });

/** Loses so many races, and then says how often it was called. */
function losing(times: number, error: Error) {
  let calls = 0;
  return () => (++calls > times ? Promise.resolve(calls) : Promise.reject(error));
}

test.each(["40P01", "23505"])("who loses the race again and again (%s) wins in the end", async (code) => {
  expect(await insist(losing(4, lost(code)))).toBe(5);
  expect(await insist(losing(4, new Error("Failed query", { cause: lost(code) })))).toBe(5);
});

test("what always fails so is told, and what fails otherwise at once", async () => {
  const error = lost("23505");
  await expect(insist(losing(1_000, error))).rejects.toBe(error);
  const other = lost("23503");
  const act = losing(1, other);
  await expect(insist(act)).rejects.toBe(other);
  expect(await act()).toBe(2);
});

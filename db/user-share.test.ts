import { expect, test } from "vitest";
import { openShares } from "@/db/user-share";

const settled = () => new Promise(setImmediate);

test("a user has four at once, the rest wait in the order in which they came, and nobody else waits with them", async () => {
  const shares = openShares();
  for (let n = 0; n < 4; n++) expect(shares.take("ada")).toBeUndefined();
  expect(shares.areTaken("ada")).toBe(true);
  const came: number[] = [];
  for (const n of [1, 2, 3]) void shares.take("ada")?.then(() => came.push(n));
  expect(shares.take("bob")).toBeUndefined();
  for (let n = 0; n < 100; n++) expect(shares.take(undefined)).toBeUndefined();

  shares.leave("ada");
  shares.leave("ada");
  await settled();
  expect(came).toEqual([1, 2]);
  for (let n = 0; n < 5; n++) shares.leave("ada");
  expect(shares.areTaken("ada")).toBe(false);
  expect(shares.take("ada")).toBeUndefined();
});

test("a line is as long as it is, and those in it can be sent away", async () => {
  const shares = openShares();
  for (let n = 0; n < 4; n++) void shares.take("ada");
  const waiting = Array.from({ length: 256 }, () => shares.take("ada"));
  expect(() => shares.take("ada")).toThrow("Too many of your requests");
  const reason = new Error("The database does not answer.");
  shares.dismiss(reason);
  expect((await Promise.allSettled(waiting)).every((one) => one.status === "rejected" && one.reason === reason)).toBe(
    true,
  );
  expect(shares.areTaken("ada")).toBe(true); // those who have one keep it
});

import { expect, test, vi } from "vitest";
import { firstOfAll, ready } from "@/db/readiness";

const away = () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));

test("nobody passes until it has succeeded; each who comes makes it try again, and never twice at once", async () => {
  const prepare = vi.fn<() => Promise<void>>(away);
  await expect(firstOfAll(prepare)).rejects.toThrow("ECONNREFUSED");
  await expect(Promise.all([ready(), ready(), ready()])).rejects.toThrow("ECONNREFUSED");
  expect(prepare).toHaveBeenCalledTimes(2);
  prepare.mockResolvedValue();
  await Promise.all([ready(), ready()]);
  expect(prepare).toHaveBeenCalledTimes(3);
  expect(ready()).toBeUndefined();
});

test("what is no outage is not waited for", async () => {
  await expect(firstOfAll(() => Promise.reject(new Error("0003.sql was edited")))).rejects.toThrow("edited");
  expect(ready()).toBeUndefined();
});

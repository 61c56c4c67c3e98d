import { fork } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { secret } from "@/db/secret";

let folder = "";
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "tandem-secret-")), "data");
});
afterEach(() => rm(join(folder, ".."), { recursive: true }));

test("makes it once, for its owner alone", async () => {
  const first = secret(folder);
  expect(Buffer.from(first, "base64url")).toHaveLength(32);
  expect(secret(folder)).toBe(first);
  expect((await stat(join(folder, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, "secret"), "utf8")).toBe(first);
});

test("is one for all processes that ask at once", async () => {
  const path = new URL("./secret.ts", import.meta.url).pathname;
  const asking = () =>
    new Promise((resolve, reject) => {
      const child = fork("--eval", [`import("${path}").then(({ secret }) => process.send(secret("${folder}")))`], {
        execArgv: ["--experimental-strip-types"],
      });
      child.once("message", resolve).once("error", reject);
    });
  const answers = await Promise.all(Array.from({ length: 4 }, asking));
  expect(new Set(answers).size).toBe(1);
  expect(await readdir(folder)).toEqual(["secret"]);
});

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secret } from "@/db/secret";
import { Unusable } from "@/db/unusable";

let root = "";
let folder = "";
const path = () => join(folder, "secret");
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tandem-secret-"));
  folder = join(root, "data");
});
afterEach(() => rm(root, { recursive: true }));

/** What `secret` answers in another process, or why not. */
async function inAnother(options: { uid?: number; gid?: number } = {}): Promise<string> {
  const program = `
    import { secret } from "./db/secret.ts";
    try { console.log(secret(process.argv[1])) } catch (error) { console.log(error.message) }`;
  const command = ["--import", "tsx", "--input-type=module", "--eval", program, folder];
  const env = { ...process.env, TSX_DISABLE_CACHE: "1" };
  const child = spawn(process.execPath, command, { ...options, env, stdio: ["ignore", "pipe", "inherit"] });
  return (await text(child.stdout)).trim();
}

test("makes it once, for its owner alone, in a folder for its owner alone", async () => {
  const first = secret(folder);
  expect(Buffer.from(first, "base64url")).toHaveLength(32);
  expect(secret(folder)).toBe(first);
  expect((await stat(path())).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await readFile(path(), "utf8")).toBe(first);
});

test("is one for all processes that ask at once", async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => inAnother()));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toHaveLength(43);
  expect(await readdir(folder)).toEqual(["secret"]);
});

const OWN = randomBytes(32).toString("base64url");

test.each([
  ["has nothing in it", "", undefined],
  ["has but a blank line in it", " \n", undefined],
  ["is all zeros, as after a crash", "\0".repeat(43), undefined],
  ["ends in a new line, as an editor leaves it", `${OWN}\n`, OWN],
  ["ends in one of Windows's", `${OWN}\r\n`, OWN],
])("a file that %s will do, or is made anew", async (_, content, expected) => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  mkdirSync(folder);
  writeFileSync(path(), content, { mode: 0o644 });
  const kept = secret(folder);
  expect(kept).toHaveLength(43);
  if (expected) expect(kept).toBe(expected);
  expect(secret(folder)).toBe(kept);
  expect((await stat(path())).mode & 0o777).toBe(0o600);
});

test.each<[string, () => void, RegExp]>([
  [
    "has one letter in it",
    () => writeFileSync(path(), "x"),
    /doesn’t contain a safe secret.*Restore the old one, or delete/,
  ],
  ["is too short", () => writeFileSync(path(), OWN.slice(0, 31)), /at least 32 random characters/],
  ["is one letter again and again", () => writeFileSync(path(), "x".repeat(64)), /doesn’t contain a safe secret/],
  ["has spaces in it", () => writeFileSync(path(), `${OWN} ${OWN}`), /doesn’t contain a safe secret/],
  ["is a picture", () => writeFileSync(path(), randomBytes(400)), /doesn’t contain a safe secret/],
  ["is a folder", () => mkdirSync(path()), /is a folder where a file should be. Move it away/],
])("a file that %s is refused, and stays: sessions may hang on what it was", async (_, breakIt, words) => {
  mkdirSync(folder);
  breakIt();
  expect(() => secret(folder)).toThrow(Unusable);
  expect(() => secret(folder)).toThrow(words);
  expect(await readdir(folder)).toEqual(["secret"]);
});

test("drafts of processes that were killed are cleared away, and nothing else", async () => {
  mkdirSync(folder);
  const long = new Date(Date.now() - 3_600_000);
  for (const name of ["secret.old", "secret.new", "notes.txt"]) writeFileSync(join(folder, name), "x");
  for (const name of ["secret.old", "notes.txt"]) utimesSync(join(folder, name), long, long);
  secret(folder);
  expect((await readdir(folder)).sort()).toEqual(["notes.txt", "secret", "secret.new"]);
});

test("a folder in which other things lie keeps its mode: it is someone else's too", async () => {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "index.html"), "");
  secret(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
});

test.each<[string, () => void]>([
  ["a file", () => writeFileSync(folder, "")],
  ["below a file", () => writeFileSync(dirname(folder), "")],
  ["a link to nothing", () => symlinkSync(join(root, "nowhere"), folder)],
  ["a link to itself", () => symlinkSync(folder, folder)],
])("DATA_DIR that is %s is refused in words", (kind, breakIt) => {
  if (kind === "below a file") folder = join(folder, "data");
  breakIt();
  expect(() => secret(folder)).toThrow(/DATA_DIR points to .* isn’t a folder/);
});

test("a secret that is a link to nothing is refused in words", () => {
  mkdirSync(folder);
  symlinkSync(join(root, "nowhere"), path());
  expect(() => secret(folder)).toThrow(/secret is a link to nothing. Remove it/);
});

test("what the account that runs Tandem may not read or write is refused in words", async () => {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  await chmod(root, 0o755);
  secret(folder);
  await chmod(folder, process.getuid?.() === 0 ? 0o755 : 0o500);
  await chmod(path(), process.getuid?.() === 0 ? 0o600 : 0o000);
  expect(await inAnother(nobody)).toMatch(/The user that runs Tandem \(user \d+\) can’t read and write/);
  await chmod(folder, 0o700);
});

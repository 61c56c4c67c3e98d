import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { inDatabase } from "@/db/testing-url";

const { url } = inject("testing");
const bare = `tandem_test_${randomBytes(8).toString("hex")}`;

beforeAll(() => query(`create database ${bare}`));
afterAll(() => query(`drop database ${bare} with (force)`));

test.each<[string, string[], RegExp]>([
  [
    "an unknown option",
    ["restore", "file.gz", "--froce"],
    /^Refused: Unknown option '--froce'\. .*-- FILE \[--force\]/,
  ],
  ["an option without its value", ["purge", "--days"], /^Refused: .*'--days <value>' argument missing\. .*-- --days N/],
  ["a negative number", ["purge", "--days", "-1"], /^Refused: .*'--days' .*-- --days N/],
  ["a number beyond all dates", ["purge", "--days", "99999999999"], /^Refused: "99999999999" isn’t a number of days/],
  ["a forgotten option", ["purge", "5"], /^Refused: "5" is one argument too many\. .*-- --days N/],
  ["help, which would be a file", ["backup", "--help"], /^Refused: Unknown option '--help'\. .*-- FILE/],
  ["nothing where a file was needed", ["backup"], /^Refused: an argument is missing\. .*-- FILE/],
  ["an option that would not be heard", ["migrate", "--dry-run"], /^Refused: Unknown option '--dry-run'/],
  ["a migration without a name", ["generate"], /^Refused: .* npm run db:generate -- --name=NAME/],
  [
    "a name that files cannot have",
    ["generate", "--name=A b"],
    /^Refused: .*"A b"\. .* npm run db:generate -- --name=NAME/,
  ],
  ["more than there are", ["rollback", "9"], /^Refused: 9 is more than the 0 applied migrations/],
  ["two numbers", ["rollback", "1", "2"], /^Refused: "2" is one argument too many\. .*db:rollback \[n\]/],
])("%s is refused in one line that says how to do it", async (_, said, words) => {
  const { code, output } = await run(said, inDatabase(url, bare));
  expect(output).toMatch(words);
  expect(output.trim()).not.toContain("\n");
  expect(code).toBe(1);
});

test.each<[string, string[], string, RegExp]>([
  ["a database without tables", ["purge"], bare, /^Refused: .*"approvals" does not exist.* npm run db:migrate/],
  ["no such database", ["status"], "tandem_none", /^Can’t reach the database: .*"tandem_none" .*DATABASE_URL/],
  ["a folder that is not there", ["backup", "none/a.gz"], bare, /^Failed: ENOENT: .*'none\/a\.gz/],
])("%s is told in one line", async (_, said, database, words) => {
  const { code, output } = await run(said, inDatabase(url, database));
  expect(output).toMatch(words);
  expect(output.trim()).not.toContain("\n");
  expect(code).toBe(1);
});

test("the direct address alone is refused: the app would run on its own server, and the command on another", async () => {
  const { code, output } = await run(["status"], "", inDatabase(url, bare));
  expect(output).toMatch(/^Refused: DATABASE_URL_UNPOOLED is set but DATABASE_URL isn’t\./);
  expect(code).toBe(1);
});

/** Runs a command as npm would, in a terminal that shows both of its streams. */
async function run(
  [name, ...said]: string[],
  database: string,
  direct = "",
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", `db/commands/${name}.ts`, ...said], {
    env: { ...process.env, DATABASE_URL: database, DATABASE_URL_UNPOOLED: direct },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, output: stdout + stderr };
}

async function query(sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDataDir } from "@/db/data-dir";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "tandem-data-dir-"));
  writeFileSync(join(root, "file"), "", { mode: 0o755 });
  symlinkSync(join(root, "nowhere"), join(root, "dangling"));
  symlinkSync(join(root, "loop"), join(root, "loop"));
  mkdirSync(join(root, "read-only"), { mode: 0o555 });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Opens the folder in a process of its own, which is killed if it never returns; never as root. */
function refusal(folder: string): string {
  const program = `
    import { openDataDir } from "./db/data-dir.ts";
    if (process.argv[2] && process.getuid() === 0) process.seteuid(65534);
    try { openDataDir(process.argv[1]); } catch (error) { console.log(error.code, error.message); }`;
  const who = folder.includes("read-only") ? ["nobody"] : [];
  const args = ["--import", "tsx", "--input-type=module", "--eval", program, folder, ...who];
  return spawnSync(process.execPath, args, { encoding: "utf8", timeout: 15_000, killSignal: "SIGKILL" }).stdout.trim();
}

const onLinux = ["/proc/nope", "/proc/nope/deep", "/proc/self", "/proc/self/fd", "/sys/nope"];
const anywhere = ["/dev/null", "/dev/null/x"];
const ours = ["file", "file/deep", "dangling", "dangling/deep", "loop", "read-only", "read-only/deep", "x".repeat(300)];
test.each([...(process.platform === "linux" ? onLinux : []), ...anywhere, ...ours])(
  "%s is refused in a sentence or two that say what to do",
  (name) => {
    const words = refusal(name.startsWith("/") ? name : join(root, name));
    expect(words).toMatch(/^UNUSABLE [^\n]*(Set it to a|set DATA_DIR to a)[^\n]*$/);
  },
);

test("a folder is made with those above it, for us alone, and nothing is left in it", () => {
  const folder = join(root, "new", "deep");
  openDataDir(folder);
  openDataDir(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder)).toEqual([]);
});

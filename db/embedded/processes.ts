import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Whether kill(2) knows a process with this id, whoever owns it. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether it also runs: in a container without an init nobody buries the dead, and kill(2) still knows them. */
export function lives(pid: number): boolean {
  if (!exists(pid) || process.platform !== "linux") return exists(pid);
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false; // it has gone in the meantime
  }
}

/** Whether `argument` stands in the command line of a living process: ids are used again, and a container's soon. */
export async function wasGiven(pid: number, argument: string): Promise<boolean> {
  if (process.platform === "win32") return true;
  try {
    if (process.platform === "linux") {
      return (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0").includes(argument);
    }
    const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
    return stdout.includes(argument);
  } catch {
    return false;
  }
}

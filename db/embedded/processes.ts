import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Whether a process with this id runs, whoever owns it. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

/** In a container without an init nobody buries the dead, and kill(2) counts them as living. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true; // it has gone in the meantime
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

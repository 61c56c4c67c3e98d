import { execFile, execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readlink, realpath } from "node:fs/promises";
import { promisify } from "node:util";
import { codeOf } from "@/db/error-code";

/** Whether kill(2) knows a process with this id, no matter who owns it. */
export function exists(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false; // kill(2) takes 0 and less for groups
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
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

/**
 * A name for the process with this id that no other one gets when the id is used again: the id, and when the process began.
 * Undefined when there is no such process.
 */
export function nameOf(pid: number): string | undefined {
  if (!lives(pid)) return undefined;
  try {
    if (process.platform === "win32") return `${pid}`;
    if (process.platform !== "linux") {
      return `${pid} ${execFileSync("ps", ["-o", "lstart=", "-p", `${pid}`], { encoding: "utf8" }).trim()}`;
    }
    // proc_pid_stat(5): the 22nd field, of which the second can have anything in it but ends with the last parenthesis.
    const started = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
    return `${pid} ${started} ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
  } catch {
    return undefined;
  }
}

/** Whether what `nameOf` once said still goes for a living process. */
export const isAlive = (name: string) => name !== "" && nameOf(Number(name.split(" ", 1)[0])) === name;

/** Whether a living process is a PostgreSQL of this cluster: ids are used again, and a container's soon. */
export async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!lives(pid)) return false;
  if (process.platform === "win32") return true;
  try {
    // Each of its processes goes into the cluster's folder and stays there.
    if (process.platform === "linux") return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
    const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
    return stdout.includes(cluster);
  } catch {
    return false;
  }
}

/** The processes of this cluster's PostgreSQL, where postmaster.pid does not say. Only Linux can tell. */
export async function servers(cluster: string): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  const serving = await Promise.all(pids.map(async (pid) => ((await serves(pid, cluster)) ? [pid] : [])));
  return serving.flat();
}

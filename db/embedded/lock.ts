import { lstat, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, nameOf } from "@/db/embedded/processes";
import { codeOf } from "@/db/error-code";
import { isNoSpace } from "@/db/unusable";

/** In milliseconds: how long a lock holds, and how long it may take to write a name into it. */
const STALE_AFTER = 60_000;
const WRITTEN_WITHIN = 1_000;

/**
 * Runs `work` while no other process runs it for the same `file`.
 * This is only a courtesy that spares the machine four initdbs at once: what must never happen twice is prevented by
 * PostgreSQL's own lock and by rename(2). So a lock whose owner has died, that says no owner, or that is older than a minute, is
 * taken over without ceremony, and kill -9 at any moment leaves nothing stuck.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(file))) {
    if (await isStale(file)) await rm(file, { recursive: true, force: true });
    else await sleep(20);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function taken(file: string): Promise<boolean> {
  try {
    await writeFile(file, nameOf(process.pid) ?? "", { flag: "wx" });
    return true;
  } catch (error) {
    if (isNoSpace(error)) return true; // made, if not named
    if (codeOf(error) === "EEXIST" || codeOf(error) === "EISDIR") return false;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const entry = await lstat(file);
    if (!entry.isFile()) return true; // a link to nothing would be in the way and yet not be found
    const age = Math.abs(Date.now() - entry.mtimeMs); // clocks can be set back
    const owner = await readFile(file, "utf8");
    if (owner === "") return age > WRITTEN_WITHIN;
    // What we have taken ourselves is of an earlier try: we run this once at a time.
    return age > STALE_AFTER || owner === nameOf(process.pid) || !isAlive(owner);
  } catch (error) {
    return codeOf(error) !== "ENOENT"; // not ours to read
  }
}

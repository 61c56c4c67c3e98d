import { readdirSync, readFileSync, rmSync } from "node:fs";
import { lstat, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive, lives, nameOf } from "@/db/embedded/processes";
import { codeOf } from "@/db/error-code";
import { isNoSpace } from "@/db/unusable";

/** Notes in `folder` that this process uses the server: a file, called by the process id, with what names the process for good. */
export async function arrive(folder: string): Promise<void> {
  await mkdir(folder).catch(async (error) => {
    if (codeOf(error) !== "EEXIST") throw error;
    if ((await lstat(folder)).isDirectory()) return;
    await rm(folder); // a file in its place
    await mkdir(folder);
  });
  const note = join(folder, String(process.pid));
  const write = () => writeFile(note, nameOf(process.pid) ?? "");
  await write().catch(async (error) => {
    if (isNoSpace(error)) return; // it is there, and says at least the id
    await rm(note, { recursive: true, force: true });
    await write();
  });
}

/**
 * Takes this process's note away.
 * @returns whether it was the last: notes of processes that were killed do not count, and go too.
 */
export function leave(folder: string): boolean {
  try {
    // First the own one: of two that look around in the same moment, each would wait for the other to be the last.
    rmSync(join(folder, String(process.pid)), { recursive: true, force: true });
    let last = true;
    for (const pid of readdirSync(folder)) {
      if (isHere(folder, pid)) last = false;
      else rmSync(join(folder, pid), { recursive: true, force: true });
    }
    return last;
  } catch {
    return false; // the whole data directory has been removed; see `ensure` in embedded.ts
  }
}

function isHere(folder: string, pid: string): boolean {
  try {
    const name = readFileSync(join(folder, pid), "utf8");
    return name === "" ? lives(Number(pid)) : isAlive(name);
  } catch {
    return false;
  }
}

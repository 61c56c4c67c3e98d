import { readdirSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lives } from "@/db/embedded/processes";

/** Notes in `folder` that this process uses the server; the note is a file named by the process id. */
export async function arrive(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, String(process.pid)), "");
}

/**
 * Takes this process's note away.
 * @returns whether it was the last: notes of processes that were killed do not count, and go too.
 */
export function leave(folder: string): boolean {
  try {
    // First the own one: of two that look around in the same moment, each would wait for the other to be the last.
    rmSync(join(folder, String(process.pid)), { force: true });
    let last = true;
    for (const name of readdirSync(folder)) {
      if (lives(Number(name))) last = false;
      else rmSync(join(folder, name), { force: true });
    }
    return last;
  } catch {
    return false; // the whole data directory has been removed; see `ensure` in embedded.ts
  }
}

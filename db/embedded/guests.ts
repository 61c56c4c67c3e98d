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
  let last = true;
  try {
    for (const name of readdirSync(folder)) {
      if (Number(name) !== process.pid && lives(Number(name))) last = false;
      else rmSync(join(folder, name), { force: true });
    }
  } catch {
    return false; // the whole data directory has been removed; see `ensure` in embedded.ts
  }
  return last;
}

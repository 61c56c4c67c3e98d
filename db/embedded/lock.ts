import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { lives } from "@/db/embedded/processes";

const STALE_AFTER = 60_000;

/**
 * Runs `work` while no other process runs it for the same `file`.
 * This is only a courtesy that spares the machine four initdbs at once: what must never happen twice is prevented by
 * PostgreSQL's own lock and by rename(2). So a lock whose owner has died, or that is older than a minute, is taken over
 * without ceremony, and kill -9 at any moment leaves nothing stuck.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(file))) {
    if (await stale(file)) await rm(file, { force: true });
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
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function stale(file: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(file, "utf8"));
    // An empty file is one that is being written. Our own pid is that of an earlier life: we run this once at a time.
    if (owner && (owner === process.pid || !lives(owner))) return true;
    return Date.now() - (await stat(file)).mtimeMs > STALE_AFTER;
  } catch {
    return false;
  }
}

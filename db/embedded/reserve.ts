import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { layout } from "@/db/embedded/cluster";
import { segmentOf, space } from "@/db/embedded/space";

/** How many pieces of the write-ahead log there is room for in the reserve: recovery begins a new one, and a checkpoint may. */
const PIECES = 2;
/** Where less than so many times the reserve is free, none is made. */
const PLENTY = 4;

/**
 * Keeps some room on the disk by a file of that size, made while there is plenty. A server that went down with a full disk needs room to
 * recover, and without it, nothing could be read either.
 */
export async function keepReserve(home: string): Promise<void> {
  const { reserve } = layout(home);
  const size = PIECES * segmentOf(home);
  if (existsSync(reserve) || (await space(home)).free < PLENTY * size) return;
  await writeFile(reserve, Buffer.alloc(size), { mode: 0o600 }).catch(() => rm(reserve, { force: true }));
}

/** Gives the reserve away. @returns whether there was one. */
export async function spendReserve(home: string): Promise<boolean> {
  const { reserve } = layout(home);
  const was = existsSync(reserve);
  await rm(reserve, { recursive: true, force: true });
  return was;
}

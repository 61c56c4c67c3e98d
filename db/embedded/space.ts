import { constants, readdirSync, statSync } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { join } from "node:path";
import { trimLog } from "@/db/embedded/log";
import { codeOf } from "@/db/error-code";

const MB = 1024 * 1024;

/** PostgreSQL's own, where nothing is known yet. */
const SEGMENT = 16 * MB;
/** For what is written all the same: it tidies up by itself. */
const SPARE = 4 * MB;
/** In milliseconds. */
const LOOK_EVERY = 500;

/** What keeps the server from writing. */
type Trouble = "full" | "read-only";
type Disk = { trouble: Trouble | undefined; lookedAt: number; segment: number | undefined };

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemDisks?: Map<string, Disk> };
shared.tandemDisks ??= new Map();
const disks = shared.tandemDisks;

/** How much room there is on the disk of `path`, and how big it is, in bytes; what is kept for root does not count. */
export async function space(path: string): Promise<{ free: number; size: number }> {
  const { bavail, blocks, bsize } = await statfs(path);
  return { free: bavail * bsize, size: blocks * bsize };
}

/**
 * Whether the server in `home` should write nothing: so little room is left that the next piece of its write-ahead log might not fit,
 * or the disk was made read-only. It would go down with the next write.
 */
export async function look(home: string): Promise<Trouble | undefined> {
  const disk = disks.get(home) ?? { trouble: undefined, lookedAt: 0, segment: undefined };
  disks.set(home, disk);
  disk.lookedAt = Date.now();
  disk.segment ??= segmentOf(home);
  disk.trouble = (await isReadOnly(home)) ? "read-only" : (await isFull(home, disk.segment)) ? "full" : undefined;
  return disk.trouble;
}

/** The same as of half a second ago, at once. While the server is at work, this also keeps its log short. */
export function troubleIn(home: string): Trouble | undefined {
  const disk = disks.get(home);
  if (disk && Math.abs(Date.now() - disk.lookedAt) < LOOK_EVERY) return disk.trouble;
  void look(home);
  void trimLog(home).catch(() => {});
  return disk?.trouble;
}

/** What keeps any server of this process from writing. */
export const anyTrouble = (): Trouble | undefined => [...disks.values()].find(({ trouble }) => trouble)?.trouble;

const isFull = (home: string, segment: number) =>
  space(home).then(
    ({ free }) => free < segment + SPARE,
    () => false,
  );

const isReadOnly = (home: string) =>
  access(home, constants.W_OK).then(
    () => false,
    (error) => codeOf(error) === "EROFS",
  );

/** How big the pieces of the write-ahead log are, in bytes: they are all alike. */
export function segmentOf(home: string): number {
  const wal = join(home, "cluster", "pg_wal");
  try {
    const name = readdirSync(wal).find((name) => /^[0-9A-F]{24}$/.test(name));
    return name === undefined ? SEGMENT : statSync(join(wal, name)).size;
  } catch {
    return SEGMENT;
  }
}

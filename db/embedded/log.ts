import { copyFile, rm, stat, truncate } from "node:fs/promises";
import { layout } from "@/db/embedded/cluster";

/** In bytes: how long the server's log gets. As much is kept of what came before. */
const LONG = 1024 * 1024;

/** Puts what is in the log aside when it has grown long. The server goes on writing: it opened the file for appending. */
export async function trimLog(home: string): Promise<void> {
  const { log } = layout(home);
  const written = await stat(log).catch(() => undefined);
  if (written?.isDirectory()) return rm(log, { recursive: true });
  if (!written || written.size < LONG) return;
  await copyFile(log, `${log}.old`).catch(() => {}); // on a full disk
  await truncate(log);
}

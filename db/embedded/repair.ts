import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { close } from "@/db/data-dir";
import { account, give } from "@/db/embedded/account";
import { layout, newPassword, USER } from "@/db/embedded/cluster";
import { trimLog } from "@/db/embedded/log";
import { runAlone, version } from "@/db/embedded/programs";
import { codeOf } from "@/db/error-code";
import { inWords, isUnusable, Unusable } from "@/db/unusable";

/** As `newPassword` makes it. */
const PASSWORD = /^[\w-]{32}$/;

/** What a home has beside its cluster. */
const OURS = /^(cluster|password|guests|reserve|log(\.old)?|\.s\.PGSQL\.\d+(\.lock)?)$/;

/**
 * Sees to it that what lies at `home` is a home that this program's PostgreSQL can work in, or nothing, so that a new one can be made.
 * @throws Unusable
 */
export async function check(home: string): Promise<void> {
  const { cluster } = layout(home);
  const inHome = await listed(home);
  if (!inHome) return;
  const inCluster = await listed(cluster);
  if (!inCluster?.length) {
    const strange = inHome.find((name) => !OURS.test(name));
    if (strange)
      throw new Unusable(`${home} contains ${strange} instead of a Tandem database. Set DATA_DIR to another folder.`);
    return rm(home, { recursive: true });
  }
  const made = (await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (made !== version()) {
    const what = /^\d+(\.\d+)?$/.test(made) ? `was made by PostgreSQL ${made}` : "is incomplete: it has no version";
    throw new Unusable(
      `The database in ${cluster} ${what}, but this Tandem comes with PostgreSQL ${version()}. Restore a backup, or move ${home} away to start with an empty one.`,
    );
  }
}

/** What is in a folder; undefined where there is nothing. @throws Unusable when it is no folder, or not ours. */
async function listed(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    const known = inWords(folder, error);
    if (isUnusable(known)) throw known;
    if (codeOf(error) === "ENOENT") return undefined;
    if (codeOf(error) === "ENOTDIR")
      throw new Unusable(`${folder} is a file where the database’s folder should be. Move it away.`);
    throw error;
  }
}

/** Before a start: puts right whose everything is, who may look in, and what a dead server left. */
export async function tidy(home: string): Promise<void> {
  const { cluster, socket, socketLock, password } = layout(home);
  // They hold a process id as postmaster.pid does, or nothing, and by now it means nothing.
  for (const left of [socket, socketLock]) await rm(left, { recursive: true, force: true });
  await trimLog(home);
  for (const folder of [home, cluster]) close(folder);
  close(password, 0o600);
  await give(home, await account(home));
}

/** The password that the server was given, or a new one, which it is then given while it is down. */
export async function passwordOf(home: string): Promise<string> {
  const kept = (await readFile(layout(home).password, "utf8").catch(() => "")).trim();
  return PASSWORD.test(kept) ? kept : renewPassword(home);
}

/** Gives the server, which is down, a new password. */
export async function renewPassword(home: string): Promise<string> {
  const { cluster, password } = layout(home);
  const renewed = newPassword();
  await rm(password, { recursive: true, force: true });
  await writeFile(password, renewed, { mode: 0o600, flush: true });
  await runAlone(cluster, `alter role ${USER} password '${renewed}'`, await account(home));
  return renewed;
}

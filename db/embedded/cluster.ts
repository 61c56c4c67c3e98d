import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { account } from "@/db/embedded/account";
import { completeLibraries, run } from "@/db/embedded/programs";
import { inWords, isNoSpace } from "@/db/unusable";

export const USER = "tandem";
export const SOCKET_PORT = 5432;

/** What lies in the server's home, a folder of its own under DATA_DIR. */
export const layout = (home: string) => ({
  cluster: join(home, "cluster"),
  password: join(home, "password"),
  log: join(home, "log"),
  reserve: join(home, "reserve"),
  guests: join(home, "guests"),
  socket: join(home, `.s.PGSQL.${SOCKET_PORT}`),
  socketLock: join(home, `.s.PGSQL.${SOCKET_PORT}.lock`),
});

export const newPassword = () => randomBytes(24).toString("base64url");

/**
 * Makes `home` whole or not at all: a new one is prepared beside it and renamed, so that a kill leaves only rubbish.
 * @throws Unusable when there is no room for it.
 */
export async function create(home: string): Promise<void> {
  if (existsSync(home)) return;
  await sweep(home);
  await completeLibraries();
  const draft = await mkdtemp(`${home}.new-`);
  try {
    const { cluster, password } = layout(draft);
    await writeFile(password, newPassword(), { mode: 0o600, flush: true });
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${USER}`, `--pwfile=${password}`, "--auth=scram-sha-256"];
    // In MB: a quarter of the usual, so that a small disk has room for several.
    const log = "--wal-segsize=4";
    await run("initdb", [`--pgdata=${cluster}`, ...access, ...locale, log, "--no-instructions"], await account(draft));
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (existsSync(home)) return; // another process was quicker, and its home is as good
    throw isNoSpace(error) || /No space left|quota exceeded/i.test(String(error))
      ? inWords(home, Object.assign(new Error("initdb"), { code: "ENOSPC" }))
      : error;
  }
}

async function sweep(home: string): Promise<void> {
  const unfinished = (await readdir(dirname(home))).filter((name) => name.startsWith(`${basename(home)}.new-`));
  for (const name of unfinished) await rm(join(dirname(home), name), { recursive: true, force: true });
}

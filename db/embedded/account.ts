import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { native } from "@/db/embedded/programs";

const exec = promisify(execFile);

/** Who runs the server's programs: a user and group (none: our own), and a command to put in front, which makes them that. */
export type Account = { uid?: number; gid?: number; prefix: string[] };

/**
 * PostgreSQL refuses to run as root. Anyone else runs it as themselves; root lends it to the owner of `home`, or to
 * `nobody` and gives `home` to that account. Where that account could not walk to `home` or to the programs (both below
 * /root, say) it gets the one capability to pass closed folders, CAP_DAC_OVERRIDE. PostgreSQL asks access(2) about paths,
 * which heeds capabilities only under SECBIT_NO_SETUID_FIXUP (capabilities(7)). Docker's default set allows all of this.
 */
export async function account(home: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = await owner(home);
  if (process.platform !== "linux" || (await open(dirname(home), native()))) return { uid, gid, prefix: [] };
  const who = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--no-new-privs"];
  const may = ["--securebits=+no_setuid_fixup", "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"];
  return { uid, gid, prefix: ["setpriv", ...who, ...may, "--"] };
}

/** The user and group that `home` belongs to, after giving it to `nobody` if it is root's (new, or copied by root). */
async function owner(home: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(home);
  if (uid !== 0) return { uid, gid };
  const [user, group] = await Promise.all(["-u", "-g"].map((part) => exec("id", [part, "nobody"])));
  const nobody = { uid: Number(user?.stdout), gid: Number(group?.stdout) };
  await give(home, nobody);
  return nobody;
}

/** Gives all in `home` to the account that its server runs as, where that is not ours: root may have copied or edited something. */
export async function give(home: string, { uid, gid }: { uid?: number; gid?: number }): Promise<void> {
  if (process.getuid?.() === 0 && uid !== undefined) await exec("chown", ["-R", `${uid}:${gid}`, home]);
}

/** Whether anyone may pass through all these folders and their parents. */
async function open(...folders: string[]): Promise<boolean> {
  const parents = folders.flatMap(upward);
  const modes = await Promise.all(parents.map(async (folder) => (await stat(folder)).mode));
  return modes.every((mode) => mode & 0o001);
}

function upward(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upward(parent)];
}

import { accessSync, chmodSync, constants, mkdirSync, readdirSync, statSync } from "node:fs";
import { codeOf, inWords, Unusable } from "@/db/unusable";

/** What Tandem keeps in it, drafts included, and what a file system may. */
const OURS = /^(secret|postgres)([.-].*)?$|^lost\+found$/;

/**
 * Makes the folder of DATA_DIR where it does not exist, and sees to it that it can be written and that no other account looks in.
 * Where other things lie in it too, its mode is left alone: what is ours is closed by itself.
 * @throws Unusable
 */
export function openDataDir(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const isOpen = (statSync(folder).mode & 0o777) !== 0o700;
    if (isOpen && readdirSync(folder).every((name) => OURS.test(name))) close(folder);
  } catch (error) {
    throw leadsNowhere.has(codeOf(error) ?? "")
      ? new Unusable(`DATA_DIR points to ${folder}, which isn’t a folder. Set it to a folder.`)
      : inWords(folder, error);
  }
}

/** A file in its place or on the way; a symbolic link to nothing, or to itself. */
const leadsNowhere = new Set(["EEXIST", "ENOTDIR", "ENOENT", "ELOOP"]);

/** For us alone, as far as we may say so: it can be another account's, with us in its group. */
export function close(path: string, mode = 0o700): void {
  if (process.platform === "win32") return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (codeOf(error) !== "EPERM") throw error;
  }
}

import { randomUUID } from "node:crypto";
import { accessSync, chmodSync, constants, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf } from "@/db/error-code";
import { inWords, isNoSpace, isUnusable, Unusable } from "@/db/unusable";

/** What Tandem keeps in it, drafts included, and what a file system may. */
const OURS = /^(secret|postgres)([.-].*)?$|^lost\+found$/;

/**
 * Makes the folder of DATA_DIR where it does not exist, and sees to it that it can be written and that no other account looks in.
 * Where other things lie in it too, its mode is left alone: what is ours is closed by itself.
 * @throws Unusable
 */
export function openDataDir(folder: string): void {
  try {
    make(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    tryOut(folder);
    const isOpen = (statSync(folder).mode & 0o777) !== 0o700;
    if (isOpen && readdirSync(folder).every((name) => OURS.test(name))) close(folder);
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (LEADS_NOWHERE.has(code))
      throw new Unusable(`DATA_DIR points to ${folder}, which isn’t a folder. Set it to a folder.`);
    const known = inWords(folder, error);
    if (isUnusable(known) || !code) throw known;
    throw new Unusable(
      `DATA_DIR points to ${folder}, where nothing can be created (${code}). Set it to another folder.`,
    );
  }
}

/** A file in its place or on the way; a symbolic link to nothing, or to itself. */
const LEADS_NOWHERE = new Set(["EEXIST", "ENOTDIR", "ELOOP"]);

/**
 * Makes a folder and those above it. Node’s own `recursive` never returns where the system answers ENOENT below a folder that exists,
 * as /proc does.
 */
function make(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process was quicker
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Modes say nothing about file systems such as /proc. What a kill leaves of this is swept away with the drafts of the secret. */
function tryOut(folder: string): void {
  const draft = join(folder, `secret.${randomUUID()}`);
  try {
    mkdirSync(draft);
    rmdirSync(draft);
  } catch (error) {
    if (!isNoSpace(error)) throw error; // a full disk can still be read
  }
}

/** For us alone, as far as we may say so: it can be another account's, with us in its group. */
export function close(path: string, mode = 0o700): void {
  if (process.platform === "win32") return;
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (codeOf(error) !== "EPERM") throw error;
  }
}

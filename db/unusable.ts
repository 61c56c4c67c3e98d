import { lstatSync } from "node:fs";
import { codeOf } from "@/db/error-code";
import { Refusal } from "@/db/refusal";

/** What a server cannot start with, and no waiting mends: the message says in a sentence or two what it is and what to do. */
export class Unusable extends Refusal {
  readonly code = UNUSABLE;
}

const UNUSABLE = "UNUSABLE";

/** Whether it is one. By its code: Next evaluates this module several times, and each has a class of its own. */
export const isUnusable = (error: unknown): error is Unusable => codeOf(error) === UNUSABLE;

const NO_SPACE = new Set(["ENOSPC", "EDQUOT"]);
const FORBIDDEN = new Set(["EACCES", "EPERM", "EROFS"]);

/** Whether a file could not be written because there is no room for it. */
export const isNoSpace = (error: unknown) => NO_SPACE.has(codeOf(error) ?? "");

/** Why a file of ours could not be used, in words. @returns the error itself where there is nothing better to say. */
export function inWords(path: string, error: unknown): unknown {
  const code = codeOf(error) ?? "";
  if (NO_SPACE.has(code)) return new Unusable(`There’s no disk space left for ${path}. Free some up and start again.`);
  if (FORBIDDEN.has(code)) {
    const who = process.getuid ? ` (user ${process.getuid()})` : "";
    return new Unusable(
      `The user that runs Tandem${who} can’t read and write ${path}. Change its owner, or set DATA_DIR to another folder.`,
    );
  }
  if (code === "EISDIR")
    return new Unusable(`${path} is a folder where a file should be. Move it away and start again.`);
  if ((code === "ENOENT" || code === "ELOOP") && isLink(path))
    return new Unusable(`${path} is a link to nothing. Remove it, or put back what it points to.`);
  return error;
}

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

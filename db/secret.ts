import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { close, openDataDir } from "@/db/data-dir";
import { codeOf } from "@/db/error-code";
import { inWords, Unusable } from "@/db/unusable";

/** What we make has 43 characters; someone may have put in one of their own. */
const LENGTH = 32;
/** Fewer different characters than that have not been drawn at random. */
const DIFFERENT = 10;

/**
 * The secret that `folder` keeps, 256 bits in base64url; made the first time it is asked for, readable by its owner only.
 * Processes that ask at once get the same one: a hard link appears whole or not at all, and only the first can make it.
 * An empty file has lost its secret, and is made anew. A weak one may have signed the sessions of people who have no other way
 * back, so it is never replaced unasked.
 * @throws Unusable when it is weak, or cannot be written or read.
 */
export function secret(folder: string): string {
  openDataDir(folder);
  const path = join(folder, "secret");
  try {
    const kept = read(path);
    if (kept) return usable(kept, path);
    if (kept === "") {
      console.warn(`${path} was empty, so a new secret was created. Everyone has to sign in again.`);
      rmSync(path);
    }
    return make(folder, path);
  } catch (error) {
    throw inWords(path, error);
  }
}

function usable(kept: string, path: string): string {
  if (/^[\x21-\x7e]+$/.test(kept) && kept.length >= LENGTH && new Set(kept).size >= DIFFERENT) return kept;
  throw new Unusable(
    `${path} doesn’t contain a safe secret, which has at least ${LENGTH} random characters. Restore the old one, or delete the file to create a new one: everyone will have to sign in again, and guests will lose their lists.`,
  );
}

function make(folder: string, path: string): string {
  sweep(folder);
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return usable(readFileSync(path, "utf8"), path);
}

/** Drafts of processes that were killed; those of the last minute may still be written. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.startsWith("secret."))) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (Math.abs(age) > 60_000) rmSync(path, { recursive: true, force: true });
  }
}

/** What is written there, but for the end of line that an editor leaves; "" also for the zeros that a crash leaves. */
function read(path: string): string | undefined {
  try {
    const { mode } = statSync(path);
    if (mode & 0o077) close(path, 0o600);
    return readFileSync(path, "utf8").replace(/^[\s\0]+|[\s\0]+$/g, "");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

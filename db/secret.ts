import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that `folder` keeps, 256 bits in base64url; made the first time it is asked for, readable by its owner only.
 * Processes that ask at once get the same one: a hard link appears whole or not at all, and only the first can make it.
 * @throws the file system's error when the folder cannot be written or read.
 */
export function secret(folder: string): string {
  const path = join(folder, "secret");
  return read(path) ?? make(folder, path);
}

function make(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!has(error, "EEXIST")) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, "utf8");
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (has(error, "ENOENT")) return undefined;
    throw error;
  }
}

const has = (error: unknown, code: string) => error instanceof Error && "code" in error && error.code === code;

import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a program to its end. @returns what it printed. @throws with what it printed, when it fails. */
export async function run(program: string, args: string[], settings: Record<string, string> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { env: { ...process.env, ...settings } });
  return stdout.trim();
}

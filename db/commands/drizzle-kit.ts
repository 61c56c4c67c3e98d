import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Runs drizzle-kit in this terminal until it ends.
 * @param settings environment variables that it gets besides our own.
 * @throws Error when it fails.
 */
export function drizzleKit(args: string[], settings: Record<string, string> = {}): Promise<void> {
  const program = join(dirname(createRequire(import.meta.url).resolve("drizzle-kit")), "bin.cjs");
  // biome-ignore lint/style/noProcessEnv: handed on to a child, not read
  const child = spawn(process.execPath, [program, ...args], { stdio: "inherit", env: { ...process.env, ...settings } });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code ? reject(new Error(`drizzle-kit ended with ${code}.`)) : resolve()));
  });
}

import { createRequire } from "node:module";
import { stopWithNpm } from "./orphan.ts";

/** In milliseconds: Next would kill the server after 100, and leave the database that it has to stop running. */
const END_WITHIN = 40_000;

/** npm run dev: `next dev`, for this machine alone unless HOST says otherwise. */
// biome-ignore-start lint/style/noProcessEnv: Next reads the .env files by itself, and again when they change
stopWithNpm();
const before = { ...process.env };
try {
  await import("../db/commands/env-files.ts");
  const { env } = await import("../env.ts");
  process.env = before;
  process.env.NEXT_EXIT_TIMEOUT_MS ??= `${END_WITHIN}`;
  process.argv.splice(2, 0, "dev", "--hostname", env.HOST, "--port", `${env.PORT}`);
  createRequire(import.meta.url)("next/dist/bin/next");
} catch (error) {
  console.error(error instanceof Error && error.name === "SettingsError" ? error.message : error);
  process.exitCode = 1;
}
// biome-ignore-end lint/style/noProcessEnv: see above

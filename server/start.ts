import "./production.ts";
import "../db/commands/env-files.ts";
import { stopWithNpm } from "./orphan.ts";

/** npm start */
stopWithNpm();
try {
  const { serve } = await import("./serve.ts");
  await serve();
} catch (error) {
  console.error(error instanceof Error && error.name === "SettingsError" ? error.message : error);
  process.exit(1);
}

import "@/db/commands/env-files";

/**
 * Lets a command work on the database that the app works on, and say in one line which setting cannot be used: `env` is parsed when it
 * is first imported, so this is imported before anything else.
 */
process.once("uncaughtException", (error) => {
  console.error(error.name === "SettingsError" ? error.message : error);
  process.exit(1);
});

import nextEnv from "@next/env";

/**
 * Reads .env files as Next does, so that a command works on the database that the app works on. To be imported before anything else:
 * `env` is parsed when it is first imported. What is set already stays.
 */
// biome-ignore lint/style/noProcessEnv: decides which files are settings, and so cannot be one
nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV !== "production", { info: () => {}, error: console.error });

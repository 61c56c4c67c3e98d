import nextEnv from "@next/env";

/** Reads .env files as Next does, for programs that are not Next. What is set already stays. To be imported before `env` is. */
// biome-ignore lint/style/noProcessEnv: decides which files are settings, and so cannot be one
nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV !== "production", { info: () => {}, error: console.error });

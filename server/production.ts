/** Imported before anything that asks which mode this is: .env files, the settings, Next and React. */
// biome-ignore lint/style/noProcessEnv: says what the settings will be read from
Object.assign(process.env, {
  NODE_ENV: "production",
  // As `--experimental-next-config-strip-types` does: Next's compiler for the settings holds 40 MB.
  __NEXT_NODE_NATIVE_TS_LOADER_ENABLED: "true",
});

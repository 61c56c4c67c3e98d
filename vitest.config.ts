import { defineConfig } from "vitest/config";

const alias = [
  { find: "server-only", replacement: new URL("./node_modules/server-only/empty.js", import.meta.url).pathname },
  { find: /^@\//, replacement: new URL("./", import.meta.url).pathname },
];

const pure = ["language/**/*.test.ts", "assistant/offline/**/*.test.ts"];

/** What needs a database gets one: see db/testing-setup.ts. */
const database = {
  include: ["{db,app}/**/*.test.ts", "**/*.integration.test.ts", "auth.test.ts"],
  exclude: ["node_modules/**", ".next/**"],
  globalSetup: ["db/testing-setup.ts"],
  setupFiles: ["db/testing-database.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** A test of the pooler, which is not on every machine, and those of what comes before a driver, or of processes of their own. */
const ofThePooler = "db/pooler.test.ts";
const driverless = [
  "db/{backup,branches,checkout,connection,embedded,migrator,passwords,purge,secret}.test.ts",
  "db/{commands,embedded,migrator}/**",
  "app/api/durability.test.ts",
];

/** All that needs a database, by another way to it. */
const through = (driver: string) => ({
  ...database,
  exclude: [...database.exclude, ...driverless],
  name: driver,
  env: { TEST_DRIVER: driver },
});

/**
 * The modes: `long` repeats until luck is ruled out, `neon` takes all that needs a database through Neon's driver, not a part, and `pooler`
 * through a real PgBouncer.
 */
export default defineConfig(({ mode }) => ({
  resolve: { alias },
  test: {
    // The tests wait for PostgreSQL half of the time: with a core left free for that, two cores took 1.7 times as long.
    maxWorkers: "100%",
    projects: [
      {
        // Pure functions, which keep nothing from one file to the next: what they import is evaluated once in each worker.
        resolve: { alias },
        test: { name: "language", include: pure, isolate: false },
      },
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{assistant,components,server,auth}/**/*.test.{ts,tsx}", "env.test.ts"],
          exclude: ["**/*.integration.test.ts", ...pure],
        },
      },
      {
        resolve: { alias },
        test: {
          ...database,
          exclude: [...database.exclude, ofThePooler],
          name: "integration",
          env: mode === "long" ? { TANDEM_LONG: "1" } : {},
        },
      },
      {
        resolve: { alias },
        test: {
          ...through("neon"),
          ...(mode === "neon" ? {} : { include: ["db/{changes,tasks}.test.ts"] }),
          exclude: [...through("neon").exclude, ofThePooler],
        },
      },
      ...(mode === "pooler" ? [{ resolve: { alias }, test: through("pooler") }] : []),
    ],
  },
}));

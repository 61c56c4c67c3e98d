import { defineConfig } from "vitest/config";

const alias = [
  { find: "server-only", replacement: new URL("./node_modules/server-only/empty.js", import.meta.url).pathname },
  { find: /^@\//, replacement: new URL("./", import.meta.url).pathname },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{language,assistant,components}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["{db,app}/**/*.test.ts", "**/*.integration.test.ts", "auth.test.ts"],
          exclude: ["node_modules/**", ".next/**"],
          globalSetup: ["db/testing-setup.ts"],
          setupFiles: ["db/testing-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

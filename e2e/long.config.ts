import config from "@/playwright.config";

/**
 * For `npm run test:long`: random requests go on for as long as luck needs to be ruled out, and every state is looked at on each
 * device in both colour schemes.
 */
process.env.TANDEM_LONG = "1";

export default {
  ...config,
  failOnFlakyTests: true,
  testDir: ".",
  testMatch: ["hostile-requests.spec.ts", "accessible.spec.ts", "in-place.spec.ts"],
  globalSetup: "./setup.ts",
};

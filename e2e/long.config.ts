import config from "@/playwright.config";

/**
 * For `npm run test:long`: random requests go on for as long as luck needs to be ruled out, and every state is looked at on each
 * device in both colour schemes, and every page loaded in every size.
 */
process.env.TANDEM_LONG = "1";

export default {
  ...config,
  failOnFlakyTests: true,
  testDir: ".",
  testMatch: ["hostile-requests", "accessible", "in-place", "large-text", "large-letters"].map(
    (name) => `${name}.spec.ts`,
  ),
  globalSetup: "./setup.ts",
};

import config from "@/playwright.config";

/** For `npm run test:long`: what sends random requests goes on for as long as luck needs to be ruled out. */
process.env.TANDEM_LONG = "1";

export default { ...config, testDir: ".", testMatch: "hostile-requests.spec.ts", globalSetup: "./setup.ts" };

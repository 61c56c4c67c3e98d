import { ensure } from "@/e2e/browser";

try {
  console.log(`Browser for the end-to-end tests: ${ensure()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

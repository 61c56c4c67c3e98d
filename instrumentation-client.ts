import { config } from "zod/v4/core";

// Runs before all other scripts. zod would try whether it may compile schemas, which the page's policy forbids and reports.
config({ jitless: true });

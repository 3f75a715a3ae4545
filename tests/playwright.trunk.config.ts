// Trunk's output: the main flow of e2e/ on that of `trunk build --release`, behind the gateway, and `trunk serve`. `cargo
// xtask test` runs it after the browser tests.
import { defineConfig } from "@playwright/test";

import browser from "./playwright.config";

export default defineConfig({
  ...browser,
  testDir: ".",
  outputDir: "test-results/trunk",
  testMatch: ["e2e/main-flow.spec.ts", "trunk/*.spec.ts"],
});

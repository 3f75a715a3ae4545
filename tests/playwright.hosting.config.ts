// The servers of docs/hosting.md without a gateway: the main flow of e2e/ and tests of the servers alone, once for each;
// and the other files of deploy/. `cargo xtask test` runs it after the browser tests.
import { defineConfig } from "@playwright/test";

import browser from "./playwright.config";
import { ways } from "./hosting/way";

const FLOW = "e2e/main-flow.spec.ts";

export default defineConfig({
  ...browser,
  testDir: ".",
  outputDir: "test-results/hosting",
  projects: [
    ...ways.map((host) => ({
      name: host,
      use: { host },
      testMatch: [FLOW, host === "direct" ? "hosting/direct.spec.ts" : "hosting/server.spec.ts"],
    })),
    { name: "files", testMatch: ["shipped", "behind", "systemd", "kubernetes"].map((name) => `hosting/${name}.spec.ts`) },
  ],
});

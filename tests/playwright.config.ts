// How the browser tests run. `cargo xtask test` builds and sets the variables; by hand, after `cargo xtask dist`:
// `npx playwright test` in this folder. Each worker starts its own gateway (e2e/support/test.ts).
import { defineConfig } from "@playwright/test";

import { flags } from "./chromium.mjs";

/** A file of clouds/: a real cloud instead of the simulated one. */
const real = !!process.env.MARU_CLOUD;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // A real cloud is shared and slower: its flow runs alone with more time. Tests spend much of their time waiting for polls
  // and clocks, so four keep two cores busy.
  workers: real ? 1 : 4,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A test that passes only the second time is a defect, here or in the page.
  retries: 0,
  // Faults on demand need the simulated cloud.
  grepInvert: real ? /@sim/ : undefined,
  timeout: real ? 300_000 : 30_000,
  expect: { timeout: real ? 90_000 : 10_000 },
  reporter: [["list"], ["./tally.ts"]],
  use: {
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1280, height: 800 },
    // Motion is not tested, and drawing it took a fifth of the page's time.
    contextOptions: { reducedMotion: "reduce" },
    // Without screenshots of every step, which made every test half as long again.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    // No test sees the responses of a service worker, except e2e/offline.spec.ts.
    serviceWorkers: "block",
    launchOptions: { executablePath: process.env.MARU_CHROMIUM, args: flags },
  },
});

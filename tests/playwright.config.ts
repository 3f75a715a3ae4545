// How the browser tests run. `cargo xtask test` starts the gateway and sets the variables; by hand:
// `cargo xtask run`, then `MARU_URL=http://127.0.0.1:8080/ npx playwright test` in this folder.
import { defineConfig } from "@playwright/test";

const url = process.env.MARU_URL;
if (!url) throw new Error("MARU_URL says where the console is served, e.g. http://127.0.0.1:8080/");

// Root in a container has no user namespaces for the sandbox; nobody wants a test browser to phone home.
const root = process.getuid?.() === 0;
const flags = [
  ...(root ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // A real cloud is one shared place and slower: its flow runs alone and gets time.
  workers: process.env.MARU_CLOUD ? 1 : 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A test that passes only the second time is a defect, here or in the page.
  retries: 0,
  timeout: process.env.MARU_CLOUD ? 300_000 : 30_000,
  expect: { timeout: process.env.MARU_CLOUD ? 60_000 : 10_000 },
  reporter: [["list"], ["./tally.ts"]],
  use: {
    baseURL: url,
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.MARU_CHROMIUM, args: flags },
  },
});

// `test` with what every spec needs: a gateway of its own for each worker, a project of its own for each test, a page
// that must stay free of errors, and the record of what was sent.
import { randomBytes } from "node:crypto";
import { test as base } from "@playwright/test";
import { start, startDemo, site, type Gateway } from "./gateway";
import { startWay, type Way } from "../../hosting/way";
import { Console } from "./console";
import { tellProved } from "./proof";
import { Sent } from "./sent";
import { Simulator } from "./simulator";
import { gatewayConfig } from "./target";
import { Watch } from "./watch";
import { ko, t } from "./words";

export { expect } from "@playwright/test";
export { step, target } from "./target";

interface Worker {
  /** Who serves the console: the gateway, or one of the ways without it (playwright.hosting.config.ts). */
  host: "gateway" | Way;
  gateway: Gateway;
}

const startGateway = () =>
  gatewayConfig ? start(["--site", site, "--config", gatewayConfig]) : startDemo();

interface Each {
  /** Notes which rows of the requirements a test has proved. */
  proof: void;
  /** A project that nobody else uses: 32 hexadecimal digits. */
  tenant: string;
  /** Says which errors a test makes happen. */
  watch: Watch;
  /** What the page sends to the cloud. */
  sent: Sent;
  /** The control endpoint of the simulated cloud, for tests tagged `@sim`. */
  cloud: Simulator;
  /** The page as a person uses it. */
  maru: Console;
}

export const test = base.extend<Each, Worker>({
  host: ["gateway", { option: true, scope: "worker" }],
  gateway: [
    async ({ host }, use) => {
      const gateway = host === "gateway" ? await startGateway() : await startWay(host);
      await use(gateway);
      await gateway.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ gateway }, use) => use(gateway.url),
  tenant: async ({}, use) => use(randomBytes(16).toString("hex")),
  proof: [
    async ({}, use, info) => {
      await use();
      tellProved(info);
    },
    { auto: true },
  ],
  watch: [
    async ({ context }, use) => {
      const watch = await Watch.over(context);
      await use(watch);
      watch.verify();
    },
    { auto: true },
  ],
  sent: async ({ context }, use) => use(new Sent(context)),
  cloud: async ({ gateway, tenant }, use) => {
    if (!gateway.cloud) throw new Error("this test controls the simulated cloud: tag it @sim");
    await use(new Simulator(gateway.cloud, tenant));
  },
  maru: async ({ page, tenant, gateway, locale }, use) => {
    const cloud = gateway.cloud && new Simulator(gateway.cloud, tenant);
    await use(new Console(page, tenant, cloud, locale?.startsWith("ko") ? ko : t));
  },
});

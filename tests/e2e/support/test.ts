// `test` with what every spec needs: a gateway for each worker, a project for each test, a page that must not report
// errors, and a record of its requests.
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
  /** What serves the console: the gateway, or one of the servers without it (playwright.hosting.config.ts). */
  host: "gateway" | Way;
  gateway: Gateway;
}

const startGateway = () =>
  gatewayConfig ? start(["--site", site, "--config", gatewayConfig]) : startDemo();

interface Each {
  /** Records which rows of the requirements a test has proved. */
  proof: void;
  /** A project of this test only: 32 hexadecimal digits. */
  tenant: string;
  /** Which errors the test causes on purpose. */
  watch: Watch;
  /** The requests of the page to the cloud. */
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

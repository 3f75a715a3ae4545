// `trunk serve` next to the gateway, as README starts them.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

import { freePort, start } from "../e2e/support/gateway";
import { t } from "../e2e/support/words";
import { listening, stop } from "../hosting/process";

const CONFIG = join(resolve(import.meta.dirname, "../.."), "Trunk.toml");
/** It compiles the page before it listens, but `cargo xtask test` has compiled it already. */
const COMPILED_BY = 240_000;

test("`trunk serve` shows the working console", async ({ page }) => {
  test.setTimeout(COMPILED_BY + 60_000);
  const address = /^backend = "http:\/\/([^/]+)\/proxy\/"/m.exec(readFileSync(CONFIG, "utf8"))?.[1];
  expect(address, "Trunk.toml says where the gateway is").toBeDefined();
  const gateway = await start(["--demo", "--no-site", "--listen", address!]);
  const url = `http://127.0.0.1:${await freePort()}/`;
  const words = ["--config", CONFIG, "serve", "--dist", process.env.MARU_TRUNK_SERVES!, "--port", new URL(url).port];
  const trunk = await listening("trunk", words, {}, url, COMPILED_BY);
  try {
    await page.goto(url);
    await page.getByRole("button", { name: t("sign_in.demo_open") }).click();
    const list = page.getByRole("heading", { name: t("instances.title"), level: 1 });
    await expect(list).toBeVisible();
    await expect(page.getByRole("link", { name: "web-prod-01" })).toBeVisible();
    // The session's cookie works in both directions.
    await page.reload();
    await expect(list).toBeVisible();
  } finally {
    await stop(trunk);
    await gateway.stop();
  }
});

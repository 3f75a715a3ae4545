// Starting without a network, and new releases: public/sw.js.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Console } from "./support/console";
import { keepLists, keptHeads } from "./support/kept-lists";
import { takeClock } from "./support/passing-time";
import { keptAddresses, named, releases, serveReleases, startedWith, visit } from "./support/releases";
import { DEMO_TENANT, secondOf } from "./support/simulator";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

test.use({ serviceWorkers: "allow" });
// Each test fetches all files of the site, and some of a second release.
test.describe.configure({ timeout: 60_000 });

/** Longer than the interval in which a visible page checks for a new release. */
const LOOK_MS = 11 * 60_000;

/** The session continues, because the gateway holds it. */
const started = (page: Page) => expect(page.getByRole("navigation", { name: t("shell.navigation") })).toBeVisible();

test.describe("Without a network", { tag: "@sim" }, () => {
  for (const base of ["/", "/console/"]) {
    test(`the console starts after one visit, and says what is missing: ${base}`, async ({ page, context, watch }) => {
      watch.allowNoAnswer();
      await serveReleases(async ({ url }) => {
        await visit(page, url);
        await context.setOffline(true);
        await page.goto(`${url}flavors`);
        await expect(page.getByText(t("offline.start_title"))).toBeVisible();
        await context.setOffline(false);
        await started(page);
      }, base);
    });
  }

  test("the last known list opens if it is kept, until somebody signs out", async ({ page, context, watch }) => {
    watch.allowNoAnswer();
    await serveReleases(async ({ url }) => {
      const maru = new Console(page, DEMO_TENANT);
      const dated = page.getByRole("status").filter({ hasText: like("instances.last_known") });
      await visit(page, url);
      await keepLists(maru);
      await context.setOffline(true);
      for (const path of ["", "instances", `@demo/KR1/${DEMO_TENANT}/instances`]) {
        await page.goto(url + path);
        await expect(page.getByText(t("offline.start_title"))).toBeVisible();
        await expect(dated).toBeVisible();
        await expect(page.getByRole("main")).toContainText("KR1");
        await expect(maru.row("web-prod-01")).toBeVisible();
      }
      const menu = await maru.rowMenu("web-prod-01");
      await expect(menu.getByRole("menuitem", { name: starts("actions.stop.menu") })).toHaveAttribute("aria-disabled", "true");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("link", { name: t("instances.create") })).toHaveAttribute("aria-disabled", "true");
      for (const path of [`@demo/KR1/${secondOf(DEMO_TENANT)}/instances`, `@demo/KR2/${DEMO_TENANT}/instances`, "flavors"]) {
        await page.goto(url + path);
        await expect(page.getByText(t("offline.start_title"))).toBeVisible();
        await expect(page.getByRole("rowheader")).toHaveCount(0);
      }
      await page.getByRole("link", { name: like("offline.to_list") }).click();
      await expect(dated).toBeVisible();
      await context.setOffline(false);
      await started(page);
      await expect(dated).toHaveCount(0);
      await expect(maru.row("web-prod-01")).toBeVisible();
      await maru.signOut();
      await expect.poll(() => keptHeads(page)).toEqual([]);
      await context.setOffline(true);
      await page.goto(`${url}instances`);
      await expect(page.getByText(t("offline.start_title"))).toBeVisible();
      await expect(page.getByRole("rowheader")).toHaveCount(0);
    });
  });

  // Past defect: the gateway was not told, and the session continued.
  for (const [how, closed] of [["when the network is back", false], ["at the next start", true]] as const) {
    test(`who signs out is signed out, and the gateway ends the session ${how}`, async ({ maru, page, context, tenant, watch }) => {
      watch.allowNoAnswer();
      await maru.signInAs("demo");
      await expect(maru.row("web-prod-01")).toBeVisible();
      // Its file is loaded while there is a network.
      await expect((await maru.accountMenu()).locator(":focus")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await context.setOffline(true);
      await maru.signOut();
      expect(await context.cookies()).not.toEqual([]);
      if (closed) await page.close();
      await context.setOffline(false);
      const next = closed ? new Console(await context.newPage(), tenant) : maru;
      if (closed) await next.open();
      await expect(next.signInHeading).toBeVisible();
      await expect.poll(() => context.cookies()).toEqual([]);
      await expect.poll(() => next.page.evaluate(() => localStorage.getItem("maru.signed-out"))).toBeNull();
      // The handle of the next session is the same.
      await next.signInAs("demo");
      await next.page.reload();
      await expect(next.row("web-prod-01")).toBeVisible();
    });
  }

  // Past defect: it was the newest list of anybody who keeps them.
  test("the last known list is that of whoever was last signed in", async ({ page, context, watch }) => {
    watch.allowNoAnswer();
    watch.allowStatus(401);
    await serveReleases(async ({ url }) => {
      const maru = new Console(page, DEMO_TENANT);
      await visit(page, url);
      await keepLists(maru);
      const offline = async (rows: number) => {
        await context.setOffline(true);
        await page.goto(`${url}instances`);
        await expect(page.getByText(t("offline.start_title"))).toBeVisible();
        await expect(maru.row("web-prod-01")).toHaveCount(rows);
        await context.setOffline(false);
      };
      await offline(1);
      await started(page);
      // Signed in without signing the other one out.
      await context.clearCookies();
      await maru.signInAs("demo+colleague", `${url}instances`);
      await expect(maru.rows.first()).toBeVisible();
      await offline(0);
    });
  });

  test("only files of the site are kept, before and after signing out", async ({ page, context, watch }) => {
    watch.allowNoAnswer();
    await serveReleases(async ({ url, folder }) => {
      await visit(page, url);
      const hashed = /-[0-9a-f]{16}\.(css|js|wasm)$/;
      const check = async () => {
        const kept = await keptAddresses(page);
        expect(kept).toContain(url + named(folder, "boot", ".js"));
        expect(kept.filter((address) => address !== url && !hashed.test(address))).toEqual([]);
      };
      await check();
      await page.getByRole("button", { name: /demo@maru.test/ }).click();
      await page.getByRole("menuitem", { name: t("shell.sign_out") }).click();
      await expect(page.getByRole("heading", { name: t("shell.sign_in") })).toBeVisible();
      await check();
      await page.reload();
      await context.setOffline(true);
      for (const path of ["config.json", "sessions", "proxy/x/v2/servers", "metrics"]) {
        const answered = await page.evaluate((path) => fetch(path).then(() => true, () => false), path);
        expect(answered, path).toBe(false);
      }
    });
  });
});

test.describe("A new release", { tag: "@sim" }, () => {
  test("is offered to an open page, comes when it is wanted, and then the old one goes", async ({ page }) => {
    await takeClock(page);
    await serveReleases(async ({ url, folder, deploy }) => {
      await visit(page, url);
      const [old] = await releases(page);
      deploy();
      await page.clock.fastForward(LOOK_MS);
      await expect(page.getByText(t("offline.new_release"))).toBeVisible();
      expect(await startedWith(page), "not by itself").not.toBe(named(folder, "boot", ".js"));
      await page.getByRole("button", { name: t("shell.reload") }).click();
      await expect.poll(() => startedWith(page)).toBe(named(folder, "boot", ".js"));
      await expect.poll(() => releases(page), { timeout: 25_000 }).not.toContain(old);
      expect(await releases(page)).toHaveLength(1);
    });
  });

  for (const how of ["missing", "garbage"] as const) {
    test(`whose module is ${how} is not offered and locks nobody out`, async ({ page, context, watch }) => {
      watch.allowStatus(404);
      watch.allowNoAnswer();
      watch.allow(/integrity/, /WebAssembly/, /Failed to fetch/);
      await takeClock(page);
      await serveReleases(async ({ url, folder, deploy }) => {
        await visit(page, url);
        const before = await releases(page);
        deploy({ module: how });
        const looked = page.waitForResponse(/sw\.js$/);
        await page.clock.fastForward(LOOK_MS);
        await looked;
        await expect.poll(() => releases(page)).toEqual(before);
        await expect(page.getByText(t("offline.new_release"))).toHaveCount(0);
        await page.reload();
        await expect(page.getByRole("heading", { name: "Maru could not start" })).toBeVisible();
        // The cache contains the complete previous release.
        await context.setOffline(true);
        await page.reload();
        await expect(page.getByText(t("offline.start_title"))).toBeVisible();
        await context.setOffline(false);
        deploy();
        await page.reload();
        await started(page);
        expect(await startedWith(page)).toBe(named(folder, "boot", ".js"));
      });
    });
  }

  for (const [how, change] of [
    ["removed", (file: string) => rmSync(file)],
    ["empty", (file: string) => writeFileSync(file, "")],
  ] as const) {
    test(`whose worker is ${how} takes away the worker of before, and all it kept`, async ({ page, watch }) => {
      watch.allowStatus(404);
      await takeClock(page);
      await serveReleases(async ({ url, folder }) => {
        await visit(page, url);
        for (const ending of [".br", ".gz"]) rmSync(join(folder, `sw.js${ending}`), { force: true });
        change(join(folder, "sw.js"));
        await page.clock.fastForward(LOOK_MS);
        const left = () =>
          page.evaluate(async () => [
            ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
            ...(await caches.keys()),
          ]);
        await expect.poll(left).toEqual([]);
        await page.reload();
        await started(page);
      });
    });
  }
});

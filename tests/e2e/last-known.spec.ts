// The last known list of instances, kept by this browser when the person allows it.
import type { Page } from "@playwright/test";
import { Console } from "./support/console";
import { changeKept, keepLists, keptHeads, keptTexts, openBox } from "./support/kept-lists";
import { PASSWORD } from "./support/simulator";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

const LIST = "/servers/detail";
const DAY_MS = 86_400_000;

/** The line above the table says that these rows are what the browser kept. */
const dated = (page: Page) => page.getByRole("status").filter({ hasText: like("instances.last_known") });

test.describe("The last known list", { tag: "@sim" }, () => {
  test("is not kept unless the person wants it", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await expect(await openBox(maru)).not.toBeChecked();
    expect(await keptTexts(page)).toEqual([]);
    await page.reload();
    await expect(maru.row("web-prod-01")).toBeVisible();
    expect(await keptTexts(page)).toEqual([]);
  });

  for (const [how, fault] of [
    ["does not answer yet", { hang: true }],
    ["is gone", { gone: true }],
  ] as const) {
    test(`opens at once, dimmed and dated, while the cloud ${how}`, async ({ maru, page, cloud, watch }) => {
      watch.allowNoAnswer();
      await maru.signInAs("demo");
      await keepLists(maru);
      const [text] = await keptTexts(page);
      expect(text).toContain("web-prod-01");
      for (const secret of [PASSWORD, "token", "metadata", "user_data"]) expect(text).not.toContain(secret);
      await cloud.fault({ service: "compute", path: LIST, ...fault });
      await page.reload();
      await expect(maru.row("web-prod-01")).toBeVisible();
      await expect(dated(page)).toBeVisible();
      await expect(page.locator(".list")).toHaveClass(/stale/);
      // The search works, and so does the page behind a row.
      await maru.field(t("instances.search")).fill("web-prod-01");
      await expect(maru.rows).toHaveCount(1);
      const menu = await maru.rowMenu("web-prod-01");
      const stop = menu.getByRole("menuitem", { name: new RegExp(`^${t("actions.stop.menu")}`) });
      await expect(stop).toHaveAttribute("aria-disabled", "true");
      await expect(stop).toContainText(t("instances.outdated"));
      await page.keyboard.press("Escape");
      await maru.button(t("common.clear_filters")).click();
      if (how === "does not answer yet") return;
      await maru.button(t("instances.stale_why")).click();
      await cloud.change("web-prod-01", { status: "SHUTOFF" });
      await cloud.endFaults();
      await maru.dialog().getByRole("button", { name: t("common.retry") }).click();
      await expect(dated(page)).toHaveCount(0);
      await expect(page.locator(".list")).not.toHaveClass(/stale/);
      await expect(maru.row("web-prod-01")).toContainText(t("status.shutoff"));
    });
  }

  // Past defect: for a minute the list had ids in their place.
  test("has the flavors' names soon after they come, however late", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await keepLists(maru);
    await page.goto("about");
    await expect(maru.rail).toBeVisible();
    await cloud.fault({ service: "compute", path: "/flavors", delay_ms: 4_000, times: 1 });
    await page.goto("instances");
    const text = () => keptTexts(page).then(([text]) => text);
    await expect.poll(text).not.toContain('"original_name"');
    await expect.poll(text, { timeout: 20_000 }).toContain('"original_name"');
  });

  test("gives way to what the cloud refuses", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(403);
    await maru.signInAs("demo");
    await keepLists(maru);
    await cloud.fault({ service: "compute", path: LIST, status: 403, body: { forbidden: { message: "Forbidden", code: 403 } } });
    await page.reload();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(maru.rows).toHaveCount(0);
  });

  test("goes when somebody signs out, in every tab", async ({ maru, page, context, tenant }) => {
    await maru.signInAs("demo");
    await keepLists(maru);
    const other = new Console(await context.newPage(), tenant);
    await other.open();
    await expect(other.row("web-prod-01")).toBeVisible();
    await maru.signOut();
    await expect(other.signInHeading).toBeVisible();
    await expect.poll(() => keptHeads(page)).toEqual([]);
    expect(await keptTexts(page)).toEqual([]);
  });

  for (const how of ["somebody signs out", "the box is cleared"]) {
    test(`goes with the next start if the browser could not remove it when ${how}`, async ({ maru, page }) => {
      await maru.signInAs("demo");
      await keepLists(maru);
      const box = await openBox(maru);
      await page.evaluate(() => {
        const refused = () => {
          throw new DOMException("refused", "SecurityError");
        };
        Object.defineProperty(window, "indexedDB", { get: refused });
      });
      if (how === "the box is cleared") await box.uncheck();
      await page.keyboard.press("Escape");
      if (how === "somebody signs out") await maru.signOut();
      await page.reload();
      await expect.poll(() => keptHeads(page)).toEqual([]);
      expect(await keptTexts(page)).toEqual([]);
    });
  }

  test("goes when the box is cleared", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await keepLists(maru);
    const box = await openBox(maru);
    await expect(box).toBeChecked();
    await box.uncheck();
    await expect.poll(() => keptHeads(page)).toEqual([]);
    expect(await keptTexts(page)).toEqual([]);
  });

  test("is shown to nobody else, and in no other project", async ({ maru, page, context, cloud, tenant, watch }) => {
    watch.allowNoAnswer();
    await maru.signInAs("demo");
    await keepLists(maru);
    // The session is gone without signing out.
    await context.clearCookies();
    for (const one of [cloud, cloud.second()]) await one.fault({ service: "compute", path: LIST, hang: true });
    const sees = async (user: string, project: string, rows: boolean) => {
      await page.goto("instances");
      await new Console(page, project).signInAs(user);
      if (rows) await expect(dated(page)).toBeVisible();
      await expect(maru.row("web-prod-01")).toHaveCount(rows ? 1 : 0);
      // Each user decides for themselves.
      const box = await openBox(maru);
      await expect(box).toBeChecked({ checked: user === "demo" });
      await context.clearCookies();
    };
    await sees("demo+colleague", tenant, false);
    await sees("demo", cloud.second().tenant, false);
    await sees("demo", tenant, true);
  });

  for (const [what, shelf, find, put] of [
    ["too old", "list-heads", '"at_ms":\\d+', `"at_ms":${Date.now() - 31 * DAY_MS}`],
    ["of the future", "list-heads", '"at_ms":\\d+', `"at_ms":${Date.now() + 31 * DAY_MS}`],
    ["of another version", "lists", '"version":1', '"version":2'],
    ["damaged", "lists", "^.*$", "\u0000{"],
  ] as const) {
    test(`is nothing when it is ${what}`, async ({ maru, page, cloud, watch }) => {
      watch.allowNoAnswer();
      await maru.signInAs("demo");
      await keepLists(maru);
      await page.goto("about");
      await expect(maru.rail).toBeVisible();
      await changeKept(page, shelf, find, put);
      await cloud.fault({ service: "compute", path: LIST, gone: true });
      await page.goto("instances");
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(maru.rows).toHaveCount(0);
      if (shelf === "list-heads") await expect.poll(() => keptTexts(page)).toEqual([]);
    });
  }

  test("is not kept where the browser allows no storage, and the page says so", async ({ maru, page }) => {
    await page.addInitScript(() => {
      const refused = () => {
        throw new DOMException("refused", "SecurityError");
      };
      Object.defineProperty(window, "indexedDB", { get: refused });
    });
    await maru.signInAs("demo");
    const box = await openBox(maru);
    await box.check();
    await expect(box).toHaveAccessibleDescription(new RegExp(t("offline.keep_denied")));
    await page.keyboard.press("Escape");
    await page.reload();
    await expect(maru.row("web-prod-01")).toBeVisible();
  });

  test("is not kept where the browser has no room, and the page says so", async ({ maru, page, context }) => {
    await maru.signInAs("demo");
    const devtools = await context.newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1 });
    const box = await openBox(maru);
    await box.check();
    await expect(box).toHaveAccessibleDescription(new RegExp(t("offline.keep_full")));
    await page.keyboard.press("Escape");
    await page.reload();
    await expect(maru.row("web-prod-01")).toBeVisible();
  });
});

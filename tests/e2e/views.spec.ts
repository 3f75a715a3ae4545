// Views of the table of instances: columns, groups, and saved views.
import { violations } from "./support/axe";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { ko, t, type Say } from "./support/words";

const open = (page: Page, say: Say = t) => page.getByRole("button", { name: say("common.view"), exact: true }).click();

async function choose(page: Page, entry: string, say: Say = t) {
  await open(page, say);
  await page.getByRole("menuitem", { name: say(entry), exact: true }).click();
}

const view = (page: Page, name: string) => page.getByRole("menuitemradio", { name, exact: true });
const head = (page: Page, name: string) => page.getByRole("columnheader", { name, exact: true });
const group = (page: Page, name: string) => page.locator("tr.group-row").filter({ has: page.getByText(name, { exact: true }) });
const notice = (page: Page, words: string) => page.getByText(words, { exact: true });

const fine = async (page: Page) => expect(await violations(page)).toEqual([]);

test.describe("Views", { tag: "@sim" }, () => {
  test("columns and groups are chosen, are in the address and survive a reload", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    // The reason stands beside an error.
    await expect(maru.row("ml-train-x1")).toContainText("No valid host was found");
    await choose(page, "views.edit");
    const dialog = maru.dialog(t("views.edit_title"));
    await dialog.getByLabel(t("instances.ram"), { exact: true }).check();
    await dialog.getByLabel(t("instances.key"), { exact: true }).uncheck();
    await dialog.getByRole("button", { name: t("views.up", { name: t("instances.ram") }) }).click();
    await fine(page);
    await dialog.getByLabel(t("views.group_by")).selectOption("zone");
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/columns=name%2Cstatus%2Cflavor%2Caddress%2Czone%2Ccreated%2Cram&group=zone$/);
    await expect(head(page, t("instances.ram"))).toBeVisible();
    await expect(head(page, t("instances.key"))).toHaveCount(0);
    await expect(maru.row("web-prod-01")).toContainText("4 GB");
    await expect(group(page, "kr-pub-b")).toContainText([t("instances.count", { n: 4 }), t("common.vcpus", { n: 71 }), t("common.gb", { n: 550 })].join(" · "));
    await fine(page);

    // Folding by keyboard: the heading is a row like others.
    await page.keyboard.press("Escape");
    await maru.table.focus();
    await page.keyboard.press("Home");
    const first = page.locator("tr.group-row").first();
    await expect(first).toHaveAttribute("data-active", "true");
    const rows = await maru.rows.count();
    await page.keyboard.press("ArrowLeft");
    await expect(first.getByRole("button")).toHaveAttribute("aria-expanded", "false");
    await expect.poll(() => maru.rows.count()).toBeLessThan(rows);
    await page.keyboard.press("Enter");
    await expect(first.getByRole("button")).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await expect(first).toHaveAttribute("data-active", "true");

    await page.reload();
    await expect(group(page, "kr-pub-a")).toBeVisible();
    await expect(head(page, t("instances.ram"))).toBeVisible();
  });

  test("a view is saved under a name, shown again, exchanged as a file and deleted", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await open(page);
    await view(page, t("views.attention")).click();
    await expect(maru.row("ml-train-x1")).toBeVisible();
    await expect(head(page, t("instances.reason"))).toBeVisible();
    await expect(maru.row("web-prod-01")).toHaveCount(0);

    await choose(page, "views.save");
    await page.getByLabel(t("views.name")).fill("Mine");
    await maru.dialog(t("views.save_title")).getByRole("button", { name: t("views.save_button") }).click();
    await expect(notice(page, t("views.saved", { name: "Mine" }))).toBeVisible();
    await open(page);
    await view(page, t("views.all")).click();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await page.reload();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await open(page);
    await expect(view(page, "Mine")).toHaveAttribute("aria-checked", "false");
    await view(page, "Mine").click();
    await expect(maru.row("web-prod-01")).toHaveCount(0);

    // The same name again.
    await choose(page, "views.save");
    await page.getByLabel(t("views.name")).fill("mine");
    await expect(page.getByText(t("views.name_taken"))).toBeVisible();
    await expect(page.getByRole("button", { name: t("views.replace_button") })).toBeVisible();
    await page.keyboard.press("Escape");

    await choose(page, "views.manage");
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: t("views.to_file") }).click();
    const path = await (await file).path();
    await page.getByRole("button", { name: t("views.delete", { name: "Mine" }) }).click();
    await expect(notice(page, t("views.deleted", { name: "Mine" }))).toBeVisible();
    await expect(page.getByText(t("views.manage_none"))).toBeVisible();
    await page.getByLabel(t("views.from_file")).setInputFiles(path);
    await expect(page.getByRole("button", { name: t("views.delete", { name: "Mine" }) })).toBeVisible();
    await page.getByLabel(t("views.from_file")).setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await expect(notice(page, t("views.not_views"))).toBeVisible();
    const later = Buffer.from(JSON.stringify({ maru: "views", version: 99, views: [] }));
    await page.getByLabel(t("views.from_file")).setInputFiles({ name: "x.json", mimeType: "application/json", buffer: later });
    await expect(notice(page, t("views.newer"))).toBeVisible();
    await fine(page);
  });
});

test.describe("Views in Korean on a phone", { tag: "@sim" }, () => {
  test.use({ locale: "ko-KR", viewport: { width: 360, height: 740 } });

  test("rows are grouped and folded by touch", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows.first()).toBeVisible();
    await choose(page, "views.edit", ko);
    await maru.dialog(ko("views.edit_title")).getByLabel(ko("views.group_by")).selectOption("status");
    await page.keyboard.press("Escape");
    const failed = group(page, ko("instances.group_error"));
    await expect(failed).toBeVisible();
    await fine(page);
    await failed.getByRole("button").click();
    await expect(failed.getByRole("button")).toHaveAttribute("aria-expanded", "false");
    await expect(page.getByText("ml-train-x1")).toHaveCount(0);
  });
});

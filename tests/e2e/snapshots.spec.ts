// Snapshots of volumes (row N06).
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Snapshots", { tag: "@sim" }, () => {
  test("N06 a volume from a snapshot is at least as large as the snapshot", async ({ maru, cloud }) => {
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await expect(maru.row("backup-2026-10-01")).toContainText("200 GB");
    await maru.rowAction("backup-2026-10-01", t("volumes.create_of_ask"));
    const form = maru.dialog(t("volumes.create"));
    await expect(form.getByLabel(t("volumes.size"))).toHaveValue("200");
    await expect(form.getByLabel(t("volumes.zone"))).toHaveValue("kr-pub-a");
    await form.getByLabel(t("volumes.size")).fill("199");
    await expect(form.getByText(t("volumes.bad_small", { size: t("common.gb", { n: 200 }) }))).toBeVisible();
    await form.getByLabel(t("volumes.size")).fill("200");
    await form.getByLabel(t("common.name")).fill("restored");
    await maru.dialog(t("volumes.create")).getByRole("button", { name: t("volumes.create"), exact: true }).click();
    const body = (await cloud.expectReceived("POST", /\/volumes$/)).body;
    expect(body).toEqual({
      volume: { size: 200, name: "restored", availability_zone: "kr-pub-a", snapshot_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    await maru.volumesTab("title").click();
    await expect(maru.row("restored")).toBeVisible();
  });

  for (const [volume, force] of [["backup-2026", false], ["web-prod-01-data", true]] as const) {
    test(`N06 a snapshot of ${volume} is ${force ? "forced, and that is said first" : "not forced"}`, async ({ maru, cloud }) => {
      await maru.signInAs("demo", "volumes");
      await maru.rowAction(volume, t("volumes.snapshot_ask"));
      const dialog = maru.dialog(t("volumes.snapshot_title", { name: volume }));
      await expect(dialog.getByText(t("volumes.snapshot_forced"))).toHaveCount(force ? 1 : 0);
      await dialog.getByLabel(t("common.name")).fill("daily-1");
      await dialog.getByRole("button", { name: t("volumes.snapshot_create"), exact: true }).click();
      const body = (await cloud.expectReceived("POST", /\/snapshots$/)).body;
      expect(body).toEqual({ snapshot: { name: "daily-1", volume_id: expect.any(String), force } });
      await maru.volumesTab("snapshots").click();
      await expect(maru.row("daily-1")).toContainText(t("volumes.creating"));
      await maru.pass();
      await expect(maru.row("daily-1")).toContainText(t("volumes.available"));
    });
  }

  test("N06 one snapshot has an address, over the list of snapshots", async ({ maru, page }) => {
    const name = "backup-2026-10-01";
    const one = /\/snapshots\/[0-9a-f-]{36}/;
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await maru.row(name).getByRole("link", { name, exact: true }).click();
    const dialog = maru.dialog(name);
    await expect(dialog).toContainText("200 GB");
    await expect(dialog.getByRole("link", { name: "backup-2026", exact: true })).toBeVisible();
    await expect(page).toHaveURL(one);
    await page.goBack();
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(/\/volumes\?tab=snapshots$/);
    await maru.rowAction(name, t("common.details"));
    await expect(dialog).toBeVisible();
    // A shared link contains no tab.
    await page.goto(page.url().replace(/\?.*/, ""));
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(page).toHaveURL(/\/volumes\?tab=snapshots$/);
    await expect(maru.row(name)).toBeVisible();
  });

  test("N06 a snapshot, its volume and a question about it make way for each other", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    await maru.row("backup-2026").getByRole("link", { name: "backup-2026", exact: true }).click();
    await maru.button(t("common.actions_of", { name: "backup-2026-10-01" })).click();
    await page.getByRole("menuitem", { name: t("common.details") }).click();
    await expect(maru.dialog("backup-2026-10-01")).toBeVisible();
    await expect(maru.dialog(/^backup-2026$/)).toHaveCount(0);
    await page.goBack();
    await expect(maru.dialog("backup-2026-10-01")).toHaveCount(0);
    await expect(maru.dialog(/^backup-2026$/)).toBeVisible();
    await page.goForward();
    await maru.dialog("backup-2026-10-01").getByRole("button", { name: t("common.actions") }).click();
    await page.getByRole("menuitem", { name: t("volumes.delete_ask") }).click();
    await maru.confirmDelete("backup-2026-10-01", "volumes");
    await cloud.expectReceived("DELETE", /\/snapshots\/[0-9a-f-]{36}$/);
    await expect(maru.dialog()).toHaveCount(0);
  });

  test("N06 a snapshot is deleted by its typed name", async ({ maru, cloud }) => {
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await maru.rowAction("backup-2026-10-01", t("volumes.delete_ask"));
    await maru.confirmDelete("backup-2026-10-01", "volumes");
    await cloud.expectReceived("DELETE", /\/snapshots\/[0-9a-f-]{36}$/);
    await maru.pass();
    await expect(maru.row("backup-2026-10-01")).toHaveCount(0);
  });
});

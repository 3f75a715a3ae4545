// Snapshots of volumes (row N06).
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Snapshots", { tag: "@sim" }, () => {
  test("N06 a volume from a snapshot is at least as large as the snapshot", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await expect(maru.row("backup-2026-10-01")).toContainText("200 GB");
    await maru.rowAction("backup-2026-10-01", t("volumes.create_of_ask"));
    const form = maru.dialog("Create volume");
    await expect(form.getByLabel("Size")).toHaveValue("200");
    await expect(form.getByLabel("Zone")).toHaveValue("kr-pub-a");
    await form.getByLabel("Size").fill("199");
    await expect(form.getByText("At least 200 GB.")).toBeVisible();
    await form.getByLabel("Size").fill("200");
    await form.getByLabel("Name").fill("restored");
    await maru.dialog("Create volume").getByRole("button", { name: "Create volume", exact: true }).click();
    const body = (await cloud.expectReceived("POST", /\/volumes$/)).body;
    expect(body).toEqual({
      volume: { size: 200, name: "restored", availability_zone: "kr-pub-a", snapshot_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    await page.getByRole("link", { name: /^Volumes \d/ }).click();
    await expect(maru.row("restored")).toBeVisible();
  });

  for (const [volume, force] of [["backup-2026", false], ["web-prod-01-data", true]] as const) {
    test(`N06 a snapshot of ${volume} is ${force ? "forced, and that is said first" : "not forced"}`, async ({ maru, page, cloud }) => {
      await maru.signInAs("demo", "volumes");
      await maru.rowAction(volume, "Create snapshot");
      const dialog = maru.dialog(`Snapshot of ${volume}`);
      await expect(dialog.getByText("the snapshot is forced")).toHaveCount(force ? 1 : 0);
      await dialog.getByLabel("Name").fill("daily-1");
      await dialog.getByRole("button", { name: "Create snapshot", exact: true }).click();
      const body = (await cloud.expectReceived("POST", /\/snapshots$/)).body;
      expect(body).toEqual({ snapshot: { name: "daily-1", volume_id: expect.any(String), force } });
      await page.getByRole("link", { name: /^Snapshots \d/ }).click();
      await expect(maru.row("daily-1")).toContainText("Creating");
      await maru.pass();
      await expect(maru.row("daily-1")).toContainText("Available");
    });
  }

  test("N06 a snapshot is deleted by its typed name", async ({ maru, cloud }) => {
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await maru.rowAction("backup-2026-10-01", "Delete");
    await maru.dialog().getByLabel(/to confirm$/).fill("backup-2026-10-01");
    await maru.dialog().getByRole("button", { name: "Delete", exact: true }).click();
    await cloud.expectReceived("DELETE", /\/snapshots\/[0-9a-f-]{36}$/);
    await maru.pass();
    await expect(maru.row("backup-2026-10-01")).toHaveCount(0);
  });
});

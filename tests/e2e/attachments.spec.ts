// The volumes of an instance, on its own page (rows S19–S22).
import type { Page } from "@playwright/test";
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { either, like, starts, t } from "./support/words";

async function openInstance(maru: Console, name: string, user = "demo") {
  await maru.signInAs(user);
  await maru.row(name).getByRole("link").first().click();
  await maru.heading(name).waitFor();
}

const section = (page: Page) => page.locator("section", { has: page.getByRole("heading", { name: t("volumes.title") }) });
const row = (page: Page, name: string | RegExp) => section(page).getByRole("row").filter({ hasText: name });
const detach = (page: Page, name: string | RegExp) => row(page, name).getByRole("button", { name: starts("volumes.detach") });

test.describe("Volumes of an instance", { tag: "@sim" }, () => {
  test("S19 each volume with its device, size and state; the root disk is marked", async ({ maru, page, cloud }) => {
    await openInstance(maru, "web-prod-01");
    await expect(row(page, "web-prod-01-data")).toContainText("/dev/vdb");
    await expect(row(page, "web-prod-01-data")).toContainText("100 GB");
    await expect(row(page, "web-prod-01-data")).toContainText(t("volumes.in_use"));
    await expect(row(page, "/dev/vda")).toContainText(t("volumes.root"));
    const list = await cloud.expectReceived("GET", /\/os-volume_attachments$/);
    expect(list.status).toBe(200);
    await row(page, "web-prod-01-data").getByRole("link").click();
    await expect(maru.dialog("web-prod-01-data")).toContainText("/dev/vdb");
  });

  for (const [name, first] of [
    ["web-prod-01", 20],
    // Its root disk is on the host, counts in the first page and is left out of the answer.
    ["staging-api", 19],
  ] as const) {
    test(`S19 more volumes than a page are all there (${name}: the first page brings ${first})`, async ({ maru, page, cloud, sent }) => {
      test.slow();
      const { servers } = await cloud.client("GET", `compute/v2/{tenant}/servers?name=${name}`);
      const attachments = `compute/v2/{tenant}/servers/${servers[0].id}/os-volume_attachments`;
      for (let number = 0; number < 22; number += 1) {
        const wish = { size: 1, name: `many-${String(number).padStart(4, "0")}` };
        const { volume } = await cloud.client("POST", "volume/v2/{tenant}/volumes", { volume: wish });
        await cloud.advance(3_000);
        await cloud.client("POST", attachments, { volumeAttachment: { volumeId: volume.id } });
      }
      await cloud.advance(2_000);
      const answer = await cloud.client("GET", `${attachments}?limit=20`);
      expect(answer.volumeAttachments).toHaveLength(first);
      await openInstance(maru, name);
      for (const one of ["many-0000", "many-0021"]) await expect(row(page, one)).toContainText(/\/dev\/vd/);
      const asked = sent.since(0).filter((line) => line.includes("/os-volume_attachments"));
      expect(asked[0]).toMatch(/\?limit=20$/);
      expect(asked[1]).toMatch(/\?limit=20&offset=20$/);
    });
  }

  test("S22 the root disk is never taken off", async ({ maru, page, sent }) => {
    await openInstance(maru, "web-prod-01");
    const button = detach(page, "/dev/vda");
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toContainText(t("volumes.why_root"));
    // A disabled button can still be clicked, and does nothing.
    await button.click({ force: true });
    await expect(page.getByRole("dialog")).toBeHidden();
    await sent.settled();
    expect(sent.since(0).filter((line) => line.startsWith("DELETE"))).toEqual([]);
  });

  test("S20 S22 a volume is taken off after the attachment was read afresh", async ({ maru, page, cloud }) => {
    await openInstance(maru, "web-prod-01");
    await detach(page, "web-prod-01-data").click();
    const dialog = maru.dialog(t("volumes.detach_title", { name: "web-prod-01-data", server: "web-prod-01" }));
    await expect(dialog).toContainText(t("volumes.detach_device", { device: "/dev/vdb" }));
    const read = await cloud.expectReceived("GET", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
    expect(read.status).toBe(200);
    await dialog.getByRole("button", { name: t("volumes.detach"), exact: true }).click();
    const gone = await cloud.expectReceived("DELETE", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
    expect(gone.path).toBe(read.path);
    expect(gone.status).toBe(202);
    await expect(row(page, "web-prod-01-data")).toContainText(t("volumes.detaching"));
    await maru.pass();
    await expect(row(page, "web-prod-01-data")).toHaveCount(0);
  });

  test("S20 what somebody else took off meanwhile is not taken off again", async ({ maru, page, watch, cloud }) => {
    watch.allowStatus(404);
    await openInstance(maru, "web-prod-01");
    await expect(detach(page, "web-prod-01-data")).toBeVisible();
    const body = { itemNotFound: { code: 404, message: "Instance is not attached to volume." } };
    await cloud.fault({ method: "GET", path: "os-volume_attachments/", status: 404, body, times: 1 });
    await detach(page, "web-prod-01-data").click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(t("volumes.detach_gone"));
    await expect(dialog.getByRole("button", { name: starts("volumes.detach") })).toHaveAttribute("aria-disabled", "true");
    await dialog.getByRole("button", { name: t("common.retry") }).click();
    await expect(dialog).toContainText(t("volumes.detach_device", { device: "/dev/vdb" }));
  });

  test("S21 only free volumes of the zone are offered, the others with the reason; attached, it is followed", async ({ maru, page, cloud }) => {
    await openInstance(maru, "web-prod-01");
    await maru.button(t("volumes.attach_volume")).click();
    const dialog = maru.dialog(t("volumes.attach_to_title", { name: "web-prod-01" }));
    const picker = dialog.getByRole("radiogroup", { name: t("volumes.volume") });
    await expect(picker.getByRole("radio", { name: "import-failed" })).toBeDisabled();
    await expect(picker).toContainText(t("volumes.why_status", { status: t("volumes.error") }));
    await expect(picker).toContainText(t("volumes.why_here"));
    await dialog.getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText(t("volumes.attach_volume_missing"));
    await picker.getByRole("radio", { name: "backup-2026" }).check();
    await dialog.getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    const sent = await cloud.expectReceived("POST", /\/os-volume_attachments$/);
    // No device: the host chooses.
    expect(sent.body).toEqual({ volumeAttachment: { volumeId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    await expect(page.getByText(like("volumes.attach_begun_as", { server: "web-prod-01", device: "/dev/vdc" }))).toBeVisible();
    await expect(row(page, "backup-2026")).toContainText(either("volumes.reserved", "volumes.attaching"));
    await maru.pass();
    await expect(row(page, "backup-2026")).toContainText(t("volumes.in_use"));
    await expect(row(page, "backup-2026")).toContainText("/dev/vdc");
  });

  test("S21 volumes of another zone are not offered", async ({ maru }) => {
    await openInstance(maru, "web-prod-02");
    await maru.button(t("volumes.attach_volume")).click();
    const picker = maru.dialog().getByRole("radiogroup", { name: t("volumes.volume") });
    await expect(picker.getByRole("radio", { name: "backup-2026" })).toBeDisabled();
    await expect(picker).toContainText(t("volumes.why_zone", { zone: "kr-pub-a" }));
  });

  test("S21 an id can be typed, and what the cloud says to a wrong one is shown", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await openInstance(maru, "web-prod-01", "demo+no-volume");
    await expect(section(page)).toContainText(t("volumes.service_missing"));
    await expect(row(page, "/dev/vdb")).toBeVisible();
    await maru.button(t("volumes.attach_volume")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("volumes.volume_id")).fill("00000000-0000-4000-8000-000000000000");
    await dialog.getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("Volume 00000000-0000-4000-8000-000000000000 could not be found.");
    const { volumes } = await cloud.client("GET", "volume/v2/{tenant}/volumes");
    const id = volumes.find((volume: { name: string }) => volume.name === "backup-2026").id;
    await dialog.getByLabel(t("volumes.volume_id")).fill(` ${id} `);
    await dialog.getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    await cloud.expectReceived("POST", /\/os-volume_attachments$/, { volumeAttachment: { volumeId: id } });
    await expect(row(page, id)).toContainText("/dev/vdc");
  });

  test("S21 an instance whose state does not allow it says why", async ({ maru, page }) => {
    await openInstance(maru, "ml-train-x1");
    await expect(maru.button(starts("volumes.attach_volume"))).toHaveAttribute("aria-disabled", "true");
    await maru.button(starts("volumes.attach_volume")).click({ force: true });
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("S21 an attach that the host could not do ends with the volume free again", async ({ maru, page, cloud }) => {
    await cloud.token();
    await cloud.change("dev-minji", { rename: "fail-attach-1" });
    await openInstance(maru, "fail-attach-1");
    await maru.button(t("volumes.attach_volume")).click();
    await maru.dialog().getByRole("radio", { name: "backup-2026" }).check();
    await maru.dialog().getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    await expect(row(page, "backup-2026")).toContainText(either("volumes.reserved", "volumes.attaching"));
    await maru.pass();
    await expect(row(page, "backup-2026")).toHaveCount(0);
  });

  test("S21 S22 while the block storage fails a volume is attached by its id and taken off by its device", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(503);
    await openInstance(maru, "web-prod-01", "volume-down");
    await expect(row(page, "/dev/vda")).toContainText(t("volumes.root"));
    const { volumes } = await cloud.client("GET", "volume/v2/{tenant}/volumes");
    const id = (name: string) => volumes.find((volume: { name: string }) => volume.name === name).id;
    await maru.button(t("volumes.attach_volume")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("volumes.volume_id")).fill(id("backup-2026"));
    await dialog.getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    const attached = await cloud.expectReceived("POST", /\/os-volume_attachments$/);
    expect([attached.body, attached.status]).toEqual([{ volumeAttachment: { volumeId: id("backup-2026") } }, 200]);
    await expect(row(page, "/dev/vdc")).toBeVisible();

    await detach(page, "/dev/vdb").click();
    await expect(dialog).toContainText(t("volumes.detach_device", { device: "/dev/vdb" }));
    await dialog.getByRole("button", { name: t("volumes.detach"), exact: true }).click();
    const gone = await cloud.expectReceived("DELETE", /\/os-volume_attachments\/./);
    expect([gone.path.split("/").at(-1), gone.status]).toEqual([id("web-prod-01-data"), 202]);
    await maru.pass();
    const after = await cloud.client("GET", `volume/v2/{tenant}/volumes/${id("web-prod-01-data")}`);
    expect(after.volume).toMatchObject({ status: "available", attachments: [] });
  });
});

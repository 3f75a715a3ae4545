// Images (rows N02, N07).
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

test.describe("Images", { tag: "@sim" }, () => {
  test("N02 the list tells system, state, visibility, least disk and RAM, size and age", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "images");
    const row = maru.row("Windows 2022 STD (2026.08.19) KO");
    for (const words of ["Windows 2022 STD", t("images.active"), t("images.public"), "50 GB", "2 GB", "13.7 GB"]) await expect(row).toContainText(words);
    expect((await cloud.expectReceived("GET", /\/v2\/images$/)).query).toContain("limit=100");
    await page.getByLabel(t("images.visibility"), { exact: true }).selectOption("private");
    await expect(maru.rows).toHaveCount(3);
    const box = maru.search;
    await expect(box).toHaveValue("visibility:private");
    await box.fill("golden visibility:private");
    await expect(maru.rows).toHaveCount(1);
    await expect(page).toHaveURL(/q=golden%20visibility%3Aprivate/);
    await box.fill("nowhere");
    await expect(page.getByText(t("common.nothing_found"))).toBeVisible();
    await page.getByRole("main").getByRole("button", { name: t("common.clear_filters") }).last().click();
    await maru.button(t("images.size")).click();
    await expect(maru.rows.last()).toContainText("MS-SQL");
  });

  test("N02 everything of one image, and the way to an instance of it", async ({ maru, page }) => {
    await maru.signInAs("demo", "images");
    await maru.row("Debian 12.11 Bookworm (2026.08.19)").getByRole("link").first().click();
    const dialog = maru.dialog("Debian 12.11 Bookworm (2026.08.19)");
    for (const words of ["debian", "10 GB", t("images.public"), "900 MB"]) await expect(dialog).toContainText(words);
    await expect(dialog.getByRole("button", { name: starts("images.delete_ask") })).toContainText(t("images.why_public"));
    await dialog.getByRole("link", { name: t("images.create_instance") }).click();
    await expect(page).toHaveURL(/\/instances\/new\?image=[0-9a-f-]{36}$/);
    await expect(maru.heading(t("create.title"))).toBeVisible();
  });

  test("N02 images of one's own are deleted by their typed name; protected and public ones say why they stay", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "images");
    for (const [name, why] of [
      ["Rocky Linux 9.6 (2026.08.19)", t("images.why_public")],
      ["erp-백업-보관", t("images.why_protected")],
    ] as const) {
      const menu = await maru.rowMenu(name);
      await expect(menu.getByRole("menuitem", { name: starts("images.delete_ask") })).toContainText(why);
      await page.keyboard.press("Escape");
    }
    await maru.rowAction("web-prod-golden", t("images.delete_ask"));
    const dialog = maru.dialog(t("images.delete_title", { name: "web-prod-golden" }));
    await dialog.getByLabel(t("common.type_name", { name: "web-prod-golden" })).fill("web-prod-golden");
    await dialog.getByRole("button", { name: t("images.delete"), exact: true }).click();
    expect((await cloud.expectReceived("DELETE", /\/v2\/images\/[0-9a-f-]{36}$/)).status).toBe(204);
    await expect(maru.row("web-prod-golden")).toHaveCount(0);
  });

  test("N02 what the image service refuses is told in its words", async ({ maru, cloud, watch }) => {
    watch.allowStatus(403);
    await maru.signInAs("demo", "images");
    const body = "<html><head><title>403 Forbidden</title></head><body>Image web-prod-golden is in use.</body></html>";
    await cloud.fault({ method: "DELETE", path: "images", status: 403, body, times: 1 });
    await maru.rowAction("web-prod-golden", t("images.delete_ask"));
    await maru.dialog().getByLabel(t("common.type_name", { name: "web-prod-golden" })).fill("web-prod-golden");
    await maru.dialog().getByRole("button", { name: t("images.delete"), exact: true }).click();
    await expect(maru.dialog().getByRole("alert")).toBeVisible();
    await expect(maru.row("web-prod-golden")).toBeVisible();
  });

  /** Creates an image of a volume as another client. */
  async function makeImage(cloud: Simulator, name: string) {
    const { volumes } = await cloud.client("GET", "volume/v2/{tenant}/volumes");
    const id = volumes.find((volume: { name: string }) => volume.name === "backup-2026").id;
    const image = { image_name: name, disk_format: "qcow2", container_format: "bare" };
    await cloud.client("POST", `volume/v2/{tenant}/volumes/${id}/action`, { "os-volume_upload_image": image });
  }

  test("N07 an image that is being saved tells how much of it there is", async ({ maru, cloud }) => {
    await makeImage(cloud, "stuck-1");
    await cloud.advance(3_000);
    await maru.signInAs("demo", "images");
    await expect(maru.row("stuck-1")).toContainText(t("images.saving"));
    // The size so far, as Glance reports it, next to the state, increasing.
    const saved = (n: number | RegExp) => new RegExp(`${t.pattern("images.saving")}${t.pattern("common.mb", { n })}$`);
    const state = maru.row("stuck-1").getByRole("gridcell").filter({ hasText: t("images.saving") });
    await expect(state).toHaveText(saved(/\d+/));
    await cloud.advance(8_000);
    await expect(state).toHaveText(saved(720));
    const menu = await maru.rowMenu("stuck-1");
    await expect(menu.getByRole("menuitem", { name: starts("images.create_instance") })).toContainText(t("images.why_unready"));
  });

  for (const [name, end] of [["nightly", t("images.active")], ["fail-image-1", t("images.failed")]] as const) {
    test(`N07 an image is followed until it is ${end}`, async ({ maru, cloud }) => {
      await maru.signInAs("demo", "volumes");
      await maru.rowAction("backup-2026", t("volumes.image_ask"));
      await maru.dialog().getByLabel(t("volumes.image_name")).fill(name);
      await maru.dialog().getByRole("button", { name: t("volumes.image_create"), exact: true }).click();
      await expect(maru.notice(like("outcomes.saving_image", { image: name, name: "backup-2026" }))).toBeVisible();
      const upload = { image_name: name, force: false, disk_format: "qcow2", container_format: "bare" };
      const sent = await cloud.expectReceived("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-volume_upload_image": upload });
      expect(sent.status).toBe(202);
      await maru.goTo("images");
      await expect(maru.row(name)).toBeVisible();
      await cloud.advance(10_000);
      await expect(maru.row(name)).toContainText(end);
    });
  }

  test("N02 without an image service the page says so, and a failing one is tried again", async ({ maru, page, cloud, watch }) => {
    await maru.signInAs("no-image", "images");
    await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.no_service.what"));
    watch.allowStatus(503);
    await cloud.fault({ service: "image", status: 503 });
    await maru.signOut();
    await maru.fillSignIn("demo");
    await maru.submitSignIn();
    await maru.goTo("images");
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await cloud.endFaults();
    await page.getByRole("main").getByRole("button", { name: t("common.retry") }).click();
    await expect(maru.row("web-prod-golden")).toBeVisible();
  });
});

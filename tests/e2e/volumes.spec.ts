// Volumes and snapshots (rows N06, N07; S21 and S22 from the volume's side).
import type { Console } from "./support/console";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { either, ko, like, starts, t } from "./support/words";

const HOSTILE = '<img src=x onerror=alert(1)> "&lt;\' ‮evil';

/** The form for a new volume. */
async function openForm(maru: Console) {
  // An empty list has a second button for it.
  await maru.button(t("volumes.create")).first().click();
  return maru.dialog(t("volumes.create"));
}

const create = (maru: Console) => maru.dialog(t("volumes.create")).getByRole("button", { name: t("volumes.create"), exact: true });

/** The volume in the cloud. */
async function inCloud(cloud: Simulator, name: string) {
  const { volumes } = await cloud.client("GET", "volume/v2/{tenant}/volumes/detail");
  return volumes.find((volume: { name: string }) => volume.name === name);
}

test.describe("Volumes", { tag: "@sim" }, () => {
  test("N06 the list tells state, size, zone and where each is attached; the address keeps what is shown", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    const row = maru.row("web-prod-01-data");
    await expect(row).toContainText(t("volumes.in_use"));
    await expect(row).toContainText("100 GB");
    await expect(row).toContainText("kr-pub-a");
    await expect(row).toContainText("/dev/vdb");
    await expect(row.getByRole("link", { name: "web-prod-01", exact: true })).toBeVisible();
    await expect(maru.row("import-failed")).toContainText(t("volumes.error"));
    await page.getByLabel(t("common.status"), { exact: true }).selectOption("available");
    await maru.button(t("volumes.size")).click();
    await expect(maru.rows).toHaveCount(3);
    await expect(maru.rows.last()).toContainText("backup-2026");
    await maru.search.fill("공유-데이터 status:available");
    await expect(maru.rows).toHaveCount(1);
    await expect(page).toHaveURL(/q=%EA%B3%B5%EC%9C%A0-%EB%8D%B0%EC%9D%B4%ED%84%B0%20status%3Aavailable&sort=size&dir=asc/);
    await page.reload();
    await expect(maru.rows).toHaveCount(1);
    await maru.button(t("common.clear_filters")).first().click();
    await expect(maru.row("import-failed")).toBeVisible();
  });

  test("N06 one volume has an address of its own, over the list as it was", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?status=available");
    await maru.row("backup-2026").getByRole("link").click();
    const dialog = maru.dialog("backup-2026");
    await expect(dialog).toContainText("General HDD");
    await expect(dialog).toContainText("backup-2026-10-01");
    await expect(page).toHaveURL(/\/volumes\/[0-9a-f-]{36}\?q=status%3Aavailable$/);
    await page.reload();
    await expect(dialog).toContainText("General HDD");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(/\/volumes\?q=status%3Aavailable$/);
    await expect(maru.rows).toHaveCount(3);
    await maru.open("volumes/00000000-0000-4000-8000-000000000000");
    await expect(page.getByText(t("volumes.gone_title"))).toBeVisible();
  });

  test("N06 1,500 volumes come in pages, each after the last id of the one before, and stay quick to go through", async ({ maru, page, cloud, sent }) => {
    test.slow();
    await cloud.addVolumes(1500, "bulk");
    await maru.signInAs("empty", "volumes");
    await expect(maru.volumesTab("title").filter({ hasText: "1,500" })).toBeVisible();
    const pages = sent.since(0).filter((line) => line.includes("/volumes/detail"));
    expect(pages[0]).toContain("?limit=1000");
    expect(pages[1]).toMatch(/\?limit=1000&marker=[0-9a-f-]{36}$/);
    // Only visible rows are rendered.
    expect(await maru.rows.count()).toBeLessThan(80);
    await maru.table.focus();
    await page.keyboard.press("End");
    await expect(maru.row("bulk-0000")).toBeVisible();
    await maru.search.fill("bulk-0777");
    await expect(maru.rows).toHaveCount(1);
  });

  for (const [typed, words] of [
    ["", t("volumes.bad_missing")],
    ["0", t("volumes.bad_small", { size: t("common.gb", { n: 1 }) })],
    ["-1", t("volumes.bad_number", { example: "100" })],
    ["1.5", t("volumes.bad_number", { example: "100" })],
  ]) {
    test(`N06 the size ${JSON.stringify(typed)} is refused before it is sent`, async ({ maru, sent }) => {
      await maru.signInAs("empty", "volumes");
      const form = await openForm(maru);
      await form.getByLabel(t("volumes.size")).fill(typed);
      await create(maru).click();
      await expect(form.getByRole("alert")).toContainText(words);
      await sent.settled();
      expect(sent.since(0).filter((line) => line.startsWith("POST") && line.includes("/volumes"))).toEqual([]);
    });
  }

  test("N06 an empty volume of 1 GB with a name of 255 characters is made and followed until it is available", async ({ maru, cloud, page }) => {
    await maru.signInAs("empty", "volumes");
    const form = await openForm(maru);
    await form.getByLabel(t("common.name")).fill("가".repeat(256));
    await expect(form.getByText(t("volumes.bad_long", { max: 255 }))).toBeVisible();
    const name = "가".repeat(255);
    await form.getByLabel(t("common.name")).fill(name);
    await form.getByLabel(t("volumes.size")).fill("1");
    await form.getByLabel(t("volumes.kind")).selectOption({ label: t("volumes.kind_with", { name: "General HDD", about: "HDD" }) });
    await form.getByLabel(t("volumes.zone")).selectOption("kr-pub-b");
    await form.getByLabel(t("volumes.description")).fill("for logs");
    await create(maru).click();
    await cloud.expectReceived("POST", /\/volumes$/, {
      volume: { size: 1, name, description: "for logs", volume_type: "General HDD", availability_zone: "kr-pub-b" },
    });
    await expect(page.getByText(like("volumes.create_begun"))).toBeVisible();
    await expect(maru.row(name)).toContainText(t("volumes.creating"));
    await maru.pass();
    await expect(maru.row(name)).toContainText(t("volumes.available"));
  });

  test("N06 a volume that could not be made says so in its row", async ({ maru }) => {
    await maru.signInAs("empty", "volumes");
    const form = await openForm(maru);
    await form.getByLabel(t("common.name")).fill("error-1");
    await form.getByLabel(t("volumes.size")).fill("10");
    await create(maru).click();
    await maru.pass();
    await expect(maru.row("error-1")).toContainText(t("volumes.error"));
  });

  test("N09 N06 the quota is weighed under the size of a new volume and of one that grows", async ({ maru, cloud }) => {
    await maru.signInAs("quota", "volumes");
    const form = await openForm(maru);
    await form.getByLabel(t("volumes.size")).fill("200");
    const gigabytes = (n: number) => t("create_more.quota_disk", { size: t("common.gb", { n }) });
    const left = `${t("create_more.quota_volumes", { n: 2 })} · ${gigabytes(0)}`;
    await expect(form.getByText(t("create_more.quota_left", { what: left }))).toBeVisible();
    await form.getByLabel(t("volumes.size")).fill("201");
    await expect(form.getByRole("status").first()).toContainText(t("create_more.quota_over", { what: gigabytes(1) }));
    await form.getByLabel(t("volumes.size")).fill("150");
    await form.getByLabel(t("common.name")).fill("grows");
    await create(maru).click();
    await cloud.expectReceived("POST", /\/volumes$/, { volume: { size: 150, name: "grows" } });
    await maru.pass();
    await expect(maru.row("grows")).toContainText(t("volumes.available"));
    await maru.rowAction("grows", t("volumes.extend_ask"));
    await maru.dialog().getByLabel(t("volumes.new_size")).fill("200");
    await expect(maru.dialog().getByText(t("create_more.quota_left", { what: gigabytes(0) }))).toBeVisible();
    await maru.dialog().getByLabel(t("volumes.new_size")).fill("201");
    await expect(maru.dialog().getByRole("status").first()).toContainText(t("create_more.quota_over", { what: gigabytes(1) }));
  });

  test("N06 a refusal for want of quota is told in the cloud's words, and the form stays as it was", async ({ maru, watch }) => {
    watch.allowStatus(413);
    await maru.signInAs("quota", "volumes");
    const form = await openForm(maru);
    await form.getByLabel(t("volumes.size")).fill("201");
    await create(maru).click();
    await expect(form.getByRole("alert")).toContainText("Requested 201G, quota is 200G and 0G has been consumed.");
    await expect(form.getByLabel(t("volumes.size"))).toHaveValue("201");
    await form.getByLabel(t("volumes.size")).fill("200");
    await create(maru).click();
    await expect(form).toBeHidden();
  });

  test("N06 a volume from an image can be booted from", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    const form = await openForm(maru);
    await form.getByLabel(t("volumes.of_an_image")).check();
    await form.getByRole("radio", { name: /^Debian 12/ }).check();
    await expect(form.getByLabel(t("volumes.size"))).toHaveValue("10");
    await form.getByLabel(t("volumes.size")).fill("9");
    await expect(form.getByText(t("volumes.bad_small", { size: t("common.gb", { n: 10 }) }))).toBeVisible();
    await form.getByLabel(t("volumes.size")).fill("10");
    await form.getByLabel(t("common.name")).fill("bootable-1");
    await create(maru).click();
    const body = (await cloud.expectReceived("POST", /\/volumes$/)).body as { volume: { imageRef: string } };
    expect(body.volume.imageRef).toMatch(/^[0-9a-f-]{36}$/);
    await expect(maru.row("bootable-1")).toContainText(t("common.yes"));
    await maru.pass();
    await expect(maru.row("bootable-1")).toContainText(t("volumes.available"));
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("N06 deleting demands the name; what hangs on an instance or has snapshots says why it stays", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    const menu = await maru.rowMenu("web-prod-01-data");
    await expect(menu.getByRole("menuitem", { name: starts("volumes.delete_ask") })).toContainText(t("volumes.why_attached"));
    await page.keyboard.press("Escape");
    const other = await maru.rowMenu("backup-2026");
    await expect(other.getByRole("menuitem", { name: starts("volumes.delete_ask") })).toContainText(t("volumes.why_snapshots", { n: 1 }));
    await page.keyboard.press("Escape");
    await maru.rowAction("공유-데이터", t("volumes.delete_ask"));
    const dialog = maru.dialog(t("volumes.delete_title", { name: "공유-데이터" }));
    const confirm = dialog.getByRole("button", { name: starts("volumes.delete") });
    await expect(confirm).toHaveAttribute("aria-disabled", "true");
    await confirm.click({ force: true });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel(t("common.type_name", { name: "공유-데이터" })).fill("공유-데이터");
    await dialog.getByRole("button", { name: t("volumes.delete"), exact: true }).click();
    await cloud.expectReceived("DELETE", /\/volumes\/[0-9a-f-]{36}$/);
    await expect(maru.row("공유-데이터")).toContainText(t("volumes.deleting"));
    await maru.pass();
    await expect(maru.row("공유-데이터")).toHaveCount(0);
    expect(await inCloud(cloud, "공유-데이터")).toBeUndefined();
  });

  test("N06 a volume that could not be deleted says so", async ({ maru, cloud }) => {
    await cloud.addVolumes(1, "fail-delete");
    await maru.signInAs("empty", "volumes");
    await maru.rowAction("fail-delete-0000", t("volumes.delete_ask"));
    await maru.confirmDelete("fail-delete-0000", "volumes");
    await expect(maru.row("fail-delete-0000")).toContainText(t("volumes.deleting"));
    await maru.pass();
    await expect(maru.row("fail-delete-0000")).toContainText(t("volumes.error_deleting"));
  });

  test("N06 a free volume grows, and one in use does not", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    const menu = await maru.rowMenu("web-prod-01-data");
    const extend = menu.getByRole("menuitem", { name: starts("volumes.extend_ask") });
    await expect(extend).toContainText(t("volumes.why_status", { status: t("volumes.in_use") }));
    await page.keyboard.press("Escape");
    await maru.rowAction("backup-2026", t("volumes.extend_ask"));
    const dialog = maru.dialog(t("volumes.extend_title", { name: "backup-2026" }));
    await dialog.getByLabel(t("volumes.new_size")).fill("200");
    await expect(dialog.getByRole("alert")).toContainText(t("volumes.bad_small", { size: t("common.gb", { n: 201 }) }));
    await dialog.getByLabel(t("volumes.new_size")).fill("201");
    await dialog.getByRole("button", { name: t("volumes.extend"), exact: true }).click();
    await cloud.expectReceived("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-extend": { new_size: 201 } });
    await expect(maru.row("backup-2026")).toContainText(t("volumes.extending"));
    await maru.pass();
    await expect(maru.row("backup-2026")).toContainText("201 GB");
    await expect(maru.row("backup-2026")).toContainText(t("volumes.available"));
    expect((await inCloud(cloud, "backup-2026")).size).toBe(201);
  });

  test("N07 an image of a volume in use is forced, and appears among the images", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("web-prod-01-data", t("volumes.image_ask"));
    const dialog = maru.dialog(t("volumes.image_title", { name: "web-prod-01-data" }));
    await expect(dialog.getByText(t("volumes.image_forced"))).toBeVisible();
    await expect(dialog.getByLabel(t("volumes.image_name"))).toHaveValue(/^web-prod-01-data-\d{4}-\d{2}-\d{2}$/);
    await dialog.getByLabel(t("volumes.image_name")).fill("");
    await dialog.getByRole("button", { name: t("volumes.image_create"), exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText(t("volumes.bad_missing"));
    await dialog.getByLabel(t("volumes.image_name")).fill("web-data-1");
    await dialog.getByRole("button", { name: t("volumes.image_create"), exact: true }).click();
    await cloud.expectReceived("POST", /\/action$/, {
      "os-volume_upload_image": { image_name: "web-data-1", force: true, disk_format: "qcow2", container_format: "bare" },
    });
    // It is followed on the page where it was started, and in the list of images.
    await expect(maru.notice(like("outcomes.saving_image", { image: "web-data-1", name: "web-prod-01-data" }))).toBeVisible();
    await maru.pass(12_000);
    await expect(maru.notice(t("outcomes.image_saved", { image: "web-data-1", name: "web-prod-01-data" }))).toBeVisible();
    await maru.goTo("images");
    await expect(maru.row("web-data-1")).toContainText(t("images.active"));
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("S21 S22 a volume is given to an instance of its zone and taken off again, from the list of volumes", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("backup-2026", t("volumes.attach_ask"));
    const dialog = maru.dialog(t("volumes.attach_title", { name: "backup-2026" }));
    const picker = dialog.getByRole("radiogroup", { name: t("volumes.instance") });
    await picker.getByRole("searchbox").fill("web-prod-02");
    await expect(picker.getByRole("radio", { name: "web-prod-02" })).toBeDisabled();
    await expect(picker).toContainText(t("volumes.why_zone", { zone: "kr-pub-a" }));
    await picker.getByRole("searchbox").fill("web-prod-01");
    await picker.getByRole("radio", { name: "web-prod-01", exact: true }).check();
    await dialog.getByRole("button", { name: t("volumes.attach"), exact: true }).click();
    const sent = await cloud.expectReceived("POST", /\/os-volume_attachments$/);
    expect(sent.body).toEqual({ volumeAttachment: { volumeId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    await expect(maru.row("backup-2026")).toContainText(either("volumes.reserved", "volumes.attaching"));
    await maru.pass();
    await expect(maru.row("backup-2026")).toContainText(t("volumes.in_use"));
    await expect(maru.row("backup-2026").getByRole("link", { name: "web-prod-01", exact: true })).toBeVisible();

    await maru.rowAction("backup-2026", t("volumes.detach_ask", { server: "web-prod-01" }));
    const off = maru.dialog(t("volumes.detach_title", { name: "backup-2026", server: "web-prod-01" }));
    await expect(off).toContainText(t("volumes.detach_device", { device: "/dev/vdc" }));
    await off.getByRole("button", { name: t("volumes.detach"), exact: true }).click();
    await cloud.expectReceived("DELETE", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
    await maru.pass();
    await expect(maru.row("backup-2026")).toContainText(t("volumes.available"));
    expect((await inCloud(cloud, "backup-2026")).attachments).toEqual([]);
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("S22 the root disk is not offered for detaching in the list either", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?q=dev-minji");
    await maru.rows.first().getByRole("button", { name: starts("common.actions_of") }).click();
    const item = page.getByRole("menuitem", { name: starts("volumes.detach_ask", { server: "dev-minji" }) });
    await expect(item).toHaveAttribute("aria-disabled", "true");
    await expect(item).toContainText(t("volumes.why_root"));
  });

  test("N06 hostile names stay text", async ({ maru, page, cloud }) => {
    await cloud.client("POST", "volume/v2/{tenant}/volumes", { volume: { size: 1, name: HOSTILE } }, "empty");
    await maru.signInAs("empty", "volumes");
    await expect(page.getByRole("rowheader").getByText(HOSTILE, { exact: true })).toBeVisible();
    await page.getByRole("rowheader").getByRole("link").click();
    // Invisible characters are shown as marks.
    const seen = HOSTILE.replace(" \u202e", "␣⟨U+202E⟩");
    expect(seen).not.toBe(HOSTILE);
    await expect(page.getByRole("dialog").getByRole("heading").first()).toHaveText(seen);
    expect(await page.locator("img").count()).toBe(0);
  });

  test("N06 without block storage the page says so, and a failing one is tried again", async ({ maru, page, cloud, watch }) => {
    await maru.signInAs("no-volume", "volumes");
    await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.no_service.what"));
    watch.allowStatus(503);
    await cloud.fault({ service: "volume", status: 503 });
    await maru.signOut();
    await maru.fillSignIn("demo");
    await maru.submitSignIn();
    await maru.goTo("volumes");
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await cloud.endFaults();
    await page.getByRole("main").getByRole("button", { name: t("common.retry") }).click();
    await expect(maru.row("backup-2026")).toBeVisible();
  });

  test("N06 by keyboard: row, menu, form, and the focus comes back", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    await maru.row("backup-2026").waitFor();
    await maru.table.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(maru.table).toBeFocused();
  });
});

test.describe("Volumes on a phone, in Korean", { tag: "@sim" }, () => {
  test.use({ locale: "ko-KR", viewport: { width: 360, height: 740 } });

  test("N06 a volume is made at 360 px in Korean", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    await expect(page.getByRole("rowheader", { name: /backup-2026/ })).toBeVisible();
    await page.getByRole("button", { name: ko("volumes.create") }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(ko("volumes.size")).fill("5");
    await form.getByRole("button", { name: ko("volumes.create") }).click();
    await expect(page.getByText(like("volumes.create_begun", {}, ko))).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

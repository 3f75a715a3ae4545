// Volumes and snapshots (rows N06, N07; S21 and S22 from the volume's side).
import type { Console } from "./support/console";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { ko, like, t } from "./support/words";

const HOSTILE = '<img src=x onerror=alert(1)> "&lt;\' ‮evil';

/** The form for a new volume, open. */
async function openForm(maru: Console) {
  // An empty list offers it a second time.
  await maru.button("Create volume").first().click();
  return maru.dialog("Create volume");
}

const create = (maru: Console) => maru.dialog("Create volume").getByRole("button", { name: "Create volume", exact: true });

/** The volume as the cloud has it. */
async function inCloud(cloud: Simulator, name: string) {
  const { volumes } = await cloud.client("GET", "volume/v2/{tenant}/volumes/detail");
  return volumes.find((volume: { name: string }) => volume.name === name);
}

test.describe("Volumes", { tag: "@sim" }, () => {
  test("N06 the list tells state, size, zone and where each is attached; the address keeps what is shown", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    const row = maru.row("web-prod-01-data");
    await expect(row).toContainText("In use");
    await expect(row).toContainText("100 GB");
    await expect(row).toContainText("kr-pub-a");
    await expect(row).toContainText("/dev/vdb");
    await expect(row.getByRole("link", { name: "web-prod-01", exact: true })).toBeVisible();
    await expect(maru.row("import-failed")).toContainText("Error");
    await page.getByLabel("Status", { exact: true }).selectOption("available");
    await maru.button("Size").click();
    await expect(maru.rows).toHaveCount(3);
    await expect(maru.rows.last()).toContainText("backup-2026");
    await page.getByRole("searchbox", { name: "Search volumes" }).fill("공유");
    await expect(maru.rows).toHaveCount(1);
    await expect(page).toHaveURL(/q=%EA%B3%B5%EC%9C%A0&status=available&sort=size&dir=asc/);
    await page.reload();
    await maru.fillSignIn("demo");
    await maru.submitSignIn();
    await expect(maru.rows).toHaveCount(1);
    await maru.button("Clear filters").first().click();
    await expect(maru.row("import-failed")).toBeVisible();
  });

  test("N06 one volume has an address of its own, over the list as it was", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?status=available", { keep: true });
    await maru.row("backup-2026").getByRole("link").click();
    const dialog = maru.dialog("backup-2026");
    await expect(dialog).toContainText("General HDD");
    await expect(dialog).toContainText("backup-2026-10-01");
    await expect(page).toHaveURL(/\/volumes\/[0-9a-f-]{36}\?status=available$/);
    await page.reload();
    await expect(dialog).toContainText("General HDD");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(/\/volumes\?status=available$/);
    await expect(maru.rows).toHaveCount(3);
    await maru.open("volumes/00000000-0000-4000-8000-000000000000");
    await expect(page.getByText("This volume no longer exists")).toBeVisible();
  });

  test("N06 1,500 volumes come in pages, each after the last id of the one before, and stay quick to go through", async ({ maru, page, cloud, sent }) => {
    test.slow();
    await cloud.addVolumes(1500, "bulk");
    await maru.signInAs("empty", "volumes");
    await expect(page.getByRole("link", { name: /^Volumes 1,500/ })).toBeVisible();
    const pages = sent.since(0).filter((line) => line.includes("/volumes/detail"));
    expect(pages[0]).toContain("?limit=1000");
    expect(pages[1]).toMatch(/\?limit=1000&marker=[0-9a-f-]{36}$/);
    // Only what is in view is drawn.
    expect(await maru.rows.count()).toBeLessThan(80);
    await maru.table.focus();
    await page.keyboard.press("End");
    await expect(maru.row("bulk-0000")).toBeVisible();
    await page.getByRole("searchbox", { name: "Search volumes" }).fill("bulk-0777");
    await expect(maru.rows).toHaveCount(1);
  });

  for (const [typed, words] of [
    ["", t("volumes.bad_missing")],
    ["0", "At least 1 GB."],
    ["-1", t("volumes.bad_number", { example: "100" })],
    ["1.5", t("volumes.bad_number", { example: "100" })],
  ]) {
    test(`N06 the size ${JSON.stringify(typed)} is refused before it is sent`, async ({ maru, sent }) => {
      await maru.signInAs("empty", "volumes");
      const form = await openForm(maru);
      await form.getByLabel("Size").fill(typed);
      await create(maru).click();
      await expect(form.getByRole("alert")).toContainText(words);
      await sent.settled();
      expect(sent.since(0).filter((line) => line.startsWith("POST") && line.includes("/volumes"))).toEqual([]);
    });
  }

  test("N06 an empty volume of 1 GB with a name of 255 characters is made and followed until it is available", async ({ maru, cloud, page }) => {
    await maru.signInAs("empty", "volumes");
    const form = await openForm(maru);
    await form.getByLabel("Name").fill("가".repeat(256));
    await expect(form.getByText("At most 255 characters.")).toBeVisible();
    const name = "가".repeat(255);
    await form.getByLabel("Name").fill(name);
    await form.getByLabel("Size").fill("1");
    await form.getByLabel("Type").selectOption({ label: "General HDD (HDD)" });
    await form.getByLabel("Zone").selectOption("kr-pub-b");
    await form.getByLabel("Description").fill("for logs");
    await create(maru).click();
    await cloud.expectReceived("POST", /\/volumes$/, {
      volume: { size: 1, name, description: "for logs", volume_type: "General HDD", availability_zone: "kr-pub-b" },
    });
    await expect(page.getByText(like("volumes.create_begun"))).toBeVisible();
    await expect(maru.row(name)).toContainText("Creating");
    await maru.pass();
    await expect(maru.row(name)).toContainText("Available");
  });

  test("N06 a volume that could not be made says so in its row", async ({ maru }) => {
    await maru.signInAs("empty", "volumes");
    const form = await openForm(maru);
    await form.getByLabel("Name").fill("error-1");
    await form.getByLabel("Size").fill("10");
    await create(maru).click();
    await maru.pass();
    await expect(maru.row("error-1")).toContainText("Error");
  });

  test("N09 N06 the quota is weighed under the size of a new volume and of one that grows", async ({ maru, page, cloud }) => {
    await maru.signInAs("quota", "volumes");
    const form = await openForm(maru);
    await form.getByLabel("Size").fill("200");
    await expect(form.getByText(t("create_more.quota_left", { what: "2 volumes · 0 GB volume storage" }))).toBeVisible();
    await form.getByLabel("Size").fill("201");
    await expect(form.getByRole("status").first()).toContainText(t("create_more.quota_over", { what: "1 GB volume storage" }));
    await form.getByLabel("Size").fill("150");
    await form.getByLabel("Name").fill("grows");
    await create(maru).click();
    await cloud.expectReceived("POST", /\/volumes$/, { volume: { size: 150, name: "grows" } });
    await maru.pass();
    await expect(maru.row("grows")).toContainText("Available");
    await maru.rowAction("grows", "Extend");
    await maru.dialog().getByLabel("New size").fill("200");
    await expect(maru.dialog().getByText(t("create_more.quota_left", { what: "0 GB volume storage" }))).toBeVisible();
    await maru.dialog().getByLabel("New size").fill("201");
    await expect(maru.dialog().getByRole("status").first()).toContainText(t("create_more.quota_over", { what: "1 GB volume storage" }));
  });

  test("N06 a refusal for want of quota is told in the cloud's words, and the form stays as it was", async ({ maru, watch }) => {
    watch.allowStatus(413);
    await maru.signInAs("quota", "volumes");
    const form = await openForm(maru);
    await form.getByLabel("Size").fill("201");
    await create(maru).click();
    await expect(form.getByRole("alert")).toContainText("Requested 201G, quota is 200G and 0G has been consumed.");
    await expect(form.getByLabel("Size")).toHaveValue("201");
    await form.getByLabel("Size").fill("200");
    await create(maru).click();
    await expect(form).toBeHidden();
  });

  test("N06 a volume from an image can be booted from", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    const form = await openForm(maru);
    await form.getByLabel("From an image").check();
    await form.getByRole("radio", { name: /^Debian 12/ }).check();
    await expect(form.getByLabel("Size")).toHaveValue("10");
    await form.getByLabel("Size").fill("9");
    await expect(form.getByText("At least 10 GB.")).toBeVisible();
    await form.getByLabel("Size").fill("10");
    await form.getByLabel("Name").fill("bootable-1");
    await create(maru).click();
    const body = (await cloud.expectReceived("POST", /\/volumes$/)).body as { volume: { imageRef: string } };
    expect(body.volume.imageRef).toMatch(/^[0-9a-f-]{36}$/);
    await expect(maru.row("bootable-1")).toContainText("yes");
    await maru.pass();
    await expect(maru.row("bootable-1")).toContainText("Available");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("N06 deleting demands the name; what hangs on an instance or has snapshots says why it stays", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    const menu = await maru.rowMenu("web-prod-01-data");
    await expect(menu.getByRole("menuitem", { name: /^Delete/ })).toContainText(t("volumes.why_attached"));
    await page.keyboard.press("Escape");
    const other = await maru.rowMenu("backup-2026");
    await expect(other.getByRole("menuitem", { name: /^Delete/ })).toContainText(t("volumes.why_snapshots", { n: 1 }));
    await page.keyboard.press("Escape");
    await maru.rowAction("공유-데이터", "Delete");
    const dialog = maru.dialog("Delete volume 공유-데이터?");
    const confirm = dialog.getByRole("button", { name: /^Delete/ });
    await expect(confirm).toHaveAttribute("aria-disabled", "true");
    await confirm.click({ force: true });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel("Type 공유-데이터 to confirm").fill("공유-데이터");
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await cloud.expectReceived("DELETE", /\/volumes\/[0-9a-f-]{36}$/);
    await expect(maru.row("공유-데이터")).toContainText("Deleting");
    await maru.pass();
    await expect(maru.row("공유-데이터")).toHaveCount(0);
    expect(await inCloud(cloud, "공유-데이터")).toBeUndefined();
  });

  test("N06 a volume that could not be deleted says so", async ({ maru, cloud }) => {
    await cloud.addVolumes(1, "fail-delete");
    await maru.signInAs("empty", "volumes");
    await maru.rowAction("fail-delete-0000", "Delete");
    await maru.dialog().getByLabel(/to confirm$/).fill("fail-delete-0000");
    await maru.dialog().getByRole("button", { name: "Delete", exact: true }).click();
    await expect(maru.row("fail-delete-0000")).toContainText("Deleting");
    await maru.pass();
    await expect(maru.row("fail-delete-0000")).toContainText(t("volumes.error_deleting"));
  });

  test("N06 a free volume grows, and one in use does not", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    const menu = await maru.rowMenu("web-prod-01-data");
    await expect(menu.getByRole("menuitem", { name: /^Extend/ })).toContainText(t("volumes.why_status", { status: "In use" }));
    await page.keyboard.press("Escape");
    await maru.rowAction("backup-2026", "Extend");
    const dialog = maru.dialog("Extend volume backup-2026");
    await dialog.getByLabel("New size").fill("200");
    await expect(dialog.getByRole("alert")).toContainText("At least 201 GB.");
    await dialog.getByLabel("New size").fill("201");
    await dialog.getByRole("button", { name: "Extend", exact: true }).click();
    await cloud.expectReceived("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-extend": { new_size: 201 } });
    await expect(maru.row("backup-2026")).toContainText("Extending");
    await maru.pass();
    await expect(maru.row("backup-2026")).toContainText("201 GB");
    await expect(maru.row("backup-2026")).toContainText("Available");
    expect((await inCloud(cloud, "backup-2026")).size).toBe(201);
  });

  test("N07 an image of a volume in use is forced, and appears among the images", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("web-prod-01-data", "Create image");
    const dialog = maru.dialog("Image of web-prod-01-data");
    await expect(dialog.getByText("the image is forced")).toBeVisible();
    await expect(dialog.getByLabel("Image name")).toHaveValue(/^web-prod-01-data-\d{4}-\d{2}-\d{2}$/);
    await dialog.getByLabel("Image name").fill("");
    await dialog.getByRole("button", { name: "Create image", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText(t("volumes.bad_missing"));
    await dialog.getByLabel("Image name").fill("web-data-1");
    await dialog.getByRole("button", { name: "Create image", exact: true }).click();
    await cloud.expectReceived("POST", /\/action$/, {
      "os-volume_upload_image": { image_name: "web-data-1", force: true, disk_format: "qcow2", container_format: "bare" },
    });
    // It is followed where it was begun, and in the list of images.
    await expect(maru.notice("Saving image web-data-1 of web-prod-01-data")).toBeVisible();
    await maru.pass(12_000);
    await expect(maru.notice("Image web-data-1 of web-prod-01-data is ready")).toBeVisible();
    await maru.goTo("Images");
    await expect(maru.row("web-data-1")).toContainText("Active");
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("S21 S22 a volume is given to an instance of its zone and taken off again, from the list of volumes", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("backup-2026", "Attach to an instance");
    const dialog = maru.dialog("Attach backup-2026 to an instance");
    const picker = dialog.getByRole("radiogroup", { name: "Instance" });
    await picker.getByRole("searchbox").fill("web-prod-02");
    await expect(picker.getByRole("radio", { name: "web-prod-02" })).toBeDisabled();
    await expect(picker).toContainText("It is in zone kr-pub-a");
    await picker.getByRole("searchbox").fill("web-prod-01");
    await picker.getByRole("radio", { name: "web-prod-01", exact: true }).check();
    await dialog.getByRole("button", { name: "Attach", exact: true }).click();
    const sent = await cloud.expectReceived("POST", /\/os-volume_attachments$/);
    expect(sent.body).toEqual({ volumeAttachment: { volumeId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    await expect(maru.row("backup-2026")).toContainText(/Reserved|Attaching/);
    await maru.pass();
    await expect(maru.row("backup-2026")).toContainText("In use");
    await expect(maru.row("backup-2026").getByRole("link", { name: "web-prod-01", exact: true })).toBeVisible();

    await maru.rowAction("backup-2026", "Detach from web-prod-01");
    const off = maru.dialog("Detach backup-2026 from web-prod-01?");
    await expect(off).toContainText(t("volumes.detach_device", { device: "/dev/vdc" }));
    await off.getByRole("button", { name: "Detach", exact: true }).click();
    await cloud.expectReceived("DELETE", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
    await maru.pass();
    await expect(maru.row("backup-2026")).toContainText("Available");
    expect((await inCloud(cloud, "backup-2026")).attachments).toEqual([]);
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("S22 the root disk is not offered for detaching in the list either", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?q=dev-minji");
    await maru.rows.first().getByRole("button", { name: /^Actions for/ }).click();
    const item = page.getByRole("menuitem", { name: /^Detach from dev-minji/ });
    await expect(item).toHaveAttribute("aria-disabled", "true");
    await expect(item).toContainText(t("volumes.why_root"));
  });

  test("N06 hostile names stay text", async ({ maru, page, cloud }) => {
    await cloud.client("POST", "volume/v2/{tenant}/volumes", { volume: { size: 1, name: HOSTILE } }, "empty");
    await maru.signInAs("empty", "volumes");
    await expect(page.getByRole("rowheader").getByText(HOSTILE, { exact: true })).toBeVisible();
    await page.getByRole("rowheader").getByRole("link").click();
    // What nobody sees is shown as a mark.
    const seen = HOSTILE.replace(" \u202e", "␣⟨U+202E⟩");
    expect(seen).not.toBe(HOSTILE);
    await expect(page.getByRole("dialog").getByRole("heading").first()).toHaveText(seen);
    expect(await page.locator("img").count()).toBe(0);
  });

  test("N06 without block storage the page says so, and a failing one is tried again", async ({ maru, page, cloud, watch }) => {
    await maru.signInAs("no-volume", "volumes");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("This region has no such service");
    watch.allowStatus(503);
    await cloud.fault({ service: "volume", status: 503 });
    await maru.button(/^Account|no-volume@maru\.test/).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await maru.fillSignIn("demo");
    await maru.submitSignIn();
    await maru.goTo("Volumes");
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await cloud.endFaults();
    await page.getByRole("main").getByRole("button", { name: "Try again" }).click();
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
    await maru.open("volumes");
    await page.getByText("다른 인증 정보로 로그인").click();
    await maru.signInIn({ "Tenant ID": "테넌트 ID", User: "사용자", "API password": "API 비밀번호", "Sign in": "로그인" });
    await expect(page.getByRole("rowheader", { name: /backup-2026/ })).toBeVisible();
    await page.getByRole("button", { name: "블록 스토리지 생성" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("크기").fill("5");
    await form.getByRole("button", { name: "블록 스토리지 생성" }).click();
    await expect(page.getByText(like("volumes.create_begun", {}, ko))).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

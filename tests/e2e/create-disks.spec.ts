// What the root is made of, and further disks (rows S13, S14).
import { CreateForm, DEBIAN, NEW } from "./support/create-form";
import { OtherClient } from "./support/other-client";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

const VOLUMES = "/kr1/volume/v2/{tenant}/volumes";
const SNAPSHOTS = "/kr1/volume/v2/{tenant}/snapshots";

test.describe("Create: disks", { tag: "@sim" }, () => {
  test("S13 S14 a volume to boot from brings its zone, is for one instance, and replaces the image", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", NEW);
    const other = await OtherClient.of(cloud);
    const volumes = await other.get(`${VOLUMES}/detail`);
    const root = volumes.find((one: any) => one.bootable === "true" && one.status === "available");
    const form = new CreateForm(page, maru);
    await form.segment("Boot from", "Volume").check({ force: true });
    for (const [name, why] of [
      ["backup-2026", t("create.not_bootable")],
      ["web-prod-01-data", t("create.not_available")],
    ] as const) {
      const row = page.getByRole("row").filter({ has: page.getByRole("radio", { name, exact: true }) });
      await expect(maru.choice("Volume", name)).toBeDisabled();
      await expect(row).toContainText(why);
    }
    await maru.choice("Volume", root.id).check();
    await form.fill({ name: "from-volume", image: null, count: "2" });
    await expect(page.getByRole("radio", { name: /^kr-pub-a/ })).toBeChecked();
    await expect(page.getByRole("radio", { name: /^kr-pub-b/ })).toBeDisabled();
    await expect(page.getByRole("radio", { name: /^Any zone/ })).toBeDisabled();
    const u2 = page.getByRole("row").filter({ has: page.getByRole("radio", { name: "u2.c2m4", exact: true }) });
    await expect(u2).toContainText(t("create.root_on_u2"));
    await form.field("Number of instances").blur();
    await form.expectError("Number of instances", like("create.one_volume"));
    await form.field("Number of instances").fill("1");
    await page.getByRole("radio", { name: /^Delete the root disk too/ }).check();
    const shown = await form.json();
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toEqual(shown);
    const { server } = body as { server: Record<string, unknown> };
    expect(server).not.toHaveProperty("imageRef");
    expect(server).toMatchObject({ availability_zone: "kr-pub-a", min_count: 1, max_count: 1 });
    expect(server.block_device_mapping_v2).toEqual([
      { boot_index: 0, uuid: root.id, source_type: "volume", destination_type: "volume", delete_on_termination: true },
    ]);
    await expect(maru.heading("from-volume")).toBeVisible();
    await cloud.advance(8_000);
    await expect.poll(async () => (await other.get(`${VOLUMES}/${root.id}`)).status).toBe("in-use");
  });

  test("S13 S14 a link with a snapshot chooses it: at least as large, in its zone", async ({ maru, page, cloud }) => {
    const other = await OtherClient.of(cloud);
    const volumes = await other.get(`${VOLUMES}/detail`);
    const root = volumes.find((one: any) => one.bootable === "true" && one.status === "available");
    const snapshot = await other.post(SNAPSHOTS, { snapshot: { volume_id: root.id, name: "golden" } });
    await cloud.advance(3_000);
    await maru.signInAs("demo", `${NEW}?snapshot=${snapshot.id}`);
    const form = new CreateForm(page, maru);
    await expect(maru.choice("Snapshot", "golden")).toBeChecked();
    await form.fill({ name: "from-snapshot", image: null });
    await form.expectEdge("Root disk", { fits: "20", past: "19", words: /At least 20 GB\./ });
    await form.expectEdge("Number of instances", { fits: "1", past: "2", words: like("create.one_snapshot") });
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    const { server } = body as { server: Record<string, unknown> };
    expect(server).not.toHaveProperty("imageRef");
    expect(server.availability_zone).toBe("kr-pub-a");
    expect(server.block_device_mapping_v2).toEqual([
      {
        boot_index: 0,
        uuid: snapshot.id,
        source_type: "snapshot",
        destination_type: "volume",
        volume_size: 20,
        delete_on_termination: false,
      },
    ]);
  });

  test("S13 further disks of every kind, each with size, type, end and boot order", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", NEW);
    const other = await OtherClient.of(cloud);
    const volumes = await other.get(`${VOLUMES}/detail`);
    const id = (name: string) => volumes.find((one: any) => one.name === name).id;
    const form = new CreateForm(page, maru);
    await form.fill({ name: "disks" });
    const summary = await form.open(t("create_more.disks"));
    await form.select(form.field("Root volume type"), "General HDD");
    for (const n of [1, 2, 3, 4]) {
      await maru.button("Add a disk").click();
      await expect(form.row(`Disk ${n}`)).toBeVisible();
    }
    await expect(summary).toContainText("root: General HDD · 4 disks");
    const [blank, image, volume, snapshot] = [1, 2, 3, 4].map((n) => form.row(`Disk ${n}`));
    await blank.getByLabel("Size").fill("5");
    await form.select(blank.getByLabel("Type"), "General SSD");
    await blank.getByRole("radio", { name: t("create_more.end_delete") }).check({ force: true });
    await image.getByLabel(t("create_more.made_of")).selectOption("image");
    await form.select(image.getByLabel("Image"), DEBIAN);
    await form.expectEdge("Size", { fits: "10", past: "9", words: /At least 10 GB\./ }, image);
    await image.getByLabel(t("create_more.boots")).check();
    await volume.getByLabel(t("create_more.made_of")).selectOption("volume");
    const inUse = volume.getByLabel("Volume", { exact: true }).locator("option").filter({ hasText: "web-prod-01-data" });
    await expect(inUse).toHaveText(like("create.not_available"));
    await expect(inUse).toBeDisabled();
    await form.select(volume.getByLabel("Volume", { exact: true }), "backup-2026");
    await snapshot.getByLabel(t("create_more.made_of")).selectOption("snapshot");
    await form.select(snapshot.getByLabel("Snapshot", { exact: true }), "backup-2026-10-01");
    await form.expectEdge("Size", { fits: "200", past: "199", words: /At least 200 GB\./ }, snapshot);
    // A volume makes its zone mandatory.
    await expect(page.getByRole("radio", { name: /^kr-pub-a/ })).toBeChecked();
    const shown = await form.json();
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toEqual(shown);
    const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const made = { destination_type: "volume", delete_on_termination: false };
    expect((body as any).server.block_device_mapping_v2).toEqual([
      { boot_index: 0, uuid, source_type: "image", volume_size: 10, volume_type: "General HDD", ...made },
      { boot_index: -1, source_type: "blank", volume_size: 5, volume_type: "General SSD", ...made, delete_on_termination: true },
      { boot_index: 1, uuid, source_type: "image", volume_size: 10, ...made },
      { boot_index: -1, uuid: id("backup-2026"), source_type: "volume", ...made },
      { boot_index: -1, uuid, source_type: "snapshot", volume_size: 200, ...made },
    ]);
    await expect(maru.heading("disks")).toBeVisible();
  });

  test("S13 S14 the same volume twice is no choice; a row that goes takes its mistakes along", async ({ maru, page }) => {
    await maru.signInAs("demo", NEW);
    const form = new CreateForm(page, maru);
    await form.fill();
    await form.open(t("create_more.disks"));
    await maru.button("Add a disk").click();
    await maru.button("Add a disk").click();
    for (const row of [form.row("Disk 1"), form.row("Disk 2")]) await row.getByLabel(t("create_more.made_of")).selectOption("volume");
    await form.select(form.row("Disk 1").getByLabel("Volume", { exact: true }), "backup-2026");
    const again = form.row("Disk 2").getByLabel("Volume", { exact: true }).locator("option").filter({ hasText: "backup-2026" });
    await expect(again).toBeDisabled();
    await expect(again).toHaveText(like("create.twice"));
    await form.submit.click();
    await form.expectError("Volume", /./, form.row("Disk 2"));
    await maru.button("Remove Disk 2").click();
    await expect(form.row("Disk 2")).toHaveCount(0);
    await expect(page.getByText(/needs? your attention/)).toHaveCount(0);
  });

  test("S13 on a stock OpenStack the flavor's own disk is named beside further ones, and no type is sent", async ({ maru, page, sent }) => {
    const form = await CreateForm.onStock(page, maru);
    await form.fill({ name: "stock-disks", flavor: "u2.c2m4", where: "Network" });
    await form.open(t("create_more.disks"));
    await maru.button("Add a disk").click();
    await form.row("Disk 1").getByLabel("Size").fill("3");
    await expect(form.row("Disk 1").getByLabel("Type")).toHaveCount(0);
    await form.submit.click();
    const request = await sent.expect("POST", /\/servers$/);
    const { server } = request.postDataJSON();
    expect(server.block_device_mapping_v2).toEqual([
      { boot_index: 0, uuid: server.imageRef, source_type: "image", destination_type: "local", delete_on_termination: true },
      { boot_index: -1, source_type: "blank", destination_type: "volume", volume_size: 3, delete_on_termination: false },
    ]);
    expect((await request.response())?.status()).toBe(202);
  });

  test("S13 without the block storage service a volume's ID is typed, and the zone must be chosen", async ({ maru, page, cloud, watch }) => {
    // The cloud does not know this volume.
    watch.allowStatus(400, 404);
    await maru.signInAs("no-volume+empty", NEW);
    const form = new CreateForm(page, maru);
    await form.segment("Boot from", "Volume").check({ force: true });
    await form.field("Volume ID").fill("22222222-2222-4222-8222-222222222222");
    await form.fill({ name: "typed", image: null });
    await form.submit.click();
    await expect(page.getByRole("radiogroup", { name: "Availability zone" })).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("radio", { name: /^kr-pub-b/ }).check();
    await form.submit.click();
    const { body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(body).toMatchObject({
      server: {
        availability_zone: "kr-pub-b",
        block_device_mapping_v2: [{ uuid: "22222222-2222-4222-8222-222222222222", source_type: "volume" }],
      },
    });
  });
});

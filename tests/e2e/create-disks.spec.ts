// The source of the root disk, and further disks (rows S13, S14).
import { CreateForm, DEBIAN, NEW } from "./support/create-form";
import { OtherClient } from "./support/other-client";
import { expect, test } from "./support/test";
import { like, starts, t, whole } from "./support/words";

const VOLUMES = "/kr1/volume/v2/{tenant}/volumes";
const SNAPSHOTS = "/kr1/volume/v2/{tenant}/snapshots";

test.describe("Create: disks", { tag: "@sim" }, () => {
  test("S13 S14 a volume to boot from brings its zone, is for one instance, and replaces the image", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", NEW);
    const other = await OtherClient.of(cloud);
    const volumes = await other.get(`${VOLUMES}/detail`);
    const root = volumes.find((one: any) => one.bootable === "true" && one.status === "available");
    const form = new CreateForm(page, maru);
    await form.segment(t("create_more.boot_from"), t("create_more.volume")).check({ force: true });
    for (const [name, why] of [
      ["backup-2026", t("create.not_bootable")],
      ["web-prod-01-data", t("create.not_available")],
    ] as const) {
      const row = page.getByRole("row").filter({ has: page.getByRole("radio", { name, exact: true }) });
      await expect(maru.choice(t("create_more.volume"), name)).toBeDisabled();
      await expect(row).toContainText(why);
    }
    await maru.choice(t("create_more.volume"), root.id).check();
    await form.fill({ name: "from-volume", image: null, count: "2" });
    await expect(page.getByRole("radio", { name: /^kr-pub-a/ })).toBeChecked();
    await expect(page.getByRole("radio", { name: /^kr-pub-b/ })).toBeDisabled();
    await expect(page.getByRole("radio", { name: starts("create.zone_any") })).toBeDisabled();
    const u2 = page.getByRole("row").filter({ has: page.getByRole("radio", { name: "u2.c2m4", exact: true }) });
    await expect(u2).toContainText(t("create.root_on_u2"));
    await form.field(t("create.count")).blur();
    await form.expectError(t("create.count"), like("create.one_volume"));
    await form.field(t("create.count")).fill("1");
    await page.getByRole("radio", { name: starts("create.disk_delete") }).check();
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
    await expect(maru.choice(t("create_more.snapshot"), "golden")).toBeChecked();
    await form.fill({ name: "from-snapshot", image: null });
    await form.expectEdge(t("create.root_disk"), { fits: "20", past: "19", words: like("create.too_small_gb", { n: 20 }) });
    await form.expectEdge(t("create.count"), { fits: "1", past: "2", words: like("create.one_snapshot") });
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
    await form.select(form.field(t("create.root_kind")), "General HDD");
    for (const n of [1, 2, 3, 4]) {
      await maru.button(t("create_more.disk_add")).click();
      await expect(form.disk(n)).toBeVisible();
    }
    const kind = t("create_more.root_kind_says", { kind: "General HDD" });
    await expect(summary).toContainText(`${kind} · ${t("create_more.disks_says", { n: 4 })}`);
    const [blank, image, volume, snapshot] = [1, 2, 3, 4].map((n) => form.disk(n));
    await blank.getByLabel(t("create_more.size")).fill("5");
    await form.select(blank.getByLabel(t("create_more.kind")), "General SSD");
    await blank.getByRole("radio", { name: t("create_more.end_delete") }).check({ force: true });
    await image.getByLabel(t("create_more.made_of")).selectOption("image");
    await form.select(image.getByLabel(t("create.image")), DEBIAN);
    await form.expectEdge(t("create_more.size"), { fits: "10", past: "9", words: like("create.too_small_gb", { n: 10 }) }, image);
    await image.getByLabel(t("create_more.boots")).check();
    await volume.getByLabel(t("create_more.made_of")).selectOption("volume");
    const inUse = volume.getByLabel(t("create_more.volume"), { exact: true }).locator("option").filter({ hasText: "web-prod-01-data" });
    await expect(inUse).toHaveText(like("create.not_available"));
    await expect(inUse).toBeDisabled();
    await form.select(volume.getByLabel(t("create_more.volume"), { exact: true }), "backup-2026");
    await snapshot.getByLabel(t("create_more.made_of")).selectOption("snapshot");
    await form.select(snapshot.getByLabel(t("create_more.snapshot"), { exact: true }), "backup-2026-10-01");
    await form.expectEdge(t("create_more.size"), { fits: "200", past: "199", words: like("create.too_small_gb", { n: 200 }) }, snapshot);
    // With a volume the zone is required.
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
    await maru.button(t("create_more.disk_add")).click();
    await maru.button(t("create_more.disk_add")).click();
    for (const row of [form.disk(1), form.disk(2)]) await row.getByLabel(t("create_more.made_of")).selectOption("volume");
    await form.select(form.disk(1).getByLabel(t("create_more.volume"), { exact: true }), "backup-2026");
    const again = form.disk(2).getByLabel(t("create_more.volume"), { exact: true }).locator("option").filter({ hasText: "backup-2026" });
    await expect(again).toBeDisabled();
    await expect(again).toHaveText(like("create.twice"));
    await form.submit.click();
    await form.expectError(t("create_more.volume"), /./, form.disk(2));
    await maru.button(t("create_more.remove", { what: t("create.disk_number", { n: 2 }) })).click();
    await expect(form.disk(2)).toHaveCount(0);
    await expect(page.getByText(whole("create.mistakes"))).toHaveCount(0);
  });

  test("S13 on a stock OpenStack the flavor's own disk is named beside further ones, and no type is sent", async ({ maru, page, sent }) => {
    const form = await CreateForm.onStock(page, maru);
    await form.fill({ name: "stock-disks", flavor: "u2.c2m4", where: "network" });
    await form.open(t("create_more.disks"));
    await maru.button(t("create_more.disk_add")).click();
    await form.disk(1).getByLabel(t("create_more.size")).fill("3");
    await expect(form.disk(1).getByLabel(t("create_more.kind"))).toHaveCount(0);
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
    await form.segment(t("create_more.boot_from"), t("create_more.volume")).check({ force: true });
    await form.field(t("create_more.volume_id")).fill("22222222-2222-4222-8222-222222222222");
    await form.fill({ name: "typed", image: null });
    await form.submit.click();
    await expect(page.getByRole("radiogroup", { name: t("create.zone") })).toHaveAttribute("aria-invalid", "true");
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

// The limits of row S14 in the form: each at its limit and one past it, under both rule sets.
import { CreateForm, DEBIAN, NEW, ROCKY, WINDOWS } from "./support/create-form";
import { site, startDemo } from "./support/gateway";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

/** 49,149 bytes are 65,532 in base64; one more needs four more. */
const SCRIPT = { fits: "x".repeat(49_149), past: "x".repeat(49_150), words: like("create.too_long_bytes", { max: 65_535, is: 65_536 }) };
const KEY = { fits: "k".repeat(255), past: "k".repeat(256), words: like("create.too_long", { max: 255, is: 256 }) };
/** Counted in characters, not in bytes. */
const VALUE = { fits: "값".repeat(255), past: "값".repeat(256), words: like("create.too_long", { max: 255, is: 256 }) };
const NAME = { fits: "가".repeat(255), past: "가".repeat(256), words: like("create.name_long", { max: 255, is: 256 }) };

const MS_SQL = "Windows 2019 STD with MS-SQL 2019 Standard (2026.08.19) EN";

/** The simulated cloud, configured by an operator whose provider has raised the largest root disk. */
const raised = (port: number) => `
[[cloud]]
id = "raised"
name = "Raised"
identity = "http://127.0.0.1:${port}/identity/v2.0"
rules = "nhn"
max_root_disk_gb = 2000
hosts = ["http://127.0.0.1:${port}"]
`;

test.describe("Create: limits", { tag: "@sim" }, () => {
  test("S14 on NHN one past each limit is refused, and all upper edges together are taken", async ({ maru, page, sent }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill();
    await form.expectEdge(t("common.name"), NAME);
    await form.expectEdge(t("create.root_disk"), { fits: "10", past: "9", words: like("create.too_small_gb", { n: 10 }) });
    await form.expectEdge(t("create.root_disk"), { fits: "11", past: "ten", words: like("create.not_a_number") });
    await form.expectEdge(t("create.root_disk"), { fits: "1000", past: "1001", words: like("create.too_large_gb", { n: 1_000 }) });
    await form.open(t("create_more.disks"));
    await maru.button(t("create_more.disk_add")).click();
    const disk = form.disk(1);
    await form.expectEdge(t("create_more.size"), { fits: "1", past: "0", words: like("create.too_small_gb", { n: 1 }) }, disk);
    await form.expectEdge(t("create_more.size"), { fits: "1000", past: "1001", words: like("create.too_large_gb", { n: 1_000 }) }, disk);
    await form.expectEdge(t("create.count"), { fits: "1", past: "0", words: like("create.too_small", { n: 1 }) });
    await form.expectEdge(t("create.count"), { fits: "10", past: "11", words: like("create.too_large", { n: 10 }) });
    await form.open(t("create_more.batch"));
    await form.expectEdge(t("create.min_count"), { fits: "1", past: "0", words: like("create.too_small", { n: 1 }) });
    await form.expectEdge(t("create.min_count"), { fits: "10", past: "11", words: like("create.too_large", { n: 10 }) });
    await form.open(t("create_more.script"));
    await form.expectEdge(t("create.user_data"), SCRIPT);
    await expect(page.getByText(t("common.count_of", { is: 65_532, max: 65_535 }))).toBeVisible();
    await form.open(t("create_more.metadata"));
    await maru.button(t("create_more.pair_add")).click();
    await form.expectEdge(t("create.metadata_key", { n: 1 }), KEY);
    await form.expectEdge(t("create.metadata_value", { n: 1 }), VALUE);
    await form.submit.click();
    // Not from the cloud's journal, which masks user data.
    const request = await sent.expect("POST", /\/servers$/);
    expect((await request.response())?.status()).toBe(202);
    expect(request.postDataJSON()).toMatchObject({
      server: {
        name: NAME.fits,
        min_count: 10,
        max_count: 10,
        metadata: { [KEY.fits]: VALUE.fits },
        user_data: btoa(SCRIPT.fits),
        block_device_mapping_v2: [{ volume_size: 1000 }, { volume_size: 1000, source_type: "blank" }],
      },
    });
  });

  test("S14 a key pair is demanded on NHN, and is a choice on a stock OpenStack", async ({ maru, page, sent }) => {
    await maru.signInAs("demo", NEW);
    let form = new CreateForm(page, maru);
    await maru.choice(t("create.key"), "dev-laptop").waitFor();
    await expect(maru.choice(t("create.key"), t("create.key_without"))).toHaveCount(0);
    await form.submit.click();
    await expect(page.getByRole("radiogroup", { name: t("create.key") })).toHaveAccessibleDescription(like("create.missing_key"));
    expect(sent.since(0).filter((line) => line.startsWith("POST") && line.endsWith("/servers"))).toEqual([]);
    await page.evaluate(() => sessionStorage.clear());
    form = await CreateForm.onStock(page, maru);
    await form.fill({ name: "keyless", where: "network" });
    await maru.choice(t("create.key"), t("create.key_without")).check();
    await form.submit.click();
    const request = await sent.expect("POST", /\/servers$/);
    expect(request.postDataJSON().server).not.toHaveProperty("key_name");
    expect((await request.response())?.status()).toBe(202);
  });

  test("S14 what is wrong in a closed fold opens it, and nothing is sent", async ({ maru, page, sent }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill();
    await form.open(t("create_more.disks"));
    await maru.button(t("create_more.disk_add")).click();
    await form.open(t("create_more.disks"));
    await expect(form.disk(1)).toBeHidden();
    await form.submit.click();
    await form.expectError(t("create_more.size"), like("create.missing_disk"), form.disk(1));
    await expect(form.disk(1).getByLabel(t("create_more.size"), { exact: true })).toBeFocused();
    await sent.settled();
    expect(sent.since(0).filter((line) => /^POST .*\/servers$/.test(line))).toEqual([]);
  });

  test("S14 an image's own disk, and the rules of Windows", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ image: ROCKY });
    await form.expectEdge(t("create.root_disk"), { fits: "20", past: "19", words: like("create.too_small_gb", { n: 20 }) });
    await maru.choice(t("create.image"), WINDOWS).check();
    await form.expectEdge(t("common.name"), {
      fits: "w".repeat(15),
      past: "w".repeat(16),
      words: like("create.name_long_windows", { max: 15, is: 16 }),
    });
    await form.expectEdge(t("create.root_disk"), { fits: "50", past: "49", words: like("create.too_small_gb", { n: 50 }) });
    for (const [flavor, why] of [
      ["u2.c2m4", t("create.windows_on_u2")],
      ["t2.c1m1", t("create.needs_ram_windows", { size: t("common.gb", { n: 2 }) })],
      ["m1.c2m4", t("create.flavor_off")],
    ] as const) {
      const row = page.getByRole("row").filter({ has: page.getByRole("radio", { name: flavor, exact: true }) });
      await expect(maru.choice(t("create.flavor"), flavor)).toBeDisabled();
      await expect(row).toContainText(why);
    }
    await expect(page.getByRole("radio", { name: /^kr-pub-c/ })).toBeDisabled();
    // Exactly the 2 GB that Windows needs.
    await maru.choice(t("create.flavor"), "m2.c1m2").check();
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toMatchObject({ server: { name: "w".repeat(15), block_device_mapping_v2: [{ volume_size: 50 }] } });
  });

  test("S14 an image with MS-SQL demands its 4 GB of RAM and its 100 GB of disk", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await maru.choice(t("create.image"), MS_SQL).check();
    for (const [flavor, excluded] of [["m2.c1m2", true], ["m2.c2m4", false]] as const) {
      const row = page.getByRole("row").filter({ has: page.getByRole("radio", { name: flavor, exact: true }) });
      await expect(maru.choice(t("create.flavor"), flavor)).toBeEnabled({ enabled: !excluded });
      await expect(row.getByText(t("create.needs_ram_windows", { size: t("common.gb", { n: 4 }) }))).toHaveCount(excluded ? 1 : 0);
    }
    await form.fill({ name: "sql", image: null, flavor: "m2.c2m4" });
    await form.expectEdge(t("create.root_disk"), { fits: "100", past: "99", words: like("create.too_small_gb", { n: 100 }) });
    await form.submit.click();
    expect((await cloud.expectReceived("POST", /\/servers$/)).status).toBe(202);
  });

  test("S14 nothing boots from a volume or snapshot of a WAF, MS-SQL or MySQL image, and from any other it does", async ({ maru, page, cloud }) => {
    const images = ["WAF 3.1", "Ubuntu with MySQL 8", "Ubuntu with MS-SQL 2019", "Ubuntu for waffles"];
    const other = images.at(-1);
    await makeDisksOf(cloud, images);
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "copied", image: null });
    for (const kind of ["volume", "snapshot"]) {
      const label = t(`create_more.${kind}`);
      await form.segment(t("create_more.boot_from"), label).check({ force: true });
      for (const image of images) {
        const choice = maru.choice(label, `${kind} of ${image}`);
        await expect(choice).toBeEnabled({ enabled: image === other });
        const row = page.getByRole("row").filter({ has: page.getByRole("radio", { name: `${kind} of ${image}`, exact: true }) });
        const words = t("create.appliance");
        await expect(row.getByText(words)).toHaveCount(image === other ? 0 : 1);
      }
      await maru.choice(label, `${kind} of ${other}`).check();
    }
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toMatchObject({ server: { block_device_mapping_v2: [{ source_type: "snapshot", volume_size: 10 }] } });
  });

  test("S14 where the operator's file says that the provider raised it, the root disk has 2,000 GB at most", async ({ maru, page }) => {
    const gateway = await startDemo(site, raised);
    try {
      await page.goto(`${gateway.url}${NEW}`);
      await maru.openForm();
      await maru.field(t("sign_in.cloud")).selectOption("Raised");
      await maru.fillSignIn("empty");
      await maru.submitSignIn();
      const form = new CreateForm(page, maru);
      await form.fill();
      await expect(page.getByText(t("create.range_gb", { min: 10, max: 2_000 }))).toBeVisible();
      await form.expectEdge(t("create.root_disk"), { fits: "2000", past: "2001", words: like("create.too_large_gb", { n: 2_000 }) });
      expect(await form.json()).toMatchObject({ server: { block_device_mapping_v2: [{ volume_size: 2000 }] } });
    } finally {
      await gateway.stop();
    }
  });

  test("S14 on a stock OpenStack only its own limits hold, and what the guide forbids is taken", async ({ maru, page, sent }) => {
    const form = await CreateForm.onStock(page, maru);
    await form.fill({ image: DEBIAN, where: "network" });
    await form.expectEdge(t("common.name"), NAME);
    await form.expectEdge(t("create.root_disk"), { fits: "10", past: "0", words: like("create.too_small_gb", { n: 10 }) });
    await form.expectEdge(t("create.count"), { fits: "11", past: "0", words: like("create.too_small", { n: 1 }) });
    await form.open(t("create_more.batch"));
    await form.expectEdge(t("create.min_count"), { fits: "11", past: "12", words: like("create.too_large", { n: 11 }) });
    await form.open(t("create_more.script"));
    await form.expectEdge(t("create.user_data"), SCRIPT);
    await form.field(t("create.user_data")).fill("#!/bin/sh\n");
    await form.open(t("create_more.metadata"));
    await maru.button(t("create_more.pair_add")).click();
    await form.expectEdge(t("create.metadata_key", { n: 1 }), KEY);
    await form.expectEdge(t("create.metadata_value", { n: 1 }), VALUE);
    await maru.choice(t("create.flavor"), "u2.c2m4").check();
    await form.field(t("create.root_disk")).fill("1001");
    await form.submit.click();
    const request = await sent.expect("POST", /\/servers$/);
    const { server } = request.postDataJSON();
    expect(server).toMatchObject({ min_count: 11, max_count: 11, user_data: btoa("#!/bin/sh\n") });
    // A size on U2 requests a volume: only the provider forbids it.
    expect(server.block_device_mapping_v2).toMatchObject([{ destination_type: "volume", volume_size: 1001 }]);
    expect((await request.response())?.status()).toBe(202);
  });
});

/** A volume of each image and a snapshot of that; another client creates the images from empty volumes. */
async function makeDisksOf(cloud: Simulator, images: string[]) {
  const VOLUMES = "volume/v2/{tenant}/volumes";
  const post = (path: string, body: object) => cloud.client("POST", path, body, "empty");
  const each = async <In, Out>(all: In[], make: (one: In) => Promise<Out>): Promise<Out[]> => {
    const made = [];
    for (const one of all) made.push(await make(one));
    await cloud.advance(10_000);
    return made;
  };
  const empty = await each(images, async () => (await post(VOLUMES, { volume: { size: 10 } })).volume.id);
  const uploaded = await each(images, async (name) => {
    const image = { image_name: name, disk_format: "qcow2", container_format: "bare" };
    const id = empty[images.indexOf(name)];
    return (await post(`${VOLUMES}/${id}/action`, { "os-volume_upload_image": image }))["os-volume_upload_image"].image_id;
  });
  const volumes = await each(images, async (name) => {
    const imageRef = uploaded[images.indexOf(name)];
    return (await post(VOLUMES, { volume: { size: 10, name: `volume of ${name}`, imageRef } })).volume.id;
  });
  await each(images, (name) => {
    const snapshot = { volume_id: volumes[images.indexOf(name)], name: `snapshot of ${name}` };
    return post("volume/v2/{tenant}/snapshots", { snapshot });
  });
}

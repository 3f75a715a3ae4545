// Script, metadata, placement policy, batches and the quota (rows S13, S15, N08, N09).
import { CreateForm, DEBIAN, NEW } from "./support/create-form";
import { OtherClient } from "./support/other-client";
import { expect, test } from "./support/test";
import { either, like, t } from "./support/words";

test.describe("Create: more", { tag: "@sim" }, () => {
  test("S13 N08 a script from a template, metadata, several groups, and a policy made here", async ({ maru, page, cloud, sent }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "rich" });
    for (const group of ["web", "default"]) {
      await page.getByRole("checkbox", { name: group, exact: true }).check({ force: true });
    }
    const script = await form.open(t("create_more.script"));
    await form.field(t("create_more.template")).selectOption("user");
    await expect(form.field(t("create.user_data"))).toHaveValue(/ssh_authorized_keys:\n {6}- ssh-/);
    await expect(script).toContainText("#cloud-config");
    // The person's own text is not replaced without asking.
    await form.field(t("create.user_data")).fill("#cloud-config\npackages: [htop]\n");
    await form.field(t("create_more.template")).selectOption("packages");
    await expect(form.field(t("create.user_data"))).toHaveValue("#cloud-config\npackages: [htop]\n");
    await expect(maru.button(t("create_more.template_use"))).toBeVisible();
    const metadata = await form.open(t("create_more.metadata"));
    await maru.button(t("create_more.pair_add")).click();
    await form.expectEdge(t("create.metadata_key", { n: 1 }), { fits: "team", past: "팀", words: like("create.bad_key") });
    await form.field(t("create.metadata_value", { n: 1 })).fill("운영");
    await expect(metadata).toContainText(t("create_more.pairs_says", { n: 1 }));
    const placement = await form.open(t("create_more.placement"));
    await maru.button(t("create_more.policy_new")).click();
    await form.field(t("create_more.policy_name")).fill("spread");
    await form.field(t("create_more.policy_name")).press("Enter");
    await cloud.expectReceived("POST", /\/os-server-groups$/, {
      server_group: { name: "spread", policies: ["anti-affinity"] },
    });
    await expect(placement).toContainText("spread");
    const policy = await form.field(t("create.server_group")).inputValue();
    expect(policy).toMatch(/^[0-9a-f-]{36}$/);
    const shown = await form.json();
    await form.submit.click();
    // Not from the cloud's journal, which masks user data.
    const request = await sent.expect("POST", /\/servers$/, shown);
    expect((await request.response())?.status()).toBe(202);
    expect(shown).toMatchObject({
      server: {
        security_groups: [{ name: "web" }, { name: "default" }],
        user_data: btoa("#cloud-config\npackages: [htop]\n"),
        metadata: { team: "운영" },
      },
      "os:scheduler_hints": { group: policy },
    });
  });

  test("S13 a config drive is asked for on a stock OpenStack", async ({ maru, page, sent }) => {
    const form = await CreateForm.onStock(page, maru);
    await form.fill({ name: "with-drive", where: "network" });
    await form.field(t("create_more.config_drive")).check();
    await form.submit.click();
    const { server } = (await sent.expect("POST", /\/servers$/)).postDataJSON();
    expect(server).toMatchObject({ name: "with-drive", config_drive: true });
  });

  test("S13 a file: text can be changed, bytes are sent as they are", async ({ maru, page, sent }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "filed" });
    await form.open(t("create_more.script"));
    const choose = page.getByLabel(t("create_more.script_choose"));
    await choose.setInputFiles({ name: "start.sh", mimeType: "text/plain", buffer: Buffer.from("#!/bin/sh\necho 안녕\n") });
    await expect(form.field(t("create.user_data"))).toHaveValue("#!/bin/sh\necho 안녕\n");
    const gzip = Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0x00]);
    await choose.setInputFiles({ name: "start.gz", mimeType: "application/gzip", buffer: gzip });
    await expect(form.fold(t("create_more.script"))).toContainText("start.gz");
    await expect(page.getByText(t("create_more.script_file", { name: "start.gz", bytes: 6 }))).toBeVisible();
    await choose.setInputFiles({ name: "huge.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(49_150, 0xff) });
    await expect(page.getByText(like("create.too_long_bytes", { max: 65_535, is: 65_536 }))).toBeVisible();
    await choose.setInputFiles({ name: "start.gz", mimeType: "application/gzip", buffer: gzip });
    await form.submit.click();
    const request = await sent.expect("POST", /\/servers$/);
    expect(request.postDataJSON().server.user_data).toBe(gzip.toString("base64"));
  });

  test("S15 N09 the quota warns, and a batch that is content with fewer is followed as one", async ({ maru, page, cloud }) => {
    await maru.signInAs("quota", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "few", flavor: "m2.c1m2" });
    const left = [
      t("create_more.quota_instances", { n: 1 }),
      t("create_more.quota_vcpus", { n: 3 }),
      t("create_more.quota_ram", { size: t("common.gb", { n: 6 }) }),
      t("create_more.quota_volumes", { n: 2 }),
    ];
    await expect(page.getByText(t("create_more.quota_left", { what: `${left.join(" · ")} · ` }))).toBeVisible();
    await form.field(t("create.count")).fill("3");
    await expect(page.getByText(t("create_more.quota_over", { what: t("create_more.quota_instances", { n: 1 }) }))).toBeVisible();
    const batch = await form.open(t("create_more.batch"));
    await form.field(t("create.min_count")).fill("1");
    await expect(batch).toContainText(t("create_more.batch_says", { min: 1, max: 3 }));
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toMatchObject({ server: { min_count: 1, max_count: 3, return_reservation_id: true } });
    await expect(maru.heading(t("create.batch_title", { name: "few", n: 3 }))).toBeVisible();
    await cloud.advance(8_000);
    await expect(page.getByText(t("create_more.batch_fewer", { is: "2", of: "3" }))).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText(t("create.batch_running", { is: 2, of: 2 }))).toBeVisible({ timeout: 20_000 });
  });

  test("N08 N09 without policies and limits the form does without", async ({ maru, page, watch }) => {
    watch.allowStatus(404);
    await maru.signInAs("no-server-groups+no-limits+empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill();
    await expect(form.fold(t("create_more.metadata"))).toBeVisible();
    await expect(form.fold(t("create_more.placement"))).toHaveCount(0);
    await expect(page.getByText(either("create.as_quota", "create_more.quota_left", "create_more.quota_over"))).toHaveCount(0);
    await expect(form.submit).toBeEnabled();
  });

  test("S13 N08 a link chooses image and policy, and is no work that leaving would lose", async ({ maru, page, cloud }) => {
    const other = await OtherClient.of(cloud);
    const images = await other.get("/kr1/image/v2/images");
    const image = images.find((one: any) => one.name === DEBIAN);
    const policy = await other.post("/kr1/compute/v2/{tenant}/os-server-groups", {
      server_group: { name: "linked", policies: ["anti-affinity"] },
    });
    await maru.signInAs("demo", `${NEW}?image=${image.id}&policy=${policy.id}`);
    const form = new CreateForm(page, maru);
    await expect(maru.choice(t("create.image"), DEBIAN)).toBeChecked();
    await expect(form.field(t("create.server_group"))).toHaveValue(policy.id);
    await expect(form.fold(t("create_more.placement"))).toContainText("linked");
    await maru.goTo("flavors");
    await expect(maru.dialog()).toHaveCount(0);
  });
});

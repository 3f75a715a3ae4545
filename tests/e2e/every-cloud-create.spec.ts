// A create with every field, and what can be done to the instance afterwards, on every cloud: what one of them cannot do is
// skipped by its name, and printed.
import { randomBytes } from "node:crypto";
import { CreateForm } from "./support/create-form";
import { chooseKey, chooseUsual, deleteInstance } from "./support/own-instance";
import { LONG, step, target } from "./support/target";
import { expect, test } from "./support/test";
import { starts, t } from "./support/words";

const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

test.describe.configure({ timeout: LONG });

test("S13 S16 a script, metadata, groups, an interface and a disk more; then interfaces, rebuild and screen", async ({
  maru,
  page,
  sent,
  watch,
}) => {
  watch.allowGoneServer();
  const name = `e2e-${randomBytes(3).toString("hex")}`;
  await maru.signIn();
  await maru.goTo("instances");
  await page.getByRole("link", { name: t("instances.create") }).first().click();
  const form = new CreateForm(page, maru);
  await form.field(t("common.name")).fill(name);
  await chooseUsual(maru);
  await chooseKey(page);
  for (const group of ["default", target.group]) {
    const box = page.getByRole("checkbox", { name: group, exact: true });
    if (!(await box.isChecked())) await box.check({ force: true });
  }
  await form.open(t("create_more.nics"));
  await maru.button(t("create_more.nic_add")).click();
  const second = form.nic(2);
  await second.getByLabel(t("create_more.connect_to")).selectOption("network");
  await form.select(second.getByLabel(t("create.network"), { exact: true }), target.network);
  await form.open(t("create_more.disks"));
  await maru.button(t("create_more.disk_add")).click();
  const disk = form.disk(1);
  await disk.getByLabel(t("create_more.size")).fill("11");
  await disk.getByRole("radio", { name: t("create_more.end_delete") }).check({ force: true });
  await form.open(t("create_more.script"));
  await form.field(t("create.user_data")).fill("#cloud-config\npackages: [htop]\n");
  await form.open(t("create_more.metadata"));
  await maru.button(t("create_more.pair_add")).click();
  await form.field(t("create.metadata_key", { n: 1 })).fill("team");
  await form.field(t("create.metadata_value", { n: 1 })).fill("플랫폼");
  await form.submit.click();
  const request = await sent.expect("POST", /\/servers$/);
  expect(request.postDataJSON()).toMatchObject({
    server: {
      name,
      metadata: { team: "플랫폼" },
      user_data: btoa("#cloud-config\npackages: [htop]\n"),
      networks: [{}, { uuid: expect.any(String) }],
      block_device_mapping_v2: [{}, { source_type: "blank", volume_size: 11, delete_on_termination: true }],
    },
  });
  expect(request.postDataJSON().server.security_groups).toHaveLength(2);
  expect((await request.response())?.status()).toBe(202);
  await maru.pass();
  await maru.leaveNew(page.getByRole("link", { name: t("create.open") }));
  await expect(maru.heading(name)).toBeVisible();

  const main = page.getByRole("main");
  await expect(main).toContainText("11 GB");
  await expect(main).toContainText("플랫폼");
  await expect(main.getByRole("link", { name: target.group, exact: true }).first()).toBeVisible();
  await step("interfaces", async () => {
    const interfaces = page.getByRole("button", { name: starts("instance.remove_interface") });
    await expect(interfaces).toHaveCount(2);
    await interfaces.last().click();
    await maru.dialog().getByRole("button", { name: starts("instance.remove") }).click();
    await sent.expect("DELETE", /\/os-interface\/[0-9a-f-]{36}$/);
    await maru.pass();
    await expect(interfaces).toHaveCount(1);
  });
  await step("screen", async () => {
    await maru.button(t("ways_in.screen_ask")).click();
    await sent.expect("POST", /\/(action|remote-consoles)$/);
    await expect(page.getByRole("link", { name: t("ways_in.screen_open") })).toHaveAttribute("href", /^https?:/);
  });
  await step("rebuild", async () => {
    await maru.goTo("instances");
    await maru.rowAction(name, t("actions.rebuild.menu"));
    await maru.choice(t("questions.rebuild_image"), target.image).check({ force: true });
    await maru.field(t("common.type_name", { name })).fill(name);
    await maru.dialog().getByRole("button", { name: starts("questions.rebuild") }).click();
    await sent.expect("POST", ACTION, { rebuild: { imageRef: expect.any(String) } });
    await maru.leaveNew(maru.dialog().getByRole("button", { name: t("questions.done") }));
    await maru.pass();
    await expect(maru.notice(t("actions.rebuild.done", { name }))).toBeVisible();
    await expect(maru.row(name)).toContainText(t("status.active"));
  });
  await deleteInstance(maru, name);
});

// A create with all its parts, and what can be done to the instance afterwards, on every cloud: what one of them cannot do
// is skipped by its name, and printed.
import { randomBytes } from "node:crypto";
import { CreateForm } from "./support/create-form";
import { chooseKey, chooseUsual, deleteInstance } from "./support/own-instance";
import { LONG, step, target } from "./support/target";
import { expect, test } from "./support/test";
import { t } from "./support/words";

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
  await maru.goTo("Instances");
  await page.getByRole("link", { name: "Create instance" }).first().click();
  const form = new CreateForm(page, maru);
  await form.field("Name").fill(name);
  await chooseUsual(maru, page);
  await chooseKey(page);
  for (const group of ["default", target.group]) {
    const box = page.getByRole("checkbox", { name: group, exact: true });
    if (!(await box.isChecked())) await box.check({ force: true });
  }
  await form.open(t("create_more.nics"));
  await maru.button("Add a network interface").click();
  const second = form.row("Network interface 2");
  await second.getByLabel("Connect to").selectOption("network");
  await form.select(second.getByLabel("Network", { exact: true }), target.network);
  await form.open(t("create_more.disks"));
  await maru.button("Add a disk").click();
  const disk = form.row("Disk 1");
  await disk.getByLabel("Size").fill("11");
  await disk.getByRole("radio", { name: t("create_more.end_delete") }).check({ force: true });
  await form.open("User data");
  await form.field("Script").fill("#cloud-config\npackages: [htop]\n");
  await form.open("Metadata");
  await maru.button(t("create_more.pair_add")).click();
  await form.field("Metadata key 1").fill("team");
  await form.field("Metadata value 1").fill("플랫폼");
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
  await maru.leaveNew(page.getByRole("link", { name: "Open instance" }));
  await expect(maru.heading(name)).toBeVisible();

  const main = page.getByRole("main");
  await expect(main).toContainText("11 GB");
  await expect(main).toContainText("플랫폼");
  await expect(main.getByRole("link", { name: target.group, exact: true }).first()).toBeVisible();
  await step("interfaces", async () => {
    const interfaces = page.getByRole("button", { name: /^Remove interface / });
    await expect(interfaces).toHaveCount(2);
    await interfaces.last().click();
    await maru.dialog().getByRole("button", { name: /^Remove/ }).click();
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
    await maru.goTo("Instances");
    await maru.rowAction(name, "Rebuild…");
    await maru.choice("Image", target.image).check({ force: true });
    await maru.field(`Type ${name} to confirm`).fill(name);
    await maru.dialog().getByRole("button", { name: /^Rebuild/ }).click();
    await sent.expect("POST", ACTION, { rebuild: { imageRef: expect.any(String) } });
    await maru.leaveNew(maru.dialog().getByRole("button", { name: "Done" }));
    await maru.pass();
    await expect(maru.notice(`${name} has been rebuilt`)).toBeVisible();
    await expect(maru.row(name)).toContainText("Running");
  });
  await deleteInstance(maru, name);
});

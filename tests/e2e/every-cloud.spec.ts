// The rows outside the main flow, on every cloud: what one of them cannot do is skipped by its name, and printed.
import { randomBytes } from "node:crypto";
import { chooseUsual, deleteInstance, makeInstance } from "./support/own-instance";
import { PUBLIC_KEY } from "./support/main-flow";
import { LONG, step, target } from "./support/target";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;
const mark = () => `e2e-${randomBytes(3).toString("hex")}`;

test.describe.configure({ timeout: LONG });

test("S09 S26 N08 N09 an instance goes through its states and comes back", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn();
  await makeInstance(maru, page, name);

  const row = maru.row(name);
  /** Starts an action from the row's menu, confirms it, and waits for the state afterwards. */
  const act = async (action: string, verb: string | undefined, body: object, state: string) => {
    await maru.rowAction(name, action);
    if (verb) await maru.answer(verb);
    await sent.expect("POST", ACTION, body);
    await maru.pass();
    await expect(row).toContainText(state);
  };

  await step("S26 resize", async () => {
    await maru.rowAction(name, t("actions.resize.menu"));
    await maru.choice(t("questions.new_flavor"), target.resizeTo).check({ force: true });
    await maru.answer(t("questions.resize"));
    await sent.expect("POST", ACTION, { resize: { flavorRef: ID } });
    await maru.pass();
    await expect(row).toContainText(target.resizeTo);
  });
  await step("confirm resize", () => act(t("actions.confirm_resize.menu"), undefined, { confirmResize: null }, t("status.active")));
  await step("N08 shelve", async () => {
    await act(t("actions.shelve.menu"), t("actions.shelve_question.confirm"), { shelve: null }, t("status.shelved_offloaded"));
    await act(t("actions.unshelve.menu"), undefined, { unshelve: null }, t("status.active"));
  });
  await step("pause", async () => {
    await act(t("actions.pause.menu"), t("actions.pause_question.confirm"), { pause: null }, t("status.paused"));
    await act(t("actions.unpause.menu"), undefined, { unpause: null }, t("status.active"));
  });
  await step("suspend", async () => {
    await act(t("actions.suspend.menu"), t("actions.suspend_question.confirm"), { suspend: null }, t("status.suspended"));
    await act(t("actions.resume.menu"), undefined, { resume: null }, t("status.active"));
  });
  await step("rescue", async () => {
    await maru.rowAction(name, t("actions.rescue.menu"));
    await maru.answer(t("questions.rescue"));
    await sent.expect("POST", ACTION, { rescue: null });
    await maru.leaveNew(maru.dialog().getByRole("button", { name: t("questions.done") }));
    await maru.pass();
    await expect(row).toContainText(t("status.rescue"));
    await act(t("actions.unrescue.menu"), t("actions.unrescue_question.confirm"), { unrescue: null }, t("status.active"));
  });
  await step("lock", async () => {
    await maru.rowAction(name, t("actions.lock.menu"));
    await maru.answer(t("actions.lock_question.confirm"));
    await sent.expect("POST", ACTION, { lock: null });
    await expect(maru.notice(t("actions.lock.done", { name }))).toBeVisible();
    await maru.rowAction(name, t("actions.unlock.menu"));
    await sent.expect("POST", ACTION, { unlock: null });
    await expect(maru.notice(t("actions.unlock.done", { name }))).toBeVisible();
  });

  await row.getByRole("link").click();
  await step("N08 metadata", async () => {
    await maru.button(t("metadata.edit")).click();
    await maru.button(t("metadata.add")).click();
    const dialog = maru.dialog(t("metadata.add_title"));
    await dialog.getByLabel(t("metadata.key"), { exact: true }).fill("team");
    await dialog.getByLabel(t("metadata.value"), { exact: true }).fill("플랫폼");
    await dialog.getByRole("button", { name: t("metadata.save") }).click();
    await sent.expect("POST", /\/metadata$/, { metadata: { team: "플랫폼" } });
    await expect(page.getByRole("row", { name: /team/ })).toContainText("플랫폼");
  });
  await step("N09 console log", async () => {
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    await sent.expect("POST", ACTION, { "os-getConsoleOutput": { length: 50 } });
    await expect(page.getByRole("group", { name: t("ways_in.log") })).toContainText(/\w/);
  });
  await deleteInstance(maru, name);
});

test("S27 N02 N07 an image is made of an instance, and goes", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn();
  await makeInstance(maru, page, name);
  await maru.rowAction(name, t("actions.create_image.menu"));
  const image = `${name}-image`;
  await maru.field(t("questions.image_name")).fill(image);
  await maru.answer(t("questions.image"));
  // Of the instance if its disk is on the host, of the volume if that is its root.
  await step("S27 image of a disk", async () => {
    await sent.expect("POST", ACTION, { createImage: expect.objectContaining({ name: image }) });
  });
  await step("N07 image of a volume", async () => {
    const upload = expect.objectContaining({ image_name: image });
    await sent.expect("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-volume_upload_image": upload });
  });
  await maru.pass(12_000);
  await expect(maru.notice(t("outcomes.image_saved", { image, name }))).toBeVisible();
  await maru.dialog().getByRole("button", { name: t("common.close") }).last().click();
  await maru.goTo("images");
  await maru.rowAction(image, t("images.delete_ask"));
  await maru.confirmDelete(image, "images");
  await sent.expect("DELETE", /\/images\/[0-9a-f-]{36}$/);
  await expect(maru.row(image)).toHaveCount(0);
  await deleteInstance(maru, name);
});

test("S19–S22 N06 a volume is made, attached, detached, kept as a snapshot, and goes", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  const volume = `${name}-volume`;
  await maru.signIn();
  await makeInstance(maru, page, name);
  await maru.goTo("volumes");
  await maru.button(t("volumes.create")).first().click();
  const form = maru.dialog(t("volumes.create"));
  await form.getByLabel(t("common.name")).fill(volume);
  await form.getByLabel(t("volumes.size")).fill("10");
  await form.getByLabel(t("volumes.zone")).selectOption(target.zone);
  await form.getByRole("button", { name: t("volumes.create"), exact: true }).click();
  const wish = { size: 10, name: volume, availability_zone: target.zone };
  await sent.expect("POST", /\/volumes$/, { volume: expect.objectContaining(wish) });
  await maru.pass();
  await expect(maru.row(volume)).toContainText(t("volumes.available"));

  await maru.goTo("instances");
  await maru.row(name).getByRole("link").first().click();
  await maru.button(t("volumes.attach_volume")).click();
  await maru.dialog().getByRole("radio", { name: volume }).check();
  await maru.dialog().getByRole("button", { name: t("volumes.attach"), exact: true }).click();
  await sent.expect("POST", /\/os-volume_attachments$/, { volumeAttachment: { volumeId: ID } });
  await maru.pass();
  const line = page.getByRole("row").filter({ hasText: volume });
  await expect(line).toContainText(t("volumes.in_use"));
  await expect(line).toContainText(/\/dev\/[sv]d[b-z]/);
  await line.getByRole("button", { name: starts("volumes.detach") }).click();
  await maru.answer(t("volumes.detach"));
  await sent.expect("GET", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
  await sent.expect("DELETE", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
  await maru.pass();
  await expect(line).toHaveCount(0);

  await maru.goTo("volumes");
  await expect(maru.row(volume)).toContainText(t("volumes.available"));
  await maru.rowAction(volume, t("volumes.snapshot_ask"));
  await maru.dialog().getByLabel(t("common.name")).fill(`${name}-snapshot`);
  await maru.answer(t("volumes.snapshot_create"));
  await sent.expect("POST", /\/snapshots$/, { snapshot: { name: `${name}-snapshot`, volume_id: ID, force: false } });
  await maru.pass();
  await maru.volumesTab("snapshots").click();
  await expect(maru.row(`${name}-snapshot`)).toContainText(t("volumes.available"));
  await maru.rowAction(`${name}-snapshot`, t("volumes.delete_ask"));
  await maru.confirmDelete(`${name}-snapshot`, "volumes");
  await sent.expect("DELETE", /\/snapshots\/[0-9a-f-]{36}$/);
  await maru.pass();
  await expect(maru.row(`${name}-snapshot`)).toHaveCount(0);
  await maru.volumesTab("title").click();
  await maru.rowAction(volume, t("volumes.extend_ask"));
  await maru.dialog().getByLabel(t("volumes.new_size")).fill("12");
  await maru.answer(t("volumes.extend"));
  await sent.expect("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-extend": { new_size: 12 } });
  await maru.pass();
  await expect(maru.row(volume)).toContainText("12 GB");
  await expect(maru.row(volume)).toContainText(t("volumes.available"));
  await maru.rowAction(volume, t("volumes.delete_ask"));
  await maru.confirmDelete(volume, "volumes");
  await sent.expect("DELETE", /\/volumes\/[0-9a-f-]{36}(\?|$)/);
  await maru.pass();
  await expect(maru.row(volume)).toHaveCount(0);
  await deleteInstance(maru, name);
});

test("S28–S30 N03–N05 an instance gets a group and a floating IP, and gives them back", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn();
  await makeInstance(maru, page, name);
  await maru.goTo("security_groups");
  await maru.button(t("security_groups.create")).click();
  await maru.field(t("common.name")).fill(name);
  await maru.answer(t("security_groups.create"));
  await expect(maru.heading(name)).toBeVisible();
  await maru.button(t("security_groups.add_rule")).click();
  await maru.button(t("security_groups.preset_ssh")).click();
  await maru.dialog().getByLabel(t("security_groups.range")).fill("198.51.100.0/24");
  await maru.answer(t("security_groups.add_rule"));
  await sent.expect("POST", /\/security-group-rules$/);
  await expect(page.getByRole("row").filter({ hasText: "198.51.100.0/24" })).toContainText("TCP");

  await maru.goTo("instances");
  await maru.row(name).getByRole("link").first().click();
  const groups = page.getByRole("definition").filter({ has: maru.button(t("instance.add_group")) });
  await maru.button(t("instance.add_group")).click();
  await maru.choice(t("instance.group"), name).check();
  await maru.answer(t("instance.add_group"));
  await sent.expect("POST", ACTION, { addSecurityGroup: { name } });
  await expect(groups).toContainText(name);
  await maru.button(t("instance.remove_group", { group: name })).click();
  await maru.answer(t("instance.remove"));
  await sent.expect("POST", ACTION, { removeSecurityGroup: { name } });
  await expect(groups).not.toContainText(name);

  await maru.button(t("instance.attach_floating")).click();
  await maru.dialog().getByRole("radio", { name: starts("floating_ips.choice_new") }).check({ force: true });
  await maru.answer(t("floating_ips.attach"));
  await expect(maru.dialog()).toHaveCount(0);
  await sent.expect("PUT", /\/floatingips\/[0-9a-f-]{36}$/);
  const address = page.getByRole("table").first().getByRole("row").filter({ hasText: t("instance.floating") });
  await expect(address).toHaveCount(1);
  await address.getByRole("button", { name: starts("instance.detach_floating") }).click();
  await maru.dialog().getByLabel(t("floating_ips.release_too")).check();
  await maru.answer(t("floating_ips.detach"));
  await expect(maru.dialog()).toHaveCount(0);
  await sent.expect("DELETE", /\/floatingips\/[0-9a-f-]{36}$/);
  await expect(address).toHaveCount(0);

  await maru.goTo("floating_ips");
  await sent.expect("GET", /\/floatingips(\?|$)/);
  await maru.goTo("networks");
  await sent.expect("GET", /\/(vpcs|networks)(\?|$)/);
  await sent.expect("GET", /\/(vpcsubnets|subnets)(\?|$)/);
  await expect(page.getByRole("row").filter({ hasText: target.network }).first()).toBeVisible();
  await deleteInstance(maru, name);
  await maru.goTo("security_groups");
  await maru.rowAction(name, t("security_groups.delete"));
  await maru.confirmDelete(name, "security_groups");
  await sent.expect("DELETE", /\/security-groups\/[0-9a-f-]{36}$/);
  await expect(maru.row(name)).toHaveCount(0);
});

test("S01–S03 S10 S31 N01 N08 N09 the catalog, the cloud's own filters, policies and quota", async ({ maru, page, sent }) => {
  const name = mark();
  await maru.signIn("flavors");
  // From here on requests go to the endpoints in the catalog of this token.
  await sent.expect("POST", /\/(v3\/auth|v2\.0)\/tokens$/);
  await expect(maru.row(target.flavor)).toBeVisible();
  await sent.expect("GET", /\/flavors\/detail/);
  await maru.goTo("zones");
  await expect(maru.row(target.zone)).toBeVisible();
  await sent.expect("GET", /\/os-availability-zone$/);
  await maru.goTo("instances");
  // The table needs only the names of flavors.
  await sent.expect("GET", /\/flavors$/);
  await maru.button(t("instances.ask_cloud")).click();
  const question = page.getByRole("form", { name: t("ask.title") });
  await question.getByLabel(t("ask.name")).fill(`${name}.none`);
  await question.getByRole("button", { name: t("ask.send"), exact: true }).click();
  await sent.expect("GET", new RegExp(`/servers/detail\\?name=${name}%5C\\.none$`));
  await expect(page.getByText(t("instances.none_title"))).toBeVisible();
  await maru.goTo("policies");
  await maru.button(t("policies.create")).first().click();
  await maru.dialog().getByLabel(t("common.name"), { exact: true }).fill(name);
  await maru.answer(t("policies.create"));
  await sent.expect("POST", /\/os-server-groups$/, { server_group: { name, policies: ["anti-affinity"] } });
  await maru.rowAction(name, t("policies.delete"));
  await maru.confirmDelete(name, "policies");
  await sent.expect("DELETE", /\/os-server-groups\/[0-9a-f-]{36}$/);
  await expect(maru.row(name)).toHaveCount(0);
  await maru.goTo("overview");
  await expect(page.getByRole("heading", { name: t("overview.quota") })).toBeVisible();
  await sent.expect("GET", /\/limits$/);
});

test("S05 S07 S14 S15 one key pair, and a batch with a name at its edge", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn("keypairs");
  await maru.button(t("keypairs.register")).first().click();
  await maru.dialog().getByLabel(t("common.name"), { exact: true }).fill(name);
  await maru.dialog().getByLabel(t("keypairs.public_key"), { exact: true }).fill(PUBLIC_KEY);
  await maru.answer(t("keypairs.register"));
  await sent.expect("POST", /\/os-keypairs$/, { keypair: { name, public_key: PUBLIC_KEY } });
  await maru.row(name).getByRole("link", { name, exact: true }).click();
  await sent.expect("GET", new RegExp(`/os-keypairs/${name}$`));
  await expect(maru.dialog(name)).toContainText(t("keypairs.owner"));
  await page.keyboard.press("Escape");

  // The longest name, with the suffix that the cloud adds in a batch.
  const longest = name.padEnd(253, "x");
  await maru.goTo("instances");
  await page.getByRole("link", { name: t("instances.create") }).first().click();
  await chooseUsual(maru);
  await maru.choice(t("create.key"), name).check();
  await maru.field(t("common.name")).fill("x".repeat(256));
  await maru.button(t("create.submit")).click();
  await expect(page.getByText(like("create.name_long", { max: 255, is: 256 })).first()).toBeVisible();
  await maru.field(t("common.name")).fill(longest);
  await maru.field(t("create.count")).fill("2");
  await maru.button(t("create.submit_many", { n: 2 })).click();
  const batch = { name: longest, key_name: name, min_count: 2, max_count: 2, return_reservation_id: true };
  await sent.expect("POST", /\/servers$/, { server: expect.objectContaining(batch) });
  await maru.pass();
  await sent.expect("GET", /\/servers\/detail\?.*reservation_id=r-/);
  await expect(page.getByText(t("create.batch_running", { is: 2, of: 2 }))).toBeVisible();
  for (const one of [`${longest}-1`, `${longest}-2`]) await deleteInstance(maru, one);
  await maru.goTo("keypairs");
  await maru.rowAction(name, t("keypairs.delete"));
  await maru.confirmDelete(name, "keypairs");
  await expect(maru.row(name)).toHaveCount(0);
});

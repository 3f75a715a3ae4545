// The rows beside the main flow, on every cloud: what one of them cannot do is skipped by its name, and printed.
import { randomBytes } from "node:crypto";
import { chooseUsual, deleteInstance, makeInstance } from "./support/own-instance";
import { PUBLIC_KEY } from "./support/main-flow";
import { LONG, step, target } from "./support/target";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

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
  /** Asks for an action of the row's menu, answers its question, and waits for the state after. */
  const act = async (action: string, verb: string | undefined, body: object, state: string) => {
    await maru.rowAction(name, action);
    if (verb) await maru.answer(verb);
    await sent.expect("POST", ACTION, body);
    await maru.pass();
    await expect(row).toContainText(state);
  };

  await step("S26 resize", async () => {
    await maru.rowAction(name, "Resize…");
    await maru.choice("New flavor", target.resizeTo).check({ force: true });
    await maru.answer("Resize");
    await sent.expect("POST", ACTION, { resize: { flavorRef: ID } });
    await maru.pass();
    await expect(row).toContainText(target.resizeTo);
  });
  await step("confirm resize", () => act(t("actions.confirm_resize.menu"), undefined, { confirmResize: null }, "Running"));
  await step("N08 shelve", async () => {
    await act("Shelve…", "Shelve", { shelve: null }, "Shelved (offloaded)");
    await act("Unshelve", undefined, { unshelve: null }, "Running");
  });
  await step("pause", async () => {
    await act("Pause…", "Pause", { pause: null }, "Paused");
    await act("Unpause", undefined, { unpause: null }, "Running");
  });
  await step("suspend", async () => {
    await act("Suspend…", "Suspend", { suspend: null }, "Suspended");
    await act("Resume", undefined, { resume: null }, "Running");
  });
  await step("rescue", async () => {
    await maru.rowAction(name, "Rescue…");
    await maru.answer("Rescue");
    await sent.expect("POST", ACTION, { rescue: null });
    await maru.leaveNew(maru.dialog().getByRole("button", { name: "Done" }));
    await maru.pass();
    await expect(row).toContainText("Rescue");
    await act(t("actions.unrescue.menu"), t("actions.unrescue_question.confirm"), { unrescue: null }, "Running");
  });
  await step("lock", async () => {
    await maru.rowAction(name, "Lock…");
    await maru.answer("Lock");
    await sent.expect("POST", ACTION, { lock: null });
    await expect(maru.notice(`${name} is locked`)).toBeVisible();
    await maru.rowAction(name, "Unlock");
    await sent.expect("POST", ACTION, { unlock: null });
    await expect(maru.notice(`${name} is unlocked`)).toBeVisible();
  });

  await row.getByRole("link").click();
  await step("N08 metadata", async () => {
    await maru.button("Edit metadata").click();
    await maru.button("Add metadata").click();
    await maru.dialog("Add metadata").getByLabel("Key", { exact: true }).fill("team");
    await maru.dialog("Add metadata").getByLabel("Value", { exact: true }).fill("플랫폼");
    await maru.dialog("Add metadata").getByRole("button", { name: "Save" }).click();
    await sent.expect("POST", /\/metadata$/, { metadata: { team: "플랫폼" } });
    await expect(page.getByRole("row", { name: /team/ })).toContainText("플랫폼");
  });
  await step("N09 console log", async () => {
    await page.getByText("Console log", { exact: true }).click();
    await sent.expect("POST", ACTION, { "os-getConsoleOutput": { length: 50 } });
    await expect(page.getByRole("group", { name: "Console log" })).toContainText(/\w/);
  });
  await deleteInstance(maru, name);
});

test("S27 N02 N07 an image is made of an instance, and goes", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn();
  await makeInstance(maru, page, name);
  await maru.rowAction(name, "Create image…");
  await maru.field(t("questions.image_name")).fill(`${name}-image`);
  await maru.answer("Create image");
  // By the instance where its disk lies on the host, by the volume where that is its root.
  const image = `${name}-image`;
  await step("S27 image of a disk", async () => {
    await sent.expect("POST", ACTION, { createImage: expect.objectContaining({ name: image }) });
  });
  await step("N07 image of a volume", async () => {
    const upload = expect.objectContaining({ image_name: image });
    await sent.expect("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-volume_upload_image": upload });
  });
  await maru.pass(12_000);
  await expect(maru.notice(`Image ${name}-image of ${name} is ready`)).toBeVisible();
  await maru.dialog().getByRole("button", { name: "Close" }).last().click();
  await maru.goTo("Images");
  await maru.rowAction(`${name}-image`, "Delete…");
  await maru.confirmDelete(`${name}-image`);
  await sent.expect("DELETE", /\/images\/[0-9a-f-]{36}$/);
  await expect(maru.row(`${name}-image`)).toHaveCount(0);
  await deleteInstance(maru, name);
});

test("S19–S22 N06 a volume is made, attached, detached, kept as a snapshot, and goes", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  const volume = `${name}-volume`;
  await maru.signIn();
  await makeInstance(maru, page, name);
  await maru.goTo("Volumes");
  await maru.button("Create volume").first().click();
  const form = maru.dialog("Create volume");
  await form.getByLabel("Name").fill(volume);
  await form.getByLabel("Size").fill("10");
  await form.getByLabel("Zone").selectOption(target.zone);
  await form.getByRole("button", { name: "Create volume", exact: true }).click();
  const wish = { size: 10, name: volume, availability_zone: target.zone };
  await sent.expect("POST", /\/volumes$/, { volume: expect.objectContaining(wish) });
  await maru.pass();
  await expect(maru.row(volume)).toContainText("Available");

  await maru.goTo("Instances");
  await maru.row(name).getByRole("link").first().click();
  await maru.button("Attach volume").click();
  await maru.dialog().getByRole("radio", { name: volume }).check();
  await maru.dialog().getByRole("button", { name: "Attach", exact: true }).click();
  await sent.expect("POST", /\/os-volume_attachments$/, { volumeAttachment: { volumeId: ID } });
  await maru.pass();
  const line = page.getByRole("row").filter({ hasText: volume });
  await expect(line).toContainText("In use");
  await expect(line).toContainText(/\/dev\/[sv]d[b-z]/);
  await line.getByRole("button", { name: /^Detach/ }).click();
  await maru.answer("Detach");
  await sent.expect("GET", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
  await sent.expect("DELETE", /\/os-volume_attachments\/[0-9a-f-]{36}$/);
  await maru.pass();
  await expect(line).toHaveCount(0);

  await maru.goTo("Volumes");
  await expect(maru.row(volume)).toContainText("Available");
  await maru.rowAction(volume, "Create snapshot");
  await maru.dialog().getByLabel("Name").fill(`${name}-snapshot`);
  await maru.answer("Create snapshot");
  await sent.expect("POST", /\/snapshots$/, { snapshot: { name: `${name}-snapshot`, volume_id: ID, force: false } });
  await maru.pass();
  await page.getByRole("link", { name: /^Snapshots \d/ }).click();
  await expect(maru.row(`${name}-snapshot`)).toContainText("Available");
  await maru.rowAction(`${name}-snapshot`, "Delete");
  await maru.confirmDelete(`${name}-snapshot`);
  await sent.expect("DELETE", /\/snapshots\/[0-9a-f-]{36}$/);
  await maru.pass();
  await expect(maru.row(`${name}-snapshot`)).toHaveCount(0);
  await page.getByRole("link", { name: /^Volumes \d/ }).click();
  await maru.rowAction(volume, "Extend");
  await maru.dialog().getByLabel("New size").fill("12");
  await maru.answer("Extend");
  await sent.expect("POST", /\/volumes\/[0-9a-f-]{36}\/action$/, { "os-extend": { new_size: 12 } });
  await maru.pass();
  await expect(maru.row(volume)).toContainText("12 GB");
  await expect(maru.row(volume)).toContainText("Available");
  await maru.rowAction(volume, "Delete");
  await maru.confirmDelete(volume);
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
  await maru.goTo("Security groups");
  await maru.button("Create security group").click();
  await maru.field("Name").fill(name);
  await maru.answer("Create security group");
  await expect(maru.heading(name)).toBeVisible();
  await maru.button("Add rule").click();
  await maru.button("SSH from my network").click();
  await maru.dialog().getByLabel(t("security_groups.range")).fill("198.51.100.0/24");
  await maru.answer("Add rule");
  await sent.expect("POST", /\/security-group-rules$/);
  await expect(page.getByRole("row").filter({ hasText: "198.51.100.0/24" })).toContainText("TCP");

  await maru.goTo("Instances");
  await maru.row(name).getByRole("link").first().click();
  const groups = page.getByRole("definition").filter({ has: maru.button("Add security group") });
  await maru.button("Add security group").click();
  await maru.choice("Security group", name).check();
  await maru.answer("Add security group");
  await sent.expect("POST", ACTION, { addSecurityGroup: { name } });
  await expect(groups).toContainText(name);
  await maru.button(`Remove security group ${name}`).click();
  await maru.answer("Remove");
  await sent.expect("POST", ACTION, { removeSecurityGroup: { name } });
  await expect(groups).not.toContainText(name);

  await maru.button("Attach floating IP").click();
  await maru.dialog().getByRole("radio", { name: /^New address from / }).check({ force: true });
  await maru.answer("Attach");
  await expect(maru.dialog()).toHaveCount(0);
  await sent.expect("PUT", /\/floatingips\/[0-9a-f-]{36}$/);
  const address = page.getByRole("table").first().getByRole("row").filter({ hasText: "Floating IP" });
  await expect(address).toHaveCount(1);
  await address.getByRole("button", { name: /^Detach / }).click();
  await maru.dialog().getByLabel("Release the address too").check();
  await maru.answer("Detach");
  await expect(maru.dialog()).toHaveCount(0);
  await sent.expect("DELETE", /\/floatingips\/[0-9a-f-]{36}$/);
  await expect(address).toHaveCount(0);

  await maru.goTo("Floating IPs");
  await sent.expect("GET", /\/floatingips(\?|$)/);
  await maru.goTo("Networks");
  await sent.expect("GET", /\/(vpcs|networks)(\?|$)/);
  await sent.expect("GET", /\/(vpcsubnets|subnets)(\?|$)/);
  await expect(page.getByRole("row").filter({ hasText: target.network }).first()).toBeVisible();
  await deleteInstance(maru, name);
  await maru.goTo("Security groups");
  await maru.rowAction(name, "Delete");
  await maru.confirmDelete(name);
  await sent.expect("DELETE", /\/security-groups\/[0-9a-f-]{36}$/);
  await expect(maru.row(name)).toHaveCount(0);
});

test("S01–S03 S10 S31 N01 N08 N09 the catalog, the cloud's own filters, policies and quota", async ({ maru, page, sent }) => {
  const name = mark();
  await maru.signIn("flavors");
  // Everything that follows goes where the catalog of this token says.
  await sent.expect("POST", /\/(v3\/auth|v2\.0)\/tokens$/);
  await expect(maru.row(target.flavor)).toBeVisible();
  await sent.expect("GET", /\/flavors\/detail/);
  await maru.goTo("Zones");
  await expect(maru.row(target.zone)).toBeVisible();
  await sent.expect("GET", /\/os-availability-zone$/);
  await maru.goTo("Instances");
  // Names are all that the table needs of flavors.
  await sent.expect("GET", /\/flavors$/);
  await maru.button(t("instances.ask_cloud")).click();
  const question = page.getByRole("form", { name: t("ask.title") });
  await question.getByLabel("Name").fill(`${name}.none`);
  await question.getByRole("button", { name: t("ask.send"), exact: true }).click();
  await sent.expect("GET", new RegExp(`/servers/detail\\?name=${name}%5C\\.none$`));
  await expect(page.getByText("No instance matches")).toBeVisible();
  await maru.goTo("Policies");
  await maru.button("Create policy").first().click();
  await maru.dialog().getByLabel("Name", { exact: true }).fill(name);
  await maru.answer("Create policy");
  await sent.expect("POST", /\/os-server-groups$/, { server_group: { name, policies: ["anti-affinity"] } });
  await maru.rowAction(name, "Delete");
  await maru.confirmDelete(name);
  await sent.expect("DELETE", /\/os-server-groups\/[0-9a-f-]{36}$/);
  await expect(maru.row(name)).toHaveCount(0);
  await maru.goTo("Overview");
  await expect(page.getByRole("heading", { name: "Quota" })).toBeVisible();
  await sent.expect("GET", /\/limits$/);
});

test("S05 S07 S14 S15 one key pair, and a batch with a name at its edge", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn("keypairs");
  await maru.button("Register public key").first().click();
  await maru.dialog().getByLabel("Name", { exact: true }).fill(name);
  await maru.dialog().getByLabel("Public key", { exact: true }).fill(PUBLIC_KEY);
  await maru.answer("Register public key");
  await sent.expect("POST", /\/os-keypairs$/, { keypair: { name, public_key: PUBLIC_KEY } });
  await maru.row(name).getByRole("link", { name, exact: true }).click();
  await sent.expect("GET", new RegExp(`/os-keypairs/${name}$`));
  await expect(maru.dialog(name)).toContainText("User ID");
  await page.keyboard.press("Escape");

  // As long as a name may be, with what the cloud adds to those of a batch.
  const longest = name.padEnd(253, "x");
  await maru.goTo("Instances");
  await page.getByRole("link", { name: "Create instance" }).first().click();
  await chooseUsual(maru, page);
  await maru.choice("Key pair", name).check();
  await maru.field("Name").fill("x".repeat(256));
  await maru.button("Create instance").click();
  await expect(page.getByText(like("create.name_long", { max: 255, is: 256 })).first()).toBeVisible();
  await maru.field("Name").fill(longest);
  await maru.field("Number of instances").fill("2");
  await maru.button("Create 2 instances").click();
  const batch = { name: longest, key_name: name, min_count: 2, max_count: 2, return_reservation_id: true };
  await sent.expect("POST", /\/servers$/, { server: expect.objectContaining(batch) });
  await maru.pass();
  await sent.expect("GET", /\/servers\/detail\?.*reservation_id=r-/);
  await expect(page.getByText("2 of 2 running")).toBeVisible();
  for (const one of [`${longest}-1`, `${longest}-2`]) await deleteInstance(maru, one);
  await maru.goTo("Key pairs");
  await maru.rowAction(name, "Delete");
  await maru.confirmDelete(name);
  await expect(maru.row(name)).toHaveCount(0);
});

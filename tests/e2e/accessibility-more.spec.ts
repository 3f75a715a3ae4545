// axe finds nothing in the states that the other two files leave out: loading and failed pages, menus, and confirmations.
import { checkEach, openRow, type State, type Tools } from "./support/axe";
import { CreateForm } from "./support/create-form";
import { keepLists, openBox } from "./support/kept-lists";
import { test } from "./support/test";
import { either, like, starts, t } from "./support/words";

const group = async ({ maru }: Tools) => {
  await maru.signInAs("demo", "security-groups");
  await maru.row("web").getByRole("link").click();
  await maru.heading("web").waitFor();
};
/** A button of a page opens a dialog. */
const asks = (button: string | RegExp, reach: (tools: Tools) => Promise<unknown>) => async (tools: Tools) => {
  await reach(tools);
  await tools.page.getByRole("main").getByRole("button", { name: button }).first().click();
  await tools.page.getByRole("dialog").waitFor();
};
const stockInstance = async ({ maru }: Tools, words = "") => {
  await maru.signInToStock(words);
  await maru.row("web-prod-01").getByRole("link").click();
  await maru.heading("web-prod-01").waitFor();
};
const softDeleted = async ({ maru, page, cloud }: Tools) => {
  await maru.signInToStock("+soft-delete");
  await maru.row("web-prod-01").waitFor();
  await cloud.change("web-prod-01", { vm_state: "soft-delete" });
  await maru.row("web-prod-01").getByRole("link").click();
  await page.getByText(t("questions.restore_text", { name: "web-prod-01" })).waitFor();
};
const ONE = "instances/00000000-0000-4000-8000-000000000000";

const states: State[] = [
  ...["overview", "policies", "about", ONE].map((path): State => [`${path}, loading`, async ({ maru, page }) => {
    await page.route(/\/kr1\//, () => {});
    await maru.signInAs("demo", path);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }]),
  ...["overview", "policies", ONE].map((path): State => [`${path}, failed`, async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(503);
    await cloud.fault({ service: "compute", status: 503 });
    await maru.signInAs("demo", path);
    await page.getByRole("main").getByText(either("errors.server.what", "overview.unseen")).first().waitFor();
  }]),
  ["floating IPs, menu", ({ maru }) => maru.signInAs("demo", "floating-ips").then(() => maru.rowMenu("203.0.113.77"))],
  ["policies, menu", ({ maru }) => maru.signInAs("demo", "policies").then(() => maru.rowMenu("db-spread"))],
  ["snapshots, menu", ({ maru }) =>
    maru.signInAs("demo", "volumes?tab=snapshots").then(() => maru.rowMenu("backup-2026-10-01"))],
  ["snapshots, Delete dialog", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await maru.rowAction("backup-2026-10-01", t("volumes.delete_ask"));
    await page.getByRole("dialog").waitFor();
  }],
  ["floating IPs, one", async ({ maru, page }) => {
    await maru.signInAs("demo", "floating-ips");
    await maru.rowAction("203.0.113.10", t("common.details"));
    await page.getByRole("dialog").waitFor();
  }],
  ["floating IPs, create", asks(t("floating_ips.create"), ({ maru }) => maru.signInAs("demo", "floating-ips"))],
  ["security group, edit", asks(t("security_groups.edit"), group)],
  ["security group, delete rule dialog", asks(starts("security_groups.delete_rule_of"), group)],
  ["instance, metadata goes", asks(starts("metadata.remove"), async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(t("metadata.edit")).click();
  })],
  ["instance, interface goes", asks(starts("instance.remove_interface"), stockInstance)],
  ["instance, deleted and recoverable", softDeleted],
  ["instance, delete for good", asks(t("actions.delete_for_good.menu"), softDeleted)],
  ["instance, back to the old flavor", asks(t("actions.revert_resize.menu"), async (tools) => {
    await tools.maru.signInToStock();
    await tools.maru.row("web-prod-01").waitFor();
    await tools.cloud.change("web-prod-01", { vm_state: "resized" });
    await tools.maru.row("web-prod-01").getByRole("link").click();
  })],
  ["the box for lists in this browser", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await openBox(maru);
    await page.getByRole("dialog").waitFor();
  }],
  ["the last known list", async ({ maru, page, cloud, watch }) => {
    watch.allowNoAnswer();
    await maru.signInAs("demo");
    await keepLists(maru);
    await cloud.fault({ service: "compute", path: "/servers/detail", gone: true });
    await page.reload();
    await page.getByRole("status").filter({ hasText: like("instances.last_known") }).waitFor();
  }],
  ["sign-in, several clouds in a file", async ({ maru, page }) => {
    await maru.open();
    const text = "clouds: {one: {auth: {username: me}, color: red}, two: {profile: vendor}}";
    await page
      .getByLabel(t("sign_in.import"))
      .setInputFiles([{ name: "clouds.yaml", mimeType: "text/plain", buffer: Buffer.from(text) }]);
    await maru.button("two").click();
  }],
  ["create, leaving", async ({ maru, page }) => {
    await maru.signInAs("demo", "instances/new");
    await new CreateForm(page, maru).field(t("common.name")).fill("half");
    await maru.railLink("zones").click();
    await maru.dialog(t("create.leave_title")).waitFor();
  }],
];

test.describe("Accessibility of the rest", { tag: "@sim" }, () => checkEach(states));

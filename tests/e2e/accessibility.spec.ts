// axe finds nothing on any page, in any of its states, in both themes, wide and narrow.
import type { Page } from "@playwright/test";
import { checkEach, openRow, type State } from "./support/axe";
import { CreateForm, DEBIAN } from "./support/create-form";
import type { Simulator } from "./support/simulator";
import { test } from "./support/test";
import type { Watch } from "./support/watch";
import { either, like, starts, t, whole } from "./support/words";

const pages = ["instances", "instances/new", "flavors", "zones", "keypairs", "security-groups", "floating-ips", "networks", "ports", "volumes", "images"];

/** No request is answered. */
const hang = (page: Page) => page.route(/\/kr1\//, () => {});
const fails = async (cloud: Simulator, watch: Watch) => {
  watch.allowStatus(503, 404);
  for (const service of ["compute", "network", "volume", "image"]) await cloud.fault({ service, status: 503 });
};
const states: State[] = [
  ["sign-in", ({ maru }) => maru.open().then(() => maru.openForm())],
  ["sign-in with mistakes", async ({ maru, page }) => {
    await maru.open();
    await maru.openForm();
    await maru.button(t("sign_in.submit")).click();
    await page.getByText(t("sign_in.missing", { field: t("sign_in.tenant") })).waitFor();
  }],
  ["sign-in without configuration", async ({ maru, page, watch }) => {
    watch.allowStatus(404);
    await page.route("**/config.json", (route) => route.fulfill({ status: 404 }));
    await maru.open();
    await page.getByRole("alert").waitFor();
  }],
  ["session ended", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(401);
    await maru.signInAs("demo");
    await maru.row("dev-minji").waitFor();
    await cloud.endSession();
    // The next poll finds out; a click here could come before or after it.
    await page.getByRole("dialog", { name: t("shell.session_ended") }).waitFor();
  }],
  ["no such page", ({ maru }) => maru.signInAs("demo", "nowhere").then(() => maru.heading(t("shell.not_found_title")).waitFor())],
  ["account menu", async ({ maru }) => {
    await maru.signInAs("demo", "zones");
    await maru.accountMenu().then((menu) => menu.waitFor());
  }],
  ...pages.map((path): State => [`${path}, loading`, async ({ maru, page }) => {
    await hang(page);
    await maru.signInAs("demo", path);
  }]),
  ...pages.map((path): State => [`${path}, failed`, async ({ maru, page, cloud, watch }) => {
    await fails(cloud, watch);
    await maru.signInAs("demo", path);
    await page.getByRole("main").getByText(either("errors.server.what", "overview.unseen")).first().waitFor({ state: "attached" });
  }]),
  ["instances, full", ({ maru }) => maru.signInAs("demo").then(() => maru.row("dev-minji").waitFor())],
  ["instances, empty", ({ maru, page }) => maru.signInAs("empty").then(() => page.getByText(t("instances.empty_title")).waitFor())],
  ["instances, none fits", ({ maru, page }) =>
    maru.signInAs("demo", "instances?q=zzz").then(() => page.getByText(t("instances.none_title")).waitFor())],
  ["instances, menu", ({ maru }) => maru.signInAs("demo").then(() => maru.rowMenu("배치-서버"))],
  ...["stop", "reboot", "rename", "delete"].map((action): State => [`instances, ${action} dialog`, async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t(`actions.${action}.menu`));
    await page.getByRole("dialog").waitFor();
  }]),
  ...["resize", "create_image", "shelve"].map((action): State => [`instances, ${action} dialog`, async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t(`actions.${action}.menu`));
    await page.getByRole("dialog").getByText(t("common.cancel")).waitFor();
  }]),
  ["instances, resize compared", async ({ maru }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.resize.menu"));
    await maru.choice(t("questions.new_flavor"), "m2.c4m8").check({ force: true });
  }],
  ["instances, image being saved", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("staging-api", t("actions.create_image.menu"));
    await maru.field(t("questions.image_name")).fill("golden");
    await page.keyboard.press("Enter");
    await page.getByText(t("questions.image_may_close")).waitFor();
  }],
  ...["rescue", "rebuild", "lock", "pause"].map((action): State => [`stock instances, ${action} dialog`, async ({ maru, page }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t(`actions.${action}.menu`));
    await page.getByRole("dialog").getByText(t("common.cancel")).waitFor();
  }]),
  ["stock instances, password of the rescue system", async ({ maru, page }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t("actions.rescue.menu"));
    await page.getByRole("dialog").getByRole("button", { name: t("questions.rescue"), exact: true }).click();
    await page.getByText(t("questions.password_once")).waitFor();
  }],
  ["stock instances, menu", ({ maru }) => maru.signInToStock().then(() => maru.rowMenu("web-prod-01"))],
  ["stock instance, waiting for a word after a resize", async ({ maru, page, cloud }) => {
    await maru.signInToStock();
    await maru.row("web-prod-01").waitFor();
    await cloud.change("web-prod-01", { vm_state: "resized" });
    await maru.row("web-prod-01").getByRole("link").click();
    await page.getByRole("heading", { name: t("questions.verify_title") }).waitFor();
  }],
  ["instance, more", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(t("actions.more")).click();
    await tools.page.getByRole("menu").waitFor();
  }],
  ["read only", async ({ maru }) => {
    await maru.signInAs("demo");
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitemradio", { name: t("shell.read_only_switch") }).click();
    await maru.row("web-prod-01").getByRole("link").click();
    await maru.heading("web-prod-01").waitFor();
  }],
  ["instance, full", (tools) => openRow(tools, "web-prod-01")],
  ["instance, in error", (tools) => openRow(tools, "ml-train-x1")],
  ["instance, renaming", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(t("questions.rename")).click();
  }],
  ["instance, raw JSON", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.page.getByText(t("instance.raw_title")).click();
  }],
  ["instance, metadata being edited", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(t("metadata.edit")).click();
    await tools.maru.button(t("metadata.add")).waitFor();
  }],
  ["instance, metadata dialog with mistakes", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(t("metadata.edit")).click();
    await tools.maru.button(t("metadata.add")).click();
    await tools.maru.dialog().getByLabel(t("metadata.key"), { exact: true }).fill("a/b");
  }],
  ["instance, console", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.page.getByText(t("ways_in.log"), { exact: true }).click();
    await tools.page.getByRole("group", { name: t("ways_in.log") }).waitFor();
    await tools.maru.button(t("ways_in.screen_ask")).click();
    await tools.page.getByRole("link", { name: t("ways_in.screen_open") }).waitFor();
  }],
  ["instance, Windows password", async (tools) => {
    await openRow(tools, "win-ad-01");
    await tools.maru.button(t("ways_in.password_ask")).click();
    await tools.maru.dialog().getByRole("button", { name: t("ways_in.password_show") }).click();
    await tools.page.getByText(t("ways_in.key_empty")).waitFor();
  }],
  ["instance, gone", ({ maru, page, watch }) => {
    watch.allowStatus(404);
    const gone = page.getByText(t("instance.gone_title"));
    return maru.signInAs("demo", "instances/00000000-0000-4000-8000-000000000000").then(() => gone.waitFor());
  }],
  ["create, full", async ({ maru, page }) => {
    await maru.signInAs("demo", "instances/new");
    await new CreateForm(page, maru).fill();
    await page.getByText(t("create.json")).click();
  }],
  ["create, all folds open", async ({ maru, page }) => {
    await maru.signInAs("demo", "instances/new");
    const form = new CreateForm(page, maru);
    await form.segment(t("create_more.boot_from"), t("create_more.volume")).check({ force: true });
    for (const fold of ["disks", "nics", "batch", "script", "metadata", "placement"].map((fold) => t(`create_more.${fold}`))) {
      await form.open(fold);
    }
    for (const more of [t("create_more.disk_add"), t("create_more.nic_add"), t("create_more.pair_add"), t("create_more.policy_new")]) {
      await maru.button(more).click();
    }
    await form.submit.click();
  }],
  ["create, with mistakes", async ({ maru, page }) => {
    await maru.signInAs("demo", "instances/new");
    await maru.choice(t("create.image"), DEBIAN).waitFor();
    await new CreateForm(page, maru).submit.click();
  }],
  ["create, followed", async ({ maru, page }) => {
    await maru.signInAs("empty", "instances/new");
    const form = new CreateForm(page, maru);
    await form.fill({ name: "stuck-build-1" });
    await form.submit.click();
    await maru.heading("stuck-build-1").waitFor();
  }],
  ["create, its answer lost, and nobody knows", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(502, 503);
    await maru.signInAs("empty", "instances/new");
    const form = new CreateForm(page, maru);
    await form.fill();
    await cloud.fault({ method: "POST", path: "/servers", status: 502, times: 1 });
    await cloud.fault({ method: "GET", path: "/servers/detail", status: 503 });
    await form.submit.click();
    await page.getByText(t("create_more.lost_unknown")).waitFor();
  }],
  ["create, interrupted by a reload", async ({ maru, page, cloud, watch }) => {
    watch.allowNoAnswer();
    page.on("dialog", (dialog) => dialog.accept());
    await maru.signInAs("empty", "instances/new");
    const form = new CreateForm(page, maru);
    await form.fill();
    await cloud.fault({ method: "POST", path: "/servers", delay_ms: 60_000, times: 1 });
    await form.submit.click();
    await cloud.expectReceived("POST", /\/servers$/);
    await page.reload();
    await maru.notice(like("create_more.back_found")).waitFor();
  }],
  ["overview, full", ({ maru, page }) =>
    maru.signInAs("demo", "overview").then(() => page.getByText(t("overview.in_error", { n: 1 })).waitFor())],
  ["overview, empty", ({ maru, page }) =>
    maru.signInAs("empty", "overview").then(() => page.getByText(t("overview.no_instances")).waitFor())],
  ["overview, services missing and down", async ({ maru, page, watch }) => {
    watch.allowStatus(503);
    await maru.signInAs("demo+no-volume+network-down", "overview");
    await page.getByText(like("overview.unseen")).waitFor();
  }],
  ["about", ({ maru, page }) => maru.signInAs("demo", "about").then(() => page.getByRole("rowheader", { name: t("about.l_name"), exact: true }).waitFor())],
  ["policies, full", ({ maru }) => maru.signInAs("demo", "policies").then(() => maru.row("db-spread").waitFor())],
  ["policies, empty", ({ maru, page }) =>
    maru.signInAs("empty", "policies").then(() => page.getByText(t("policies.none_title")).waitFor())],
  ["policies, not offered", ({ maru, page, watch }) => {
    watch.allowStatus(404);
    const absent = page.getByText(t("policies.absent_title"));
    return maru.signInAs("demo+no-server-groups", "policies").then(() => absent.waitFor());
  }],
  ["policies, one", async ({ maru }) => {
    await maru.signInAs("demo", "policies");
    await maru.row("db-spread").getByRole("link", { name: "db-spread", exact: true }).click();
    await maru.dialog("db-spread").waitFor();
  }],
  ["policies, create", async ({ maru }) => {
    await maru.signInAs("demo", "policies");
    await maru.button(t("policies.create")).click();
    await maru.dialog(t("policies.create")).waitFor();
  }],
  ["policies, delete", async ({ maru }) => {
    await maru.signInAs("demo", "policies");
    await maru.rowAction("db-spread", t("policies.delete"));
    await maru.dialog(t("policies.delete_title", { name: "db-spread" })).waitFor();
  }],
  ["asking the cloud", async ({ maru, page }) => {
    await maru.signInAs("demo", "instances?by-status=ACTIVE");
    await maru.button(t("ask.change")).click();
    await page.getByRole("form", { name: t("ask.title") }).waitFor();
    await maru.row("web-prod-01").waitFor();
  }],
  ["asking the cloud, refused", async ({ maru, page, watch }) => {
    watch.allowStatus(400);
    await maru.signInAs("demo", "instances?by-name=%5B");
    await page.getByRole("main").getByRole("alert").waitFor();
  }],
  ["flavors, full", ({ maru }) => maru.signInAs("demo", "flavors").then(() => maru.row("m2.c1m2").waitFor())],
  ["flavors, dialog", async ({ maru }) => {
    await maru.signInAs("demo", "flavors");
    await maru.row("m2.c1m2").getByRole("link").click();
  }],
  ["zones, full", ({ maru }) => maru.signInAs("demo", "zones").then(() => maru.row("kr-pub-c").waitFor())],
  ["key pairs, full", ({ maru }) => maru.signInAs("demo", "keypairs").then(() => maru.row("dev-laptop").waitFor())],
  ["key pairs, menu", ({ maru }) => maru.signInAs("demo", "keypairs").then(() => maru.rowMenu("dev-laptop"))],
  ["key pairs, delete dialog", async ({ maru }) => {
    await maru.signInAs("demo", "keypairs");
    await maru.rowAction("dev-laptop", t("keypairs.delete"));
  }],
  ["security groups, full", ({ maru }) => maru.signInAs("demo", "security-groups").then(() => maru.row("web").waitFor())],
  ["security groups, menu", ({ maru }) => maru.signInAs("demo", "security-groups").then(() => maru.rowMenu("default"))],
  ["security groups, delete dialog", async ({ maru }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.rowAction("ssh-임시", t("security_groups.delete"));
  }],
  ["security groups, with mistakes", async ({ maru, page }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.button(t("security_groups.create")).click();
    await maru.dialog().getByRole("button", { name: t("security_groups.create") }).click();
    await page.getByText(t("security_groups.name_missing")).waitFor();
  }],
  ["security group, full", async ({ maru }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.row("web").getByRole("link").click();
    await maru.heading("web").waitFor();
  }],
  ["security group, gone", ({ maru, page }) =>
    maru.signInAs("demo", "security-groups/nope").then(() => page.getByText(t("security_groups.gone_title")).waitFor())],
  ["security group, a rule open to everyone", async ({ maru, page }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.row("web").getByRole("link").click();
    await maru.button(t("security_groups.add_rule")).click();
    await maru.button("HTTP").click();
    await maru.field(t("security_groups.ports")).fill("x");
    await page.getByText(t("security_groups.not_a_port")).waitFor();
    await maru.field(t("security_groups.ports")).fill("22");
    await page.getByText(t("security_groups.world_login")).waitFor();
  }],
  ["floating IPs, full", ({ maru, page }) =>
    maru.signInAs("demo", "floating-ips").then(() => page.getByText("203.0.113.77").first().waitFor())],
  ["floating IPs, empty", ({ maru, page }) =>
    maru.signInAs("empty", "floating-ips").then(() => page.getByText(t("floating_ips.none_title")).waitFor())],
  ...["attach", "release"].map((action): State => [`floating IPs, ${action} dialog`, async ({ maru, page }) => {
    await maru.signInAs("demo", "floating-ips");
    await maru.rowAction("203.0.113.77", t(`floating_ips.${action}_ask`));
    await page.getByRole("dialog").waitFor();
  }]),
  ["ports, full", ({ maru }) => maru.signInAs("demo", "ports").then(() => maru.row("192.168.0.18").waitFor())],
  ["networks, full", ({ maru, page }) =>
    maru.signInAs("demo", "networks").then(() => page.getByText("192.168.1.0/24").first().waitFor())],
  ["networks, none fits", async ({ maru, page }) => {
    await maru.signInAs("demo", "networks");
    await maru.search.fill("nowhere");
    await page.getByText(t("common.nothing_found")).waitFor();
  }],
  ...["attach_floating", "add_group", "detach_floating"].map((action): State => [`instance, ${action}`, async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(whole(`instance.${action}`)).click();
    await tools.page.getByRole("dialog").waitFor();
  }]),
  ["instance, an attach that broke", async (tools) => {
    tools.watch.allowStatus(400);
    await openRow(tools, "staging-api");
    await tools.cloud.fault({ path: "/floatingips/", method: "PUT", status: 400 });
    await tools.maru.button(t("instance.attach_floating")).click();
    await tools.maru.dialog().getByRole("radio", { name: starts("floating_ips.choice_new") }).check({ force: true });
    await tools.maru.dialog().getByRole("button", { name: t("floating_ips.attach"), exact: true }).click();
    await tools.maru.button(t("floating_ips.undo")).waitFor();
  }],
  ["instance, interfaces", async ({ maru, page }) => {
    await maru.signInToStock();
    await maru.row("web-prod-01").getByRole("link").click();
    await maru.button(t("instance.add_interface")).click();
    await page.getByRole("dialog").waitFor();
  }],
  ...["create", "register"].map((button): State => [`key pairs, ${button}`, async ({ maru, page }) => {
    await maru.signInAs("demo", "keypairs");
    await maru.button(t(`keypairs.${button}`)).click();
    await page.getByRole("dialog").waitFor();
  }]),
  ["key pairs, private key made here", async ({ maru, page }) => {
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.create")).click();
    await maru.dialog().getByLabel(t("common.name"), { exact: true }).fill("mine");
    await maru.dialog().getByRole("button", { name: t("keypairs.create"), exact: true }).click();
    await page.getByRole("dialog", { name: t("keypairs.secret_title", { name: "mine" }) }).waitFor();
  }],
];

test.describe("Accessibility", { tag: "@sim" }, () => checkEach(states));

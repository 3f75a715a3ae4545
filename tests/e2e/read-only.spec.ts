// The read-only switch: while it is on, no request that changes something is sent.
import type { Locator, Page } from "@playwright/test";
import type { Console } from "./support/console";
import { CreateForm, NEW } from "./support/create-form";
import type { Sent } from "./support/sent";
import { expect, test } from "./support/test";
import { keys, like, starts, t } from "./support/words";

async function switchIt(maru: Console) {
  const menu = await maru.accountMenu();
  await menu.getByRole("menuitemradio", { name: t("shell.read_only_switch") }).click();
}

const changes = (sent: Sent, since: number) =>
  sent.since(since).filter((line) => !line.startsWith("GET") && !line.includes("/tokens"));

const VERBS = [
  ...["add", "attach", "change", "confirm", "create", "delete", "detach", "edit", "extend", "lock", "pause", "reboot"],
  ...["rebuild", "register", "release", "remove", "rename", "rescue", "resize", "restore", "resume", "revert", "shelve"],
  ...["start", "stop", "suspend", "unlock", "unpause", "unrescue", "unshelve"],
].join("|");
const TO_THINGS = "(add|attach|confirm|create|delete|detach|remove|revert|shelve)";
const THINGS = "(floating|for_good|group|image|instance|interface|offload|resize|rule|rule_of|volume)";
const NAMED = new RegExp(`\\.((${VERBS})(_ask)?|${TO_THINGS}_${THINGS})(\\.menu)?$`);
const OTHERS = [
  ...["actions.set_password.menu", "create_more.policy_new", "policies.new_member"],
  ...["volumes.create_of_ask", "volumes.image_ask", "volumes.snapshot_ask"],
];
const patterns = [...keys("").filter((key) => NAMED.test(key)), ...OTHERS].map((key) => t.pattern(key));
/** The texts of buttons and menu entries that change something, by the verb in their keys. */
const CHANGES = new RegExp(`^(?:${patterns.join("|")})(?!\\w)`);

/** All of them exist and are disabled; clicked nevertheless, they do nothing. */
async function refusesAll(page: Page, place: Locator, expected: (string | RegExp)[]) {
  for (const name of expected) await expect(place.getByRole("button", { name }).first()).toBeVisible();
  const buttons = await place.getByRole("button", { name: CHANGES }).all();
  for (const button of buttons) {
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await button.click({ force: true });
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test.describe("Read-only", { tag: "@sim" }, () => {
  for (const [title, path, buttons, row, looks, refused] of [
    [
      "N05 security groups",
      "security-groups",
      [t("security_groups.create")],
      "web",
      [t("security_groups.show_rules")],
      [t("security_groups.edit"), t("security_groups.delete")],
    ],
    [
      "N04 S30 floating IPs",
      "floating-ips",
      [t("floating_ips.create")],
      "203.0.113.77",
      [t("common.details"), t("floating_ips.copy")],
      [t("floating_ips.attach_ask"), t("floating_ips.detach_ask"), t("floating_ips.release_ask")],
    ],
    [
      "N06 volumes",
      "volumes",
      [t("volumes.create")],
      "backup-2026",
      [t("common.details"), t("volumes.copy_id")],
      ["attach", "snapshot", "image", "extend", "delete"].map((action) => t(`volumes.${action}_ask`)),
    ],
    [
      "N08 placement policies",
      "policies",
      [t("policies.create")],
      "db-spread",
      [t("common.details")],
      [t("policies.new_member"), t("policies.delete")],
    ],
    [
      "N07 images",
      "images",
      [],
      "web-prod-golden",
      [t("common.details"), t("images.copy_id")],
      [t("images.create_instance"), t("images.delete_ask")],
    ],
  ] as const) {
    test(`${title}: nothing can be changed, in the list and in the menu`, async ({ maru, page, sent }) => {
      await maru.signInAs("demo", path);
      await expect(maru.button(t("common.actions_of", { name: row }))).toBeVisible();
      await switchIt(maru);
      const before = sent.count;
      await refusesAll(page, page.getByRole("main"), [...buttons]);
      const menu = await maru.rowMenu(row);
      await expect(menu.locator('[role="menuitem"]:not([aria-disabled])')).toHaveText([...looks]);
      for (const action of refused) {
        const item = menu.getByRole("menuitem", { name: new RegExp(`^${action}`) });
        await expect(item).toContainText(t("shell.read_only_hint"));
        await item.click({ force: true });
      }
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await sent.settled();
      expect(changes(sent, before)).toEqual([]);
    });
  }

  test("the page of a security group: nothing can be changed (N05)", async ({ maru, page, sent }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.row("web").getByRole("link", { name: "web", exact: true }).click();
    await expect(maru.heading("web")).toBeVisible();
    await switchIt(maru);
    const before = sent.count;
    const buttons = ["edit", "delete", "add_rule", "delete_rule_of"].map((button) => like(`security_groups.${button}`));
    await refusesAll(page, page.getByRole("main"), buttons);
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  for (const [user, more] of [
    ["demo", [t("volumes.detach")]],
    ["stock", [t("instance.add_interface"), like("instance.remove_interface")]],
  ] as const) {
    test(`the page of an instance: nothing can be changed (S17–S30 N08, ${user})`, async ({ maru, page, sent }) => {
      await maru.signInToOwn(user);
      await maru.row("web-prod-01").getByRole("link").first().click();
      await expect(maru.heading("web-prod-01")).toBeVisible();
      // Everything that the section shows is loaded.
      await expect(maru.button(t("instance.attach_floating"))).toBeVisible();
      for (const name of more) await expect(page.getByRole("button", { name }).first()).toBeVisible();
      // A dialog that was already open is disabled as well.
      await maru.button(t("metadata.edit")).click();
      await expect(maru.button(t("metadata.add"))).toBeVisible();
      await switchIt(maru);
      const before = sent.count;
      const actions = ["stop", "reboot", "delete"].map((action) => t(`actions.${action}.menu`));
      const parts = [...actions, t("questions.rename"), t("instance.add_group"), like("instance.remove_group")];
      const storage = [t("volumes.attach_volume"), t("instance.attach_floating"), like("instance.detach_floating")];
      const metadata = [t("metadata.add"), t("metadata.change", { key: "os_distro" }), t("metadata.remove", { key: "os_distro" })];
      await refusesAll(page, page.getByRole("main"), [...parts, ...storage, ...metadata, ...more]);
      await maru.button(t("metadata.done")).click();
      await refusesAll(page, page.getByRole("main"), [t("metadata.edit")]);
      await sent.settled();
      expect(changes(sent, before)).toEqual([]);
    });
  }

  test("where there is no volume the way to the first one is closed too (N06)", async ({ maru, page, sent }) => {
    await maru.signInAs("empty", "volumes");
    await expect(page.getByText(t("volumes.none_title"))).toBeVisible();
    await switchIt(maru);
    const before = sent.count;
    await expect(maru.button(starts("volumes.create"))).toHaveCount(2);
    await refusesAll(page, page.getByRole("main"), [t("volumes.create")]);
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("a policy in the form for a new instance is not made (N08 S13)", async ({ maru, page, sent }) => {
    await maru.signInAs("demo", NEW);
    const form = new CreateForm(page, maru);
    await form.open(t("create_more.placement"));
    await maru.button(t("create_more.policy_new")).click();
    await form.field(t("create_more.policy_name")).fill("spread");
    await switchIt(maru);
    const before = sent.count;
    await refusesAll(page, page.getByRole("group", { name: t("create_more.policy_new") }), [t("create_more.policy_make")]);
    await form.field(t("create_more.policy_name")).press("Enter");
    await maru.button(t("common.cancel")).click();
    await expect(maru.button(starts("create_more.policy_new"))).toHaveAttribute("aria-disabled", "true");
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("every action says why not, and nothing is sent (S23–S27)", async ({ maru, page, sent }) => {
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await switchIt(maru);
    await expect(page.getByRole("banner").getByText(t("shell.read_only"))).toBeVisible();
    const before = sent.count;
    const menu = await maru.rowMenu("web-prod-01");
    const able = menu.locator('[role="menuitem"]:not([aria-disabled])');
    await expect(able).toHaveText([t("actions.copy_id"), t("actions.copy_address")]);
    for (const action of ["stop", "reboot", "resize", "create_image", "shelve", "rename", "delete"]) {
      const item = menu.getByRole("menuitem", { name: starts(`actions.${action}.menu`) });
      await expect(item).toContainText(t("outcomes.read_only"));
      await item.click({ force: true });
    }
    await page.keyboard.press("Escape");
    await maru.row("web-prod-01").getByRole("link").click();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    for (const button of [t("actions.stop.menu"), t("actions.reboot.menu"), t("actions.delete.menu"), t("questions.rename")]) {
      await expect(page.getByRole("main").getByRole("button", { name: button })).toHaveAttribute("aria-disabled", "true");
    }
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("what was open when it was switched on is refused with a sentence, and goes through when it is off (S17)", async ({
    maru,
    page,
    context,
    sent,
    cloud,
  }) => {
    await maru.signInAs("demo");
    await maru.rowAction("dev-minji", t("actions.rename.menu"));
    await maru.field(t("questions.new_name")).fill("renamed");
    // In another tab of the same browser.
    const other = await context.newPage();
    await other.goto("flavors");
    await other.evaluate(() => localStorage.setItem("maru.read-only", "on"));
    await other.close();
    await sent.settled();
    const before = sent.count;
    await maru.button(t("questions.save")).click();
    const alert = maru.dialog().getByRole("alert");
    await expect(alert).toContainText(t("errors.read_only.what"));
    await expect(alert).toContainText(t("errors.read_only.then"));
    expect(changes(sent, before)).toEqual([]);
    await page.keyboard.press("Escape");
    await switchIt(maru);
    await expect(page.getByRole("banner").getByText(t("shell.read_only"))).toHaveCount(0);
    await maru.rowAction("dev-minji", t("actions.rename.menu"));
    await maru.field(t("questions.new_name")).fill("renamed");
    await maru.button(t("questions.save")).click();
    await cloud.expectReceived("PUT", /\/servers\//, { server: { name: "renamed" } });
  });

  test("key pairs and the form for a new instance say it too (S06 S08 S13)", async ({ maru, page, sent }) => {
    await maru.signInAs("demo", "keypairs");
    await expect(maru.row("dev-laptop")).toBeVisible();
    await switchIt(maru);
    const before = sent.count;
    await expect(maru.button(starts("keypairs.create"))).toHaveAttribute("aria-disabled", "true");
    await expect(maru.button(starts("keypairs.register"))).toHaveAttribute("aria-disabled", "true");
    const menu = await maru.rowMenu("dev-laptop");
    await expect(menu.getByRole("menuitem", { name: starts("keypairs.delete") })).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Escape");
    await maru.goTo("instances");
    await expect(page.getByRole("link", { name: starts("instances.create") }).first()).toHaveAttribute("aria-disabled", "true");
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("it is kept for the next visit, and watching goes on", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await switchIt(maru);
    await page.reload();
    await expect(page.getByRole("banner").getByText(t("shell.read_only"))).toBeVisible();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await cloud.change("web-prod-01", { rename: "changed-elsewhere" });
    await expect(maru.row("changed-elsewhere")).toBeVisible({ timeout: 40_000 });
    await switchIt(maru);
    await page.reload();
    await expect(maru.row("changed-elsewhere")).toBeVisible();
    await expect(page.getByRole("banner").getByText(t("shell.read_only"))).toHaveCount(0);
  });

  test("no page has a way in: no button, no menu entry, no link, no address", async ({ maru, page, sent }) => {
    test.slow();
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await switchIt(maru);
    const before = sent.count;
    // Each page by its address, with a row whose menu is checked.
    for (const [path, row] of [
      ["instances", "web-prod-01"],
      ["overview", ""],
      ["volumes", "backup-2026"],
      ["floating-ips", "203.0.113.77"],
      ["security-groups", "web"],
      ["networks", ""],
      ["images", "web-prod-golden"],
      ["keypairs", "dev-laptop"],
      ["flavors", ""],
      ["zones", ""],
      ["policies", "db-spread"],
      ["about", ""],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("banner").getByText(t("shell.read_only"))).toBeVisible();
      await expect(page.locator("#content h1[tabindex]")).toBeVisible();
      if (row) await expect(maru.row(row)).toBeVisible();
      await expect(page.locator(`a[href*="${NEW}"]`), path).toHaveCount(0);
      const ways = page.getByRole("main").getByRole("button", { name: CHANGES });
      for (const way of await ways.all()) await expect(way, path).toHaveAttribute("aria-disabled", "true");
      if (row) {
        await maru.rowMenu(row);
        const able = page.locator('[role="menuitem"]:not([aria-disabled])').filter({ hasText: CHANGES });
        await expect(able, path).toHaveCount(0);
        await page.keyboard.press("Escape");
      }
    }
    for (const address of [NEW, `${NEW}?image=x`, `${NEW}?policy=x`]) {
      await page.goto(address);
      await expect(page.getByText(t("errors.read_only.what"), { exact: true })).toBeVisible();
      await expect(page.locator("#content form, #content input, #content textarea")).toHaveCount(0);
    }
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("a form that was begun before stays, and cannot be sent (S13)", async ({ maru, page }) => {
    await maru.signInAs("demo", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "kept", disk: "20" });
    await switchIt(maru);
    await expect(form.field(t("common.name"))).toHaveValue("kept");
    await expect(page.getByRole("main").getByRole("button", { name: starts("create.submit") })).toHaveAttribute("aria-disabled", "true");
  });
});

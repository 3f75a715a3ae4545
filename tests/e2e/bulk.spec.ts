// Work on many instances: the plan from freshly read rows, and what the cloud receives once it is confirmed.
import type { Page } from "@playwright/test";
import { accessible } from "./support/axe";
import type { Console } from "./support/console";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { ko, like, t, type Say } from "./support/words";

const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;
const plan = (maru: Console) => maru.dialog().getByRole("region", { name: maru.say("bulk.plan") });
const group = (page: Page, say: Say = t) => page.getByRole("group", { name: say("selection.title") });

/** Selects rows by name. */
async function select(maru: Console, ...names: string[]) {
  for (const name of names) await maru.page.getByRole("checkbox", { name: maru.say("selection.row", { name }), exact: true }).click();
}

/** Chooses an entry of the menu of the selection. */
async function ask(maru: Console, entry: string) {
  await group(maru.page, maru.say).getByRole("button", { name: maru.say("common.actions"), exact: true }).click();
  await maru.page.getByRole("menuitem", { name: maru.say(`bulk.${entry}`), exact: true }).click();
  await expect(maru.dialog()).toBeVisible();
}

/** The instances that received an action since a request, by id. */
async function received(cloud: Simulator, after: number, body: object): Promise<string[]> {
  const all = await cloud.received(after, { method: "POST" });
  const fit = all.filter((one) => ACTION.test(one.path) && JSON.stringify(one.body) === JSON.stringify(body));
  return fit.map((one) => one.path.split("/").at(-2) ?? "");
}

test.describe("Work on many", { tag: "@sim" }, () => {
  test("stop: the plan says on which it runs and why others are skipped, and the cloud receives just those", async ({ maru, page, cloud }) => {
    test.slow();
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    await maru.pass(60_000);
    await page.keyboard.press("/");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+a");
    const before = await cloud.now();
    await ask(maru, "stop");
    await expect(maru.dialog(t("runs.stop", { n: 16 }))).toBeVisible();
    await expect(plan(maru)).toContainText(like("bulk.runs_on"));
    // The rows were read again.
    expect((await cloud.received(before, { method: "GET" })).some((one) => one.path.endsWith("/servers/detail"))).toBe(true);
    await expect(plan(maru)).toContainText(like("outcomes.needs", { is: t("status.shutoff") }));
    await expect(plan(maru)).toContainText(like("outcomes.needs", { is: t("status.shelved_offloaded") }));
    // A node of a cluster is marked.
    await expect(maru.dialog()).toContainText(like("bulk.nodes"));
    const confirm = maru.dialog().getByRole("button", { name: like("runs.stop") });
    const n = Number(/\d+/.exec((await confirm.textContent()) ?? "")?.[0]);
    expect(n).toBeGreaterThan(4);
    await accessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await received(cloud, before, { "os-stop": null })).toEqual([]);
    await confirm.click();
    await expect(maru.dialog()).toHaveCount(0);
    await expect.poll(() => received(cloud, before, { "os-stop": null })).toHaveLength(n);
    expect(new Set(await received(cloud, before, { "os-stop": null })).size).toBe(n);
    // What is still selected can be started again.
    await expect(group(page)).toContainText(t("selection.selected", { n: 16 }));
  });

  test("a row that changes while the plan is open is said, and what changes at the last moment is shown before anything is sent", async ({ maru, page, cloud, watch }) => {
    test.slow();
    watch.allowGoneServer();
    await maru.signInAs("demo");
    await select(maru, "web-prod-01", "web-prod-02", "staging-api");
    await ask(maru, "stop");
    await expect(plan(maru)).toContainText(t("bulk.runs_on", { n: 3 }));
    await cloud.change("web-prod-01", { vm_state: "stopped" });
    await expect(maru.dialog()).toContainText(t("bulk.changed", { names: "web-prod-01" }), { timeout: 40_000 });
    await expect(plan(maru)).toContainText(t("bulk.runs_on", { n: 2 }));
    const before = await cloud.now();
    await cloud.change("web-prod-02", { vm_state: "stopped", touch: false });
    await cloud.deleteServer("staging-api");
    await cloud.advance(10_000);
    await maru.dialog().getByRole("button", { name: t("runs.stop", { n: 2 }), exact: true }).click();
    await expect(maru.dialog()).toContainText(t("bulk.confirm_again"));
    await expect(plan(maru)).toContainText(t("bulk.runs_on_none"));
    expect(await received(cloud, before, { "os-stop": null })).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("delete lists what goes and stays, protects what is protected, and wants the number typed", async ({ maru, cloud, watch }) => {
    test.slow();
    watch.allowGoneServer();
    await maru.signInAs("demo");
    await cloud.change("web-prod-02", { protect: true });
    await maru.page.reload();
    await select(maru, "web-prod-01", "web-prod-02", "staging-api");
    await ask(maru, "delete");
    await expect(plan(maru)).toContainText(t("bulk.runs_on", { n: 2 }));
    await expect(plan(maru)).toContainText(t("bulk.protects", { n: 1 }));
    await expect(plan(maru)).toContainText(t("bulk.goes_instances", { n: 2 }));
    await expect(plan(maru)).toContainText(like("questions.floating_line", { address: "203.0.113.10" }));
    const confirm = maru.dialog().getByRole("button", { name: t("runs.delete", { n: 2 }) });
    await expect(confirm).toHaveAttribute("aria-disabled", "true");
    const before = await cloud.now();
    await maru.dialog().getByLabel(t("common.type_name", { name: "2" })).fill("2");
    await confirm.click();
    await expect(maru.dialog()).toHaveCount(0);
    await expect.poll(async () => (await cloud.received(before, { method: "DELETE" })).filter((one) => /\/servers\/[0-9a-f-]{36}$/.test(one.path)).length).toBe(2);
    await cloud.advance(10_000);
    await expect(maru.row("staging-api")).toHaveCount(0, { timeout: 40_000 });
    await expect(group(maru.page)).toContainText(t("selection.selected", { n: 1 }));
  });

  test("metadata, security group, resize, image: each sends its request to each instance", async ({ maru, page, cloud }) => {
    test.slow();
    await maru.signInAs("demo");
    await maru.pass(60_000);
    await select(maru, "web-prod-01", "web-prod-02");
    const confirm = (key: string) => maru.dialog().getByRole("button", { name: t(`runs.${key}`, { n: 2 }), exact: true });
    const done = async (key: string, after: number, path: RegExp) => {
      await confirm(key).click();
      await expect(maru.dialog()).toHaveCount(0);
      const sent = async () => (await cloud.received(after)).filter((one) => one.method !== "GET" && path.test(one.path));
      await expect.poll(async () => (await sent()).length, { message: key }).toBe(2);
      await cloud.advance(60_000);
      await expect(page.getByText(like("runs.finished")).or(page.getByText(like("runs.done", { n: 2 }))).first()).toBeVisible({ timeout: 40_000 });
      return (await sent())[0]?.body;
    };
    let after = await cloud.now();
    await ask(maru, "set_metadata");
    await maru.dialog().getByLabel(t("metadata.key"), { exact: true }).fill("role");
    await maru.dialog().getByLabel(t("metadata.value")).fill("web");
    expect(await done("metadata", after, /\/metadata/)).toEqual({ metadata: { role: "web" } });
    after = await cloud.now();
    await ask(maru, "add_group");
    await maru.dialog().getByLabel(t("bulk.group")).selectOption({ label: "ssh-임시" });
    expect(await done("add_group", after, ACTION)).toEqual({ addSecurityGroup: { name: expect.any(String) } });
    after = await cloud.now();
    await ask(maru, "resize");
    await maru.dialog().getByRole("searchbox").fill("m2.c4m8");
    await maru.dialog().getByRole("radio", { name: "m2.c4m8" }).first().check();
    expect(await done("resize", after, ACTION)).toEqual({ resize: { flavorRef: expect.any(String) } });
    after = await cloud.now();
    await ask(maru, "create_image");
    expect(await done("create_image", after, /\/volumes\/[0-9a-f-]{36}\/action$/)).toEqual({
      "os-volume_upload_image": expect.objectContaining({ image_name: expect.stringMatching(/^web-prod-0\d-\d{4}-\d\d-\d\d$/) }),
    });
    // What this cloud does not have says so.
    await ask(maru, "lock");
    await expect(plan(maru)).toContainText(t("bulk.because", { skipped: t("bulk.skips", { n: 2 }), reason: t("outcomes.not_offered") }));
  });

  test("a selection over two projects: each instance is asked in its own", async ({ maru, page, cloud }) => {
    test.slow();
    await maru.signInAs("demo");
    await cloud.in("KR2").addServers(2, "there");
    await maru.switchTo("KR2");
    await maru.scope.click();
    await maru.dialog(t("shell.switch")).getByRole("link", { name: like("shell.all_projects") }).first().click();
    await expect(maru.heading(t("shell.all_projects"))).toBeVisible();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await expect(maru.row("there-1")).toBeVisible();
    await maru.search.fill("status:running");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+a");
    const before = await cloud.now();
    await ask(maru, "soft_reboot");
    const confirm = maru.dialog().getByRole("button", { name: like("runs.soft_reboot") });
    await expect(plan(maru)).toContainText(like("bulk.runs_on"));
    const n = Number(/\d+/.exec((await confirm.textContent()) ?? "")?.[0]);
    await confirm.click();
    await expect.poll(async () => (await received(cloud, before, { reboot: { type: "SOFT" } })).length).toBe(n);
    const regions = (await cloud.received(before, { method: "POST" })).filter((one) => ACTION.test(one.path)).map((one) => one.region);
    expect([...new Set(regions)].sort()).toEqual(["KR1", "KR2"]);
  });

  test("read-only mode says so in the plan, which is made anew when it is switched off", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    const turn = async () => (await maru.accountMenu()).getByRole("menuitemradio", { name: t("shell.read_only_switch") }).click();
    await turn();
    await select(maru, "web-prod-01", "web-prod-02");
    await ask(maru, "stop");
    await expect(plan(maru)).toContainText(t("bulk.because", { skipped: t("bulk.skips", { n: 2 }), reason: t("outcomes.read_only") }));
    const before = await cloud.now();
    await maru.dialog().getByRole("button", { name: like("runs.stop") }).click({ force: true });
    await expect(maru.dialog()).toBeVisible();
    expect(await received(cloud, before, { "os-stop": null })).toEqual([]);
    await page.keyboard.press("Escape");
    await turn();
    await ask(maru, "stop");
    await expect(plan(maru)).toContainText(t("bulk.runs_on", { n: 2 }));
  });

  test("other lists: many are removed at once, and what its own menu refuses is skipped for the same reason", async ({ maru, page, cloud, watch }) => {
    test.slow();
    watch.allow(/status of 404/);
    for (const name of ["old-0000", "old-0001"]) {
      await cloud.client("POST", "volume/v2/{tenant}/volumes", { volume: { size: 1, name } }, "demo");
    }
    await cloud.advance(4_000);
    await maru.signInAs("demo", "volumes");
    const remove = async (names: string[], entry: string, key: string, n: number) => {
      await select(maru, ...names);
      await expect(group(page)).toContainText(t("selection.selected", { n: names.length }));
      const after = await cloud.now();
      await ask(maru, entry);
      const confirm = maru.dialog().getByRole("button", { name: t(`bulk.${key}`, { n }), exact: true });
      await maru.dialog().getByLabel(t("common.type_name", { name: String(n) })).fill(String(n));
      return { after, confirm };
    };
    const deleted = async (after: number, path: RegExp) =>
      (await cloud.received(after, { method: "DELETE" })).filter((one) => path.test(one.path)).length;

    await expect(maru.row("old-0000")).toBeVisible();
    const volumes = await remove(["old-0000", "old-0001", "web-prod-01-data"], "delete", "remove_volumes", 2);
    await expect(plan(maru)).toContainText(t("bulk.because", { skipped: t("bulk.skips", { n: 1 }), reason: t("volumes.why_attached") }));
    await accessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await volumes.confirm.click();
    await expect.poll(() => deleted(volumes.after, /\/volumes\/[0-9a-f-]{36}$/)).toBe(2);
    await cloud.advance(10_000);
    await expect(page.getByRole("banner").getByRole("button", { name: like("runs.done", { n: 2 }) })).toBeVisible({ timeout: 40_000 });
    await expect(maru.row("old-0000")).toHaveCount(0, { timeout: 40_000 });
    await expect(group(page)).toContainText(t("selection.selected", { n: 1 }));

    await maru.goTo("floating_ips");
    const ips = await remove(["203.0.113.77"], "release", "remove_ips", 1);
    await ips.confirm.click();
    await expect.poll(() => deleted(ips.after, /\/floatingips\/[0-9a-f-]{36}$/)).toBe(1);
    await expect(maru.row("203.0.113.77")).toHaveCount(0, { timeout: 40_000 });

    await maru.goTo("keypairs");
    const pairs = await remove(["dev-laptop"], "delete", "remove_pairs", 1);
    await pairs.confirm.click();
    await expect.poll(() => deleted(pairs.after, /\/os-keypairs\/dev-laptop$/)).toBe(1);
    await expect(maru.row("dev-laptop")).toHaveCount(0, { timeout: 40_000 });

    await maru.goTo("security_groups");
    await select(maru, "default");
    await ask(maru, "delete");
    await expect(plan(maru)).toContainText(t("security_groups.is_default"));
    await expect(plan(maru)).toContainText(t("bulk.things_none"));
  });

  test("volumes: many are detached, then extended, and each is followed to its end", async ({ maru, page, cloud }) => {
    test.slow();
    await maru.signInAs("demo", "volumes");
    const both = ["web-prod-01-data", "주문-데이터베이스-data"];
    await select(maru, ...both, "공유-데이터");
    let after = await cloud.now();
    await ask(maru, "detach");
    const reason = t("floating_ips.is_free");
    await expect(plan(maru)).toContainText(t("bulk.because", { skipped: t("bulk.skips", { n: 1 }), reason }));
    await maru.dialog().getByRole("button", { name: t("bulk.detach_volumes", { n: 2 }), exact: true }).click();
    const sent = async (method: string, path: RegExp) => (await cloud.received(after, { method })).filter((one) => path.test(one.path));
    await expect.poll(async () => (await sent("DELETE", /\/os-volume_attachments\//)).length).toBe(2);
    await cloud.advance(20_000);
    const chip = page.getByRole("banner").getByRole("button", { name: like("runs.done", { n: 2 }) });
    await expect(chip).toBeVisible({ timeout: 40_000 });

    await select(maru, "공유-데이터");
    after = await cloud.now();
    await ask(maru, "extend");
    await maru.dialog().getByLabel(t("volumes.new_size")).fill("200");
    await expect(plan(maru)).toContainText(t("bulk.things_on", { n: 1 }));
    await maru.dialog().getByLabel(t("volumes.new_size")).fill("400");
    await maru.dialog().getByRole("button", { name: t("bulk.extend_volumes", { n: 2 }), exact: true }).click();
    await expect.poll(async () => (await sent("POST", /\/volumes\/[0-9a-f-]{36}\/action$/)).map((one) => one.body)).toEqual(
      both.map(() => ({ "os-extend": { new_size: 400 } })),
    );
    await cloud.advance(20_000);
    for (const name of both) await expect(maru.row(name)).toContainText("400 GB", { timeout: 40_000 });
    await expect(page.getByRole("banner").getByRole("button", { name: like("runs.done", { n: 4 }) })).toBeVisible({ timeout: 40_000 });
  });

  test.describe("in Korean", () => {
    test.use({ locale: "ko-KR" });

    test("select by search, stop, by keyboard alone, until the result is said", async ({ maru, page, cloud }) => {
      test.slow();
      await maru.signInAs("demo");
      await expect(maru.rows).toHaveCount(16);
      await page.keyboard.press("/");
      await page.keyboard.type("web prod");
      await expect(maru.rows).toHaveCount(2);
      await page.keyboard.press("Enter");
      await expect(maru.table).toBeFocused();
      await page.keyboard.press("Control+a");
      await expect(group(page, ko)).toContainText(ko("selection.selected", { n: 2 }));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
      while (!(await page.getByRole("menuitem", { name: ko("bulk.stop"), exact: true }).evaluate((one) => one === document.activeElement))) {
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
      await expect(plan(maru)).toContainText(ko("bulk.runs_on", { n: 2 }));
      const before = await cloud.now();
      const confirm = maru.dialog().getByRole("button", { name: ko("runs.stop", { n: 2 }), exact: true });
      for (let pressed = 0; pressed < 20 && !(await confirm.evaluate((one) => one === document.activeElement)); pressed += 1) {
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
      await expect.poll(() => received(cloud, before, { "os-stop": null })).toHaveLength(2);
      await cloud.advance(10_000);
      await expect(page.getByRole("banner").getByRole("button", { name: like("runs.done", { n: 2 }, ko) })).toBeVisible({ timeout: 40_000 });
      await expect(page.getByText(ko("status.shutoff"), { exact: true })).toHaveCount(2);
    });
  });
});

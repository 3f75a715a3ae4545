// The overview: what runs where, and what needs attention (row N09).
import { watchShifts } from "./support/shifts";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";
import { either, like, t } from "./support/words";

const tile = (page: Page, name: string) =>
  page.locator(".tile").filter({ has: page.getByRole("heading", { name, exact: true }) });
/** A line of a card: what is counted, and how much of it is used. */
const used = (key: string, used: string | number | RegExp, limit: string | number) =>
  new RegExp(t.pattern(key) + t.pattern("overview.used_of", { used, limit }));
const alarm = (page: Page, title: string) => page.locator(".alarms > li").filter({ hasText: title });

/** Those of the demo. */
const ADDRESSES = [`${t("overview.addresses_used")}2`, `${t("overview.addresses_free")}1`];

test.describe("Overview", { tag: "@sim" }, () => {
  test("counts instances by status and zone, and leads to those in the table", async ({ maru, page, cloud }) => {
    await cloud.token();
    // One is being built, and stays so.
    await cloud.change("ci-runner-7", { vm_state: "building", task_state: "spawning" });
    await maru.signInAs("demo", "overview");
    const status = tile(page, t("overview.by_status"));
    await expect(status).toContainText(t("instances.count", { n: 16 }));
    await expect(status.getByRole("listitem")).toHaveText([
      `${t("instances.group_error")}1`,
      `${t("instances.group_busy")}1`,
      `${t("instances.group_running")}9`,
      `${t("instances.group_stopped")}5`,
    ]);
    const zones = tile(page, t("overview.by_zone"));
    await expect(zones.getByRole("listitem").first()).toContainText(/^kr-pub-a/);
    await zones.getByRole("link", { name: "kr-pub-b" }).click();
    await expect(page).toHaveURL(/\/instances\?q=zone%3Dkr-pub-b$/);
    await page.goBack();
    await status.getByRole("link", { name: t("instances.group_error") }).click();
    await expect(page).toHaveURL(/\/instances\?q=status%3Aerror$/);
    await expect(maru.rows).toHaveCount(1);
    await expect(maru.row("ml-train-x1")).toBeVisible();
  });

  test("names what is in error, free or open, with a link to act on each", async ({ maru, page }) => {
    await maru.signInAs("demo", "overview");
    const error = alarm(page, t("overview.in_error", { n: 1 }));
    await expect(error).toContainText("No valid host was found.");
    await expect(alarm(page, t("overview.volume_failed", { n: 1 }))).toContainText("import-failed");
    const open = alarm(page, t("overview.open_login", { n: 1 }));
    await expect(open).toContainText(t("overview.open_ports", { ports: "22" }));
    await expect(open).toContainText(t("overview.group_users", { n: 0 }));
    const address = alarm(page, t("overview.free_address", { n: 1 }));
    await expect(address).toContainText("203.0.113.77");
    await expect(address.locator(".alarm-head").getByRole("link")).toHaveAttribute("href", /\/floating-ips\?q=is%3Afree$/);
    const volumes = alarm(page, t("overview.free_volume", { n: 3 }));
    await expect(volumes).toContainText("backup-2026");
    await expect(volumes.locator(".alarm-head").getByRole("link")).toHaveAttribute("href", /\/volumes\?q=status%3Aavailable$/);
    await expect(open.getByRole("link", { name: "ssh-임시" })).toHaveAttribute("href", /\/security-groups\/[0-9a-f-]{36}$/);
    await expect(open.getByRole("link", { name: t("overview.open_login_act") })).toHaveAttribute("href", /\/security-groups$/);
    await error.getByRole("link", { name: "ml-train-x1" }).click();
    await expect(maru.heading("ml-train-x1")).toBeVisible();
  });

  test("a build that takes long and a task that does not end are named", async ({ maru, page, cloud }) => {
    await cloud.token();
    // Both are hours old, and the cloud shows no change since.
    await cloud.change("staging-api", { vm_state: "building", task_state: "spawning", touch: false });
    await cloud.change("dev-minji", { task_state: "powering-off", touch: false });
    await maru.signInAs("demo", "overview");
    await expect(alarm(page, t("overview.long_build", { n: 1 }))).toContainText(/staging-api\s*spawning/);
    await expect(alarm(page, t("overview.stuck", { n: 1 }))).toContainText(/dev-minji\s*powering-off/);
    await alarm(page, t("overview.stuck", { n: 1 })).getByRole("link", { name: t("overview.stuck_act") }).click();
    await expect(maru.row("dev-minji")).toContainText(t("status.stopping"));
  });

  test("N09 vCPU and RAM used against the quota, as the cloud tells it", async ({ maru, page, cloud, tenant }) => {
    await maru.signInAs("quota", "overview");
    const quota = tile(page, t("overview.quota"));
    await expect(quota.getByRole("listitem")).toHaveText([
      used("overview.instances", 0, 2),
      used("overview.vcpus", 0, 4),
      used("overview.ram", t("common.mb", { n: 0 }), t("common.gb", { n: 8 })),
      used("shell.volumes", 0, 3),
      used("overview.volume_size", t("common.mb", { n: 0 }), t("common.gb", { n: 200 })),
    ]);
    // Block storage uses the same word in the path.
    const asked = await cloud.expectReceived("GET", /\/compute\/.*\/limits$/);
    expect(asked.path).toBe(`/kr1/compute/v2/${tenant}/limits`);
    expect(asked.status).toBe(200);
  });

  test("N09 without limits, os-quota-sets says how much and the flavors how much of it is used", async ({
    maru,
    page,
    cloud,
    watch,
    tenant,
  }) => {
    watch.allowStatus(404);
    await cloud.fault({ service: "compute", path: "/limits", status: 404, body: "404 Not Found" });
    await maru.signInAs("demo", "overview");
    await expect(tile(page, t("overview.quota"))).toContainText(t("overview.used_of", { used: 16, limit: 100 }));
    await expect(tile(page, t("overview.quota"))).toContainText(used("overview.vcpus", /\d+/, 400));
    await cloud.expectReceived("GET", new RegExp(`/os-quota-sets/${tenant}$`));
  });

  test("N09 no quota is drawn where the cloud tells none, and About says so", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await maru.signInAs("demo+no-limits", "overview");
    await expect(tile(page, t("shell.floating_ips"))).toContainText(t("overview.addresses", { n: 3 }));
    await cloud.expectReceived("GET", /\/os-quota-sets\//);
    await expect(tile(page, t("overview.quota"))).toHaveCount(0);
    await page.getByRole("link", { name: t("shell.about") }).click();
    const name = `${t("about.f_limits")} ${t("about.no")} ${t("about.by_answer")}`;
    await expect(page.getByRole("row", { name, exact: true })).toBeVisible();
  });

  test("volumes and floating IPs are counted", async ({ maru, page }) => {
    await maru.signInAs("demo", "overview");
    const volumes = tile(page, t("shell.volumes"));
    const size = either("common.gb", "overview.tb");
    await expect(volumes).toContainText(like("overview.volumes_of", { volumes: like("overview.volumes", { n: /\d+/ }), size }));
    for (const [key, n] of [["volumes_failed", 1], ["volumes_free", 3]] as const) {
      const line = volumes.getByRole("listitem").filter({ hasText: t(`overview.${key}`) });
      await expect(line).toHaveText(`${t(`overview.${key}`)}${n}`);
    }
    await expect(tile(page, t("shell.floating_ips")).getByRole("listitem")).toHaveText(ADDRESSES);
    await tile(page, t("shell.floating_ips")).getByRole("link", { name: t("overview.addresses_free") }).click();
    await expect(maru.rows).toHaveCount(1);
    await page.goBack();
    await volumes.getByRole("link", { name: t("overview.volumes_free") }).click();
    await expect(maru.rows).toHaveCount(3);
  });

  test("services that are missing or down take only their own cards along", async ({ maru, page, watch }) => {
    watch.allowStatus(503);
    await maru.signInAs("demo+no-volume+network-down", "overview");
    await expect(tile(page, t("shell.volumes"))).toContainText(t("overview.no_storage"));
    await expect(tile(page, t("shell.floating_ips")).getByRole("alert")).toContainText(t("errors.server.what"));
    await expect(tile(page, t("overview.by_status"))).toContainText(t("instances.count", { n: 16 }));
    await expect(page.getByText(t("overview.unseen", { what: `${t("shell.floating_ips")}, ${t("shell.security_groups")}` }))).toBeVisible();
    await expect(alarm(page, t("overview.in_error", { n: 1 }))).toBeVisible();
  });

  test("a service that the cloud has not got is no failure of the cloud", async ({ maru, page }) => {
    await maru.signInAs("demo+no-volume", "overview");
    await expect(tile(page, t("shell.volumes"))).toContainText(t("overview.no_storage"));
    await expect(tile(page, t("shell.floating_ips")).getByRole("listitem")).toHaveText(ADDRESSES);
    await expect(page.getByText(like("shell.cloud_failing"))).toHaveCount(0);
  });

  test("nothing to do is said", async ({ maru, page, cloud }) => {
    await cloud.fault({ service: "network", path: "security-groups", status: 200, body: { security_groups: [] } });
    await maru.signInAs("empty", "overview");
    await expect(page.getByText(t("overview.calm"))).toBeVisible();
    await expect(tile(page, t("overview.by_status"))).toContainText(t("instances.count", { n: 0 }));
  });

  test("10,000 instances are counted", async ({ maru, page }) => {
    test.slow();
    await maru.signInAs("many-10000", "overview");
    const count = tile(page, t("overview.by_status")).getByText(t("instances.count", { n: 10_000 }), { exact: true });
    await expect(count).toBeVisible({ timeout: 60_000 });
    expect(await page.locator(".alarms ul > li").count()).toBeLessThan(60);
  });

  for (const [width, height] of [[1280, 800], [768, 1024], [360, 740]]) {
    test(`nothing jumps at ${width} px, and what is still loading is said`, async ({ maru, page }) => {
      await page.setViewportSize({ width, height });
      const shifts = await watchShifts(page);
      // Two lists arrive after the others.
      let release = () => {};
      const held = new Promise<void>((done) => (release = done));
      await page.route(/\/security-groups|\/volumes\/detail/, async (route) => {
        await held;
        await route.continue();
      });
      await maru.signInAs("demo", "overview");
      await expect(maru.heading(t("overview.title"))).toBeVisible();
      // What the sign-in page moved does not count.
      await shifts.forget();
      const held_back = `${t("shell.volumes")}, ${t("shell.security_groups")}`;
      await expect(page.getByText(t("overview.still_loading", { what: held_back }))).toBeVisible();
      await expect(tile(page, t("overview.by_status"))).toContainText(t("instances.count", { n: 16 }));
      release();
      await expect(alarm(page, t("overview.in_error", { n: 1 }))).toBeVisible();
      await expect(tile(page, t("overview.quota"))).toContainText(t("overview.used_of", { used: 16, limit: 100 }));
      await expect(page.getByText(like("overview.still_loading"))).toHaveCount(0);
      const { sum, moved } = await shifts.seen();
      expect(sum, moved.join("\n")).toBeLessThan(0.02);
    });
  }
});

// Networks, subnets and ports (row N03), in both dialects.
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

test.describe("Networks", { tag: "@sim" }, () => {
  for (const [user, paths] of [
    ["demo", ["/v2.0/vpcs", "/v2.0/vpcsubnets"]],
    ["stock", ["/v2.0/networks", "/v2.0/subnets"]],
  ] as const) {
    test(`N03 networks and subnets of ${user} are one table`, async ({ maru, page, cloud }) => {
      await maru.signInToOwn(user, "networks");
      const row = page.getByRole("row").filter({ hasText: "격리-서브넷" });
      await expect(row).toContainText("192.168.1.0/24");
      await expect(row).toContainText("Default Network");
      await expect(page.getByRole("row").filter({ hasText: "public_network" })).toContainText(t("networks.external"));
      for (const path of paths) {
        expect((await cloud.expectReceived("GET", new RegExp(`${path}$`))).status).toBe(200);
      }
    });
  }

  test("N03 how many instances are where, and what only NHN tells", async ({ maru, page }) => {
    await maru.signInAs("demo", "networks");
    const row = page.getByRole("row").filter({ hasText: "192.168.0.0/24" });
    await expect(row.getByRole("gridcell").filter({ hasText: new RegExp(`^${t("networks.instances")}\\d+$`) })).toHaveText(/1[0-9]$/);
    await expect(row.getByRole("gridcell").filter({ hasText: starts("networks.free") })).toHaveText(/\d+$/);
    await page.setViewportSize({ width: 1600, height: 800 });
    await expect(page.getByRole("row").filter({ hasText: "격리-서브넷" })).toContainText(t("networks.no"));
  });

  test("N03 a cloud without the NHN words is asked in Neutron's", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await cloud.fault({ service: "network", path: "/vpc", status: 404 });
    await maru.signInAs("demo", "networks");
    await expect(page.getByRole("row").filter({ hasText: "격리-서브넷" })).toBeVisible();
    await cloud.expectReceived("GET", /\/v2\.0\/networks$/);
    await cloud.expectReceived("GET", /\/v2\.0\/subnets$/);
  });

  test("N03 the search finds by name, range and ID", async ({ maru, page }) => {
    await maru.signInAs("demo", "networks");
    await expect(page.getByRole("row").filter({ hasText: "192.168.1.0/24" })).toBeVisible();
    await maru.search.fill("192.168.1.");
    await expect(maru.rows).toHaveCount(1);
    await maru.search.fill("nowhere");
    await maru.button(t("common.clear_filters")).first().click();
    await expect(page.getByRole("row").filter({ hasText: "192.168.1.0/24" })).toBeVisible();
  });

  test("N03 a port leads to its instance, network and security group", async ({ maru, page, sent }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await maru.signInToOwn("stock", "ports");
    await sent.expect("GET", /\/ports/);
    const port = page.getByRole("row").filter({ hasText: "web-prod-01" });
    await expect(port).toContainText(t("ports.active"));
    await expect(port).toContainText(/192\.168\.0\.\d+/);
    const router = page.getByRole("row").filter({ hasText: t("ports.router") }).first();
    await expect(router).toContainText("192.168.0.1");
    // In the default order; then by what they are attached to.
    await expect(maru.rows.first()).toContainText(t("ports.router"));
    await page.getByRole("columnheader", { name: t("ports.owner"), exact: true }).click();
    await expect(page).toHaveURL(/sort=owner/);
    await expect(maru.rows.first()).toContainText("archive-node");
    await maru.search.fill("WEB-prod-01 default");
    await expect(maru.rows).toHaveCount(1);
    await expect(page.locator(".count")).toContainText(like("common.shown_of", { shown: 1 }));
    for (const [link, address] of [
      ["web", /\/security-groups\/[0-9a-f-]{36}$/],
      ["Default Network", /\/networks\?q=Default%20Network$/],
      ["web-prod-01", /\/instances\/[0-9a-f-]{36}$/],
    ] as const) {
      await port.getByRole("link", { name: link, exact: true }).click();
      await expect(page).toHaveURL(address);
      await page.goBack();
      await expect(page).toHaveURL(/\/ports\?q=WEB-prod-01%20default&sort=owner/);
    }
  });

  for (const user of ["no-network", "network-down"]) {
    test(`N03 ${user}: the page says so and offers another try`, async ({ maru, page, watch }) => {
      watch.allowStatus(503);
      await maru.signInToOwn(user, "networks");
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(page.getByRole("main").getByRole("button", { name: t("common.retry") })).toBeVisible();
    });
  }
});

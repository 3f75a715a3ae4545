// One instance on its own page (rows S09, S11, S12, S17, S18).
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Instance", { tag: "@sim" }, () => {
  test("S11 every documented field is on the page", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-01").getByRole("link").click();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    const fields = [
      ...["Status", "Power", "Task", "VM state", "Progress", "Deletion protection"],
      ...["Flavor", "Size", "Image", "Operating system", "Availability zone", "Host ID", "Flavor ID", "Image ID"],
      ...["Security groups", "Key pair", "Login user", "Access IPv4", "Config drive", "Disk configuration"],
      ...["Created", "Updated", "Launched", "Terminated", "ID", "Project ID", "User ID"],
    ];
    for (const field of fields) {
      await expect(page.getByRole("term").filter({ hasText: new RegExp(`^${field}$`) }).first(), field).toBeVisible();
    }
    const main = page.getByRole("main");
    for (const value of ["m2.c2m4", "203.0.113.10", "dev-laptop", "web", "kr-pub-a", "os_distro", "50 GB"]) {
      await expect(main.getByText(value).first(), value).toBeVisible();
    }
    await page.getByText(t("instance.raw_title")).click();
    await expect(page.locator(".json pre.raw")).toContainText('"NHN-EXT-ATTR:protect": false');
  });

  test("S12 a deep link survives a reload", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "instances", { keep: true });
    await maru.row("staging-api").getByRole("link").click();
    await expect(maru.heading("staging-api")).toBeVisible();
    const before = await cloud.now();
    await page.reload();
    await expect(maru.heading("staging-api")).toBeVisible();
    const id = page.url().split("/").at(-1);
    const asked = await cloud.received(before, { method: "GET", service: "compute" });
    expect(asked.map((one) => one.path.split("/").at(-1))).toContain(id);
  });

  test("S12 an instance that is gone says so and leads back", async ({ maru, page, watch }) => {
    watch.allowStatus(404);
    await maru.signInAs("demo", "instances/00000000-0000-4000-8000-000000000000");
    await expect(page.getByText("This instance no longer exists")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "All instances" }).last().click();
    await expect(maru.heading("Instances")).toBeVisible();
  });

  test("S17 a new name is saved in place and wipes nothing", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("dev-minji").getByRole("link").click();
    await maru.button("Rename").click();
    await expect(maru.field("Name")).toBeFocused();
    await maru.field("Name").fill("개발-민지 <b>");
    await page.keyboard.press("Enter");
    await expect(maru.heading("개발-민지 <b>")).toBeVisible();
    const { body } = await cloud.expectReceived("PUT", /\/servers\/[0-9a-f-]{36}$/);
    expect(body).toEqual({ server: { name: "개발-민지 <b>" } });
    await expect(page.getByRole("main").getByText("dev-laptop").first()).toBeVisible();
    await expect(page.getByRole("main").getByText("Running").first()).toBeVisible();
  });

  test("S17 what the server refuses stays in the field with the server's words", async ({ maru, page, watch }) => {
    watch.allowStatus(500);
    await maru.signInAs("demo");
    await maru.row("dev-minji").getByRole("link").click();
    await maru.button("Rename").click();
    await maru.field("Name").fill("fail-rename-x");
    await maru.button("Save").click();
    await expect(page.getByRole("alert")).toContainText(t("errors.server.what"));
    await expect(page.getByRole("alert")).toContainText(/req-[0-9a-f-]{36}/);
    await expect(maru.field("Name")).toHaveValue("fail-rename-x");
    await page.keyboard.press("Escape");
    await expect(maru.heading("dev-minji")).toBeVisible();
  });

  test("S17 the session ends in the middle of a new name: it is still there after signing in again", async ({
    maru,
    page,
    cloud,
    watch,
  }) => {
    watch.allowStatus(401);
    // A demo user signs in again by one click; this one types a password.
    await maru.signInAs("many-3");
    await maru.rows.first().getByRole("link").click();
    await maru.button("Rename").click();
    await maru.field("Name").fill("half-typed");
    await cloud.endSession();
    await maru.button("Save").click();
    const dialog = page.getByRole("dialog", { name: "Session ended" });
    await dialog.getByLabel("API password").fill("demo-password");
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(maru.field("Name")).toHaveValue("half-typed");
    await maru.button("Save").click();
    await expect(maru.heading("half-typed")).toBeVisible();
    await cloud.expectReceived("PUT", /\/servers\//, { server: { name: "half-typed" } });
  });

  test("S09 an instance in ERROR shows the fault and what to do", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.row("ml-train-x1").getByRole("link").click();
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText("The instance is in error");
    await expect(alert).toContainText("No valid host was found. There are not enough hosts available.");
  });

  test("S18 deleting says what goes and what stays, and wants the name typed", async ({ maru, page, sent }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", "Delete…");
    const dialog = page.getByRole("dialog", { name: "Delete web-prod-01?" });
    await expect(dialog).toContainText("Volume");
    await expect(dialog).toContainText("Floating IP 203.0.113.10");
    const remove = dialog.getByRole("button", { name: /^Delete/ });
    await expect(remove).toHaveAttribute("aria-disabled", "true");
    await dialog.getByLabel("Type web-prod-01 to confirm").fill("web-prod-02");
    // A button that says why it does nothing can be pressed all the same.
    await remove.click({ force: true });
    await sent.settled();
    expect(sent.since(0).filter((line) => line.startsWith("DELETE"))).toEqual([]);
    await dialog.getByLabel("Type web-prod-01 to confirm").fill("web-prod-01");
    await remove.click();
    await sent.expect("DELETE", /\/servers\/[0-9a-f-]{36}$/);
    await expect(dialog).toHaveCount(0);
  });

  test("S18 protected instances and nodes of a cluster are warned about", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("vault-01", "Delete…");
    await expect(page.getByRole("dialog")).toContainText("Deletion protection is on.");
    await page.keyboard.press("Escape");
    await maru.rowAction("prod-default-w-lv2knm4wzpxc-node-0", "Delete…");
    await expect(page.getByRole("dialog")).toContainText("This is a node of a Kubernetes cluster.");
  });

  test("an action that ends in ERROR is told by a notice", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty");
    await cloud.addServers(1, "fail-stop");
    await maru.rowAction("fail-stop-1", "Stop");
    await page.getByRole("dialog").getByRole("button", { name: "Stop", exact: true }).click();
    await cloud.expectReceived("POST", /\/action$/, { "os-stop": null });
    await cloud.advance(5_000);
    const notices = page.getByRole("region", { name: "Notices" });
    await expect(notices.getByRole("alert")).toContainText("fail-stop-1");
  });
});

// One instance on its own page (rows S09, S11, S12, S17, S18).
import { expect, test } from "./support/test";
import { like, starts, t, whole } from "./support/words";

test.describe("Instance", { tag: "@sim" }, () => {
  test("S11 every documented field is on the page", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-01").getByRole("link").click();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    const fields = [
      ...["state", "power", "task", "vm_state", "progress", "protection"],
      ...["flavor", "size", "image", "os", "zone", "host", "flavor_id", "image_id"],
      ...["groups", "key", "login", "access_v4", "config_drive", "disk_config"],
      ...["launched", "terminated", "project", "user"],
    ].map((field) => `instance.${field}`);
    for (const field of [...fields, "common.created", "common.updated", "common.id"]) {
      await expect(page.getByRole("term").filter({ hasText: whole(field) }).first(), field).toBeVisible();
    }
    const main = page.getByRole("main");
    for (const value of ["m2.c2m4", "203.0.113.10", "dev-laptop", "web", "kr-pub-a", "os_distro", "50 GB"]) {
      await expect(main.getByText(value).first(), value).toBeVisible();
    }
    await page.getByText(t("instance.raw_title")).click();
    await expect(page.locator(".json pre.raw")).toContainText('"NHN-EXT-ATTR:protect": false');
  });

  test("S12 a deep link survives a reload", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
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
    await expect(page.getByText(t("instance.gone_title"))).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: t("instance.back") }).last().click();
    await expect(maru.heading(t("instances.title"))).toBeVisible();
  });

  test("S17 a new name is saved in place and wipes nothing", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("dev-minji").getByRole("link").click();
    await maru.button(t("questions.rename")).click();
    await expect(maru.field(t("questions.new_name"))).toBeFocused();
    await maru.field(t("questions.new_name")).fill("개발-민지 <b>");
    await page.keyboard.press("Enter");
    await expect(maru.heading("개발-민지 <b>")).toBeVisible();
    const { body } = await cloud.expectReceived("PUT", /\/servers\/[0-9a-f-]{36}$/);
    expect(body).toEqual({ server: { name: "개발-민지 <b>" } });
    await expect(page.getByRole("main").getByText("dev-laptop").first()).toBeVisible();
    await expect(page.getByRole("main").getByText(t("status.active")).first()).toBeVisible();
  });

  test("S17 what the server refuses stays in the field with the server's words", async ({ maru, page, watch }) => {
    watch.allowStatus(500);
    await maru.signInAs("demo");
    await maru.row("dev-minji").getByRole("link").click();
    await maru.button(t("questions.rename")).click();
    await maru.field(t("questions.new_name")).fill("fail-rename-x");
    await maru.button(t("questions.save")).click();
    await expect(page.getByRole("alert")).toContainText(t("errors.server.what"));
    await expect(page.getByRole("alert")).toContainText(/req-[0-9a-f-]{36}/);
    await expect(maru.field(t("questions.new_name"))).toHaveValue("fail-rename-x");
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
    await maru.button(t("questions.rename")).click();
    await maru.field(t("questions.new_name")).fill("half-typed");
    await cloud.endSession();
    await maru.button(t("questions.save")).click();
    const dialog = page.getByRole("dialog", { name: t("shell.session_ended") });
    await dialog.getByLabel(t("sign_in.api_password")).fill("demo-password");
    await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(maru.field(t("questions.new_name"))).toHaveValue("half-typed");
    await maru.button(t("questions.save")).click();
    await expect(maru.heading("half-typed")).toBeVisible();
    await cloud.expectReceived("PUT", /\/servers\//, { server: { name: "half-typed" } });
  });

  test("S09 an instance in ERROR shows the fault and what to do", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.row("ml-train-x1").getByRole("link").click();
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText(t("instance.fault_title"));
    await expect(alert).toContainText("No valid host was found. There are not enough hosts available.");
  });

  test("S18 deleting says what goes and what stays, and wants the name typed", async ({ maru, page, sent }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.delete.menu"));
    const dialog = page.getByRole("dialog", { name: t("questions.delete_title", { name: "web-prod-01" }) });
    await expect(dialog).toContainText(like("questions.volume_line"));
    await expect(dialog).toContainText(t("questions.floating_line", { address: "203.0.113.10" }));
    const remove = dialog.getByRole("button", { name: starts("questions.delete") });
    await expect(remove).toHaveAttribute("aria-disabled", "true");
    await dialog.getByLabel(t("common.type_name", { name: "web-prod-01" })).fill("web-prod-02");
    // A disabled button with a reason can still be clicked.
    await remove.click({ force: true });
    await sent.settled();
    expect(sent.since(0).filter((line) => line.startsWith("DELETE"))).toEqual([]);
    await dialog.getByLabel(t("common.type_name", { name: "web-prod-01" })).fill("web-prod-01");
    await remove.click();
    await sent.expect("DELETE", /\/servers\/[0-9a-f-]{36}$/);
    await expect(dialog).toHaveCount(0);
  });

  test("S18 protected instances and nodes of a cluster are warned about", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("vault-01", t("actions.delete.menu"));
    await expect(page.getByRole("dialog")).toContainText(t("questions.protected"));
    await page.keyboard.press("Escape");
    await maru.rowAction("prod-default-w-lv2knm4wzpxc-node-0", t("actions.delete.menu"));
    await expect(page.getByRole("dialog")).toContainText(t("questions.node"));
  });

  test("an action that ends in ERROR is told by a notice", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty");
    await cloud.addServers(1, "fail-stop");
    await maru.rowAction("fail-stop-1", t("actions.stop.menu"));
    await maru.answer(t("actions.stop_question.confirm"));
    await cloud.expectReceived("POST", /\/action$/, { "os-stop": null });
    await cloud.advance(5_000);
    const notices = page.getByRole("region", { name: t("shell.notices") });
    await expect(notices.getByRole("alert")).toContainText("fail-stop-1");
  });
});

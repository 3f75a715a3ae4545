// The page of an instance besides its data: the name stays visible, copied texts are the ones needed for access, an
// instance that never started says so, and a name is compared as it is displayed.
import { CreateForm } from "./support/create-form";
import { expect, test } from "./support/test";
import { starts, t } from "./support/words";

test.describe("Page of an instance", { tag: "@sim" }, () => {
  // 640 px are 1,280 at 200 %.
  for (const width of [1280, 768, 640, 360]) {
    test(`the name never yields to the buttons beside it (${width} px)`, async ({ maru, page, cloud }) => {
      const name = "kr-production-web-frontend-canary-0001";
      await page.setViewportSize({ width, height: 800 });
      await maru.signInAs("demo");
      await maru.row("web-prod-01").waitFor();
      await cloud.change("web-prod-01", { rename: name });
      await maru.row(name).getByRole("link").first().click({ timeout: 40_000 });
      const heading = maru.heading(name);
      await expect(heading).toBeVisible();
      const fits = () => heading.evaluate((h1) => h1.scrollWidth <= h1.clientWidth && h1.scrollHeight <= h1.clientHeight + 1);
      expect(await fits()).toBe(true);
      const box = await heading.boundingBox();
      const buttons = await page.locator(".page-actions").boundingBox();
      if (!box || !buttons) throw new Error("no head");
      const apart = buttons.y >= box.y + box.height - 1 || buttons.x >= box.x + box.width;
      expect(apart, JSON.stringify({ box, buttons })).toBe(true);
    });
  }

  test("copy address takes the one that leads in, says which, and no hidden words come along", async ({ maru, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.copy_address"));
    await expect(maru.notice(t("common.copied", { what: "203.0.113.10" }))).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("203.0.113.10");
    const address = maru.row("web-prod-01").getByText("203.0.113.10");
    await address.evaluate((node) => getSelection()?.selectAllChildren(node));
    await page.keyboard.press("ControlOrMeta+c");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("203.0.113.10");
  });

  test("an instance that never ran offers what it can do, and says that it has no network", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.row("ml-train-x1").getByRole("link").first().click();
    await expect(maru.heading("ml-train-x1")).toBeVisible();
    const head = page.locator(".page-head");
    await expect(head.getByRole("link", { name: t("instances.create") })).toBeVisible();
    await expect(head.getByRole("button", { name: t("actions.delete.menu") })).not.toHaveAttribute("aria-disabled", "true");
    for (const action of ["start", "stop", "reboot"]) {
      await expect(head.getByRole("button", { name: starts(`actions.${action}.menu`) })).toHaveCount(0);
    }
    await expect(page.getByText(t("instance.no_network"))).toBeVisible();
    await expect(page.getByText(t("ways_in.never_ran"))).toBeVisible();
    await expect(maru.button(starts("instance.attach_floating"))).toHaveAttribute("aria-disabled", "true");
  });

  for (const [what, name, typed, title] of [
    ["a blank at the front", " lead", "lead", "␣lead"],
    ["a no-break blank", "web\u00a01", "web 1", "web⍽1"],
    ["a zero-width blank", "we\u200bb", "web", "we⟨U+200B⟩b"],
    ["letters taken apart (NFD)", "cafe\u0301", "caf\u00e9", "cafe\u0301"],
  ] as const) {
    test(`a name with ${what} is confirmed by what one sees of it`, async ({ maru, page, cloud }) => {
      await maru.signInAs("demo");
      await maru.row("dev-minji").waitFor();
      const id = (await maru.row("dev-minji").getByRole("link").first().getAttribute("href"))?.split("/").at(-1);
      await cloud.change("dev-minji", { rename: name });
      await maru.row("dev-minji").getByRole("link").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title, { timeout: 40_000 });
      await page.getByRole("main").getByRole("button", { name: t("actions.delete.menu") }).click();
      const dialog = maru.dialog();
      await dialog.getByRole("textbox").fill(typed);
      await dialog.getByRole("button", { name: t("questions.delete"), exact: true }).click();
      await cloud.expectReceived("DELETE", new RegExp(`/servers/${id}$`));
    });
  }

  test("of two security groups of one name the one that was ticked is sent (S13)", async ({ maru, page, cloud }) => {
    const { security_group } = await cloud.client("POST", "network/v2.0/security-groups", {
      security_group: { name: "web", description: "another" },
    });
    await maru.signInAs("demo", "instances/new");
    const form = new CreateForm(page, maru);
    await form.fill({ name: "two-webs", disk: "20" });
    await page.getByRole("checkbox", { name: new RegExp(`^web · ${security_group.id.slice(0, 8)}`) }).check();
    await form.submit.click();
    const { body } = await cloud.expectReceived("POST", /\/servers$/);
    expect((body as any).server.security_groups).toEqual([{ name: security_group.id }]);
  });

  test("a create that is refused is followed by advice about creating", async ({ maru, page, watch }) => {
    watch.allowStatus(409);
    await maru.signInAs("demo", "instances/new");
    const form = new CreateForm(page, maru);
    await form.fill({ name: "fail-409-x", disk: "20" });
    await form.submit.click();
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText(t("errors.create_conflict.what"));
    await expect(alert).toContainText(t("errors.create_conflict.then"));
  });
});

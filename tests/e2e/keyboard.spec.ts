// The main flow with the keyboard alone, without a click.
import { t } from "./support/words";
import { expect, test } from "./support/test";
import type { Locator, Page } from "@playwright/test";
import { DEBIAN } from "./support/create-form";
import { PASSWORD } from "./support/simulator";

/** Presses Tab until the element has the focus, as a person would. */
async function tabTo(page: Page, to: Locator, most = 60) {
  await to.waitFor();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(to, `reached within ${most} presses of Tab`).toBeFocused();
}

/** Among radio buttons Tab leads to the group and arrows go on. */
async function choose(page: Page, group: Locator, name: string) {
  const wanted = group.getByRole("radio", { name, exact: true });
  await wanted.waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement) && element !== document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  // A search box of the group may come first.
  for (let pressed = 0; pressed < 4; pressed += 1) {
    if (await page.evaluate(() => (document.activeElement as HTMLInputElement)?.type === "radio")) break;
    await page.keyboard.press("Tab");
  }
  for (let pressed = 0; pressed < 40; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Space");
  await expect(wanted).toBeChecked();
}

test("the main flow with the keyboard alone", { tag: "@sim" }, async ({ maru, page, cloud, tenant }) => {
  test.slow();
  await maru.open();
  await tabTo(page, page.locator("summary").filter({ hasText: t("sign_in.other_way") }));
  await page.keyboard.press("Enter");
  for (const [label, text] of [["tenant", tenant], ["user", "empty@maru.test"], ["api_password", PASSWORD]]) {
    await tabTo(page, maru.field(t(`sign_in.${label}`)));
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await maru.heading(t("instances.title")).waitFor();

  await tabTo(page, page.getByRole("link", { name: t("instances.create") }).first());
  await page.keyboard.press("Enter");
  await tabTo(page, maru.field(t("common.name")));
  await page.keyboard.type("by-hand");
  const group = (name: string) => page.getByRole("radiogroup", { name });
  await choose(page, group(t("create.image")), DEBIAN);
  await choose(page, group(t("create.flavor")), "m2.c2m4");
  await choose(page, group(t("create.subnet")), "Default Network");
  await choose(page, group(t("create.key")), "dev-laptop");
  await tabTo(page, page.getByRole("button", { name: t("create.submit") }));
  await page.keyboard.press("Enter");
  await maru.heading("by-hand").waitFor();
  await cloud.advance(8_000);
  await tabTo(page, page.getByRole("link", { name: t("create.open") }));
  await page.keyboard.press("Enter");
  // The first password was not copied, so leaving must be confirmed.
  await tabTo(page, page.getByRole("button", { name: t("questions.password_discard") }));
  await page.keyboard.press("Enter");

  const main = page.getByRole("main");
  await tabTo(page, main.getByRole("button", { name: t("actions.stop.menu"), exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: t("actions.stop_question.confirm"), exact: true }));
  await page.keyboard.press("Enter");
  await cloud.expectReceived("POST", /\/action$/, { "os-stop": null });
  await cloud.advance(4_000);
  await expect(main.getByText(t("status.shutoff"), { exact: true }).first()).toBeVisible();

  await tabTo(page, main.getByRole("button", { name: t("actions.start.menu"), exact: true }));
  await page.keyboard.press("Enter");
  await cloud.expectReceived("POST", /\/action$/, { "os-start": null });
  await cloud.advance(4_000);
  await expect(main.getByText(t("status.active"), { exact: true }).first()).toBeVisible();

  await tabTo(page, main.getByRole("button", { name: t("actions.delete.menu") }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(t("common.type_name", { name: "by-hand" }))).toBeFocused();
  await page.keyboard.type("by-hand");
  await page.keyboard.press("Enter");
  await cloud.expectReceived("DELETE", /\/servers\/[0-9a-f-]{36}$/);
});

// Bug: the hidden heading of the page that says why Maru cannot start was taken for the page's own.
test("a page that is opened has the focus on its heading", { tag: "@sim" }, async ({ maru, page }) => {
  await maru.signInAs("demo");
  for (const name of ["flavors", "zones", "keypairs", "instances"]) {
    await maru.goTo(name);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 }), name).toBeFocused();
  }
  await maru.row("web-prod-01").getByRole("link").click();
  await expect(maru.heading("web-prod-01")).toBeFocused();
});

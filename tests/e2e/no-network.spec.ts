// Buttons that need the cloud while the browser has no network: disabled, with the reason.
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("What needs the cloud", { tag: "@sim" }, () => {
  test("cannot be chosen while there is no network, says why, and can be afterwards", async ({ maru, page, context, watch }) => {
    watch.allowNoAnswer();
    await maru.signInAs("demo");
    const create = page.getByRole("link", { name: t("instances.create") }).first();
    await expect(create).not.toHaveAttribute("aria-disabled", "true");
    // The parts of the page are loaded before the network fails.
    let menu = await maru.rowMenu("web-prod-02");
    const stop = () => menu.getByRole("menuitem", { name: new RegExp(`^${t("actions.stop.menu")}`) });
    await expect(stop()).not.toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Escape");
    await context.setOffline(true);
    await expect(create).toHaveAttribute("aria-disabled", "true");
    await expect(create).toHaveAccessibleDescription(t("shell.no_network"));
    menu = await maru.rowMenu("web-prod-02");
    await expect(stop()).toHaveAttribute("aria-disabled", "true");
    await expect(stop()).toContainText(t("shell.no_network"));
    await page.keyboard.press("Escape");
    await context.setOffline(false);
    await expect(create).not.toHaveAttribute("aria-disabled", "true");
  });

  test("is not sent by a dialog that was open before the network went", async ({ maru, page, context, sent, watch }) => {
    watch.allowNoAnswer();
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-02", t("actions.stop.menu"));
    const confirm = maru.dialog().getByRole("button", { name: new RegExp(`^${t("actions.stop_question.confirm")}`) });
    await expect(confirm).not.toHaveAttribute("aria-disabled", "true");
    await context.setOffline(true);
    await expect(confirm).toHaveAttribute("aria-disabled", "true");
    const before = sent.count;
    await confirm.click({ force: true });
    await context.setOffline(false);
    await expect(confirm).not.toHaveAttribute("aria-disabled", "true");
    expect(sent.since(before).filter((line) => line.startsWith("POST"))).toEqual([]);
    await confirm.click();
    await expect(maru.dialog()).toHaveCount(0);
  });
});

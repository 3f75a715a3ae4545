// The person's preferences, and the session in the header.
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

test.describe("Preferences and session", { tag: "@sim" }, () => {
  const choose = async (maru: Console, name: string) => {
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitemradio", { name, exact: true }).click();
  };

  test("a theme is chosen, kept for the next visit, and follows the system again", async ({ maru, page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await maru.signInAs("demo", "zones");
    const dark = () => page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await choose(maru, t("shell.theme_dark"));
    await expect.poll(ground).not.toBe(light);
    expect(await dark(), "the system's is another").toBe(false);
    await page.reload();
    await expect(maru.heading(t("zones.title"))).toBeVisible();
    expect(await ground()).not.toBe(light);
    await choose(maru, t("shell.theme_system"));
    await expect.poll(ground).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(ground).not.toBe(light);
  });

  test("N01 the header tells when the session ends", async ({ maru, page }) => {
    await maru.signInAs("short-session");
    await expect(page.getByRole("banner")).toContainText(like("shell.session_left", { time: /0:\d\d/ }));
  });
});

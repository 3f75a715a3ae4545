// What a person sets for themselves, and what the header tells of the session.
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Preferences and session", { tag: "@sim" }, () => {
  const choose = async (maru: Console, name: string) => {
    await maru.button(/^Account|demo@maru\.test/).click();
    await maru.page.getByRole("menuitemradio", { name, exact: true }).click();
  };

  test("a theme is chosen, kept for the next visit, and follows the system again", async ({ maru, page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await maru.signInAs("demo", "zones", { keep: true });
    const dark = () => page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await choose(maru, t("shell.theme_dark"));
    await expect.poll(ground).not.toBe(light);
    expect(await dark(), "the system's is another").toBe(false);
    await page.reload();
    await expect(maru.heading("Availability zones")).toBeVisible();
    expect(await ground()).not.toBe(light);
    await choose(maru, t("shell.theme_system"));
    await expect.poll(ground).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(ground).not.toBe(light);
  });

  test("N01 the header tells when the session ends", async ({ maru, page }) => {
    await maru.signInAs("short-session");
    await expect(page.getByRole("banner")).toContainText(/Session ends in 0:\d\d/);
  });
});

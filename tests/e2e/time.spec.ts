// Times in UTC or in the person's time zone.
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.use({ timezoneId: "Asia/Seoul" });

test.describe("Dates", { tag: "@sim" }, () => {
  test("every date follows the choice at once, and it is kept", async ({ maru, page }) => {
    await maru.signInAs("demo");
    const age = maru.row("dev-minji").locator("time");
    const machine = (await age.getAttribute("datetime")) ?? "";
    const said = async (zone: string, zoneName: boolean) =>
      page.evaluate(
        ([at, timeZone, style]) =>
          new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: style as "long", timeZone }).format(new Date(at)),
        [machine, zone, zoneName ? "long" : "medium"],
      );
    const [local, utc] = [await said("Asia/Seoul", false), await said("UTC", true)];
    expect(utc).toMatch(/UTC$/);
    await expect(age).toHaveAttribute("title", local);
    const words = await age.textContent();

    const choose = async (name: string) => {
      const menu = await maru.accountMenu();
      await menu.getByRole("menuitemradio", { name }).click();
    };
    await choose(t("shell.time_utc"));
    await expect(age).toHaveAttribute("title", utc);
    await expect(age).toHaveText(words ?? "");
    await maru.row("dev-minji").getByRole("link").click();
    await expect(page.locator(".exact").first()).toHaveText(utc);

    await page.reload();
    await expect(page.locator(".exact").first()).toHaveText(utc);
    await choose(t("shell.time_local"));
    await expect(page.locator(".exact").first()).toHaveText(local);
    expect(await page.evaluate(() => localStorage.getItem("maru.time"))).toBeNull();
  });
});

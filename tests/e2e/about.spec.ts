// "About this cloud": where it is, what it offers, which limits apply (rows N08, N09).
import { expect, test } from "./support/test";
import { keys, t } from "./support/words";

test.describe("About this cloud", { tag: "@sim" }, () => {
  test("the account menu leads to services, offers and limits", async ({ maru, page, tenant }) => {
    await maru.signInAs("demo");
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitem", { name: t("shell.about") }).click();
    await expect(maru.heading(t("about.title"))).toBeVisible();
    const main = page.getByRole("main");
    await expect(main).toContainText("KR1");
    await expect(main).toContainText(t("about.rules_nhn"));
    await expect(main).toContainText(`/kr1/compute/v2/${tenant}`);
    await expect(main).toContainText(`/kr1/volume/v2/${tenant}`);
    await expect(main.getByRole("row", { name: `${t("about.l_name")} ${t("about.characters", { n: 255 })}` })).toBeVisible();
    await expect(main.getByRole("row", { name: `${t("about.l_policy_name")} ${t("about.characters", { n: 255 })}` })).toBeVisible();
    await expect(main.getByRole("row", { name: `${t("about.l_boot")} ${t("about.holds")}` })).toBeVisible();
    await expect(main.getByRole("row")).toHaveCount(1 + keys("about.f_").length + 1 + 22);
  });

  test("N08 N09 it says yes, no or not asked, and how that is known", async ({ maru, page, watch, cloud }) => {
    watch.allowStatus(404);
    await maru.signInAs("demo+no-server-groups", "about");
    const row = (...keys: string[]) => page.getByRole("row", { name: new RegExp(`^${keys.map((key) => t(`about.${key}`)).join(" ")}`) });
    await expect(row("f_limits", "yes", "by_answer")).toBeVisible();
    await expect(row("f_volume_limits", "yes", "by_answer")).toBeVisible();
    await expect(row("f_server_groups", "no", "by_answer")).toBeVisible();
    await expect(row("f_shelve", "yes", "by_rules")).toBeVisible();
    await expect(row("f_pause", "no", "by_rules")).toBeVisible();
    await expect(row("f_console_log", "unasked", "by_nobody")).toBeVisible();
    await cloud.expectReceived("GET", /\/os-server-groups$/);
  });

  test("a stock OpenStack follows its own rules", async ({ maru, page }) => {
    await maru.signInToStock("", "about");
    await expect(page.getByRole("main")).toContainText(t("about.rules_openstack"));
    await expect(page.getByRole("row", { name: new RegExp(`^${t("about.f_confirm_resize")} ${t("about.yes")}`) })).toBeVisible();
    await expect(page.getByRole("row", { name: `${t("about.l_disk")} ${t("about.undecided")}` })).toBeVisible();
  });

  test("a service that is not in the catalog is named", async ({ maru, page }) => {
    await maru.signInAs("demo+no-volume+no-network", "about");
    const fact = (name: string) => page.locator(".fact").filter({ has: page.getByText(name, { exact: true }) });
    await expect(fact(t("about.volume"))).toContainText(t("about.absent"));
    await expect(fact(t("about.network"))).toContainText(t("about.absent"));
    await expect(fact(t("about.image"))).toContainText("/kr1/image");
  });
});

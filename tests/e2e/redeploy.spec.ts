// The site is deployed again while a page is open: its files have other names then.
import { siteBeforeRedeploy } from "./support/site";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("A redeploy under an open page", { tag: "@sim" }, () => {
  test("an open page that asks for a part of the old site says so and offers to reload, and that helps", async ({
    page,
    watch,
  }) => {
    watch.allowStatus(404);
    // What the loader of the parts logs.
    watch.allow(/WebAssembly/);
    await siteBeforeRedeploy(async ({ url, redeploy }) => {
      const missing = page.waitForResponse((answer) => /split_pages-0{16}\.wasm/.test(answer.url()));
      await page.goto(`${url}instances`);
      await page.getByRole("button", { name: t("sign_in.demo_open") }).click();
      redeploy();
      await page.getByRole("navigation", { name: t("shell.navigation") }).getByRole("link", { name: t("shell.flavors") }).click();
      expect((await missing).status(), "never the page in the place of a part").toBe(404);
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      await page.getByRole("button", { name: t("shell.reload") }).click();
      await expect(page.getByRole("heading", { name: t("flavors.title"), level: 1 })).toBeVisible();
      await expect(page.getByRole("rowheader").first()).toBeVisible();
    });
  });
});

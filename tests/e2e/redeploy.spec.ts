// The site is deployed anew while a page is open: its files have other names now.
import { siteBeforeRedeploy } from "./support/site";
import { expect, test } from "./support/test";

test.describe("A redeploy under an open page", { tag: "@sim" }, () => {
  test("an open page that asks for a part of the old site says so and offers to reload, and that helps", async ({
    page,
    watch,
  }) => {
    watch.allowStatus(404);
    // What the loader of the parts says of it.
    watch.allow(/WebAssembly/);
    await siteBeforeRedeploy(async ({ url, redeploy }) => {
      const missing = page.waitForResponse((answer) => /split_pages-0{16}\.wasm/.test(answer.url()));
      await page.goto(`${url}instances`);
      await page.getByRole("button", { name: /demo/i }).first().click();
      redeploy();
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Flavors" }).click();
      expect((await missing).status(), "never the page in the place of a part").toBe(404);
      await expect(page.getByText("This part of Maru did not load")).toBeVisible();
      await page.getByRole("button", { name: "Reload" }).click();
      await page.getByRole("button", { name: /demo/i }).first().click();
      await expect(page.getByRole("heading", { name: "Flavors", level: 1 })).toBeVisible();
      await expect(page.getByRole("rowheader").first()).toBeVisible();
    });
  });
});

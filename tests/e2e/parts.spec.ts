// Parts that are loaded after the first load: docs/decisions/0003.
import { CreateForm } from "./support/create-form";
import { watchShifts } from "./support/shifts";
import { siteWithout } from "./support/site";
import { takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Parts that come later", { tag: "@sim" }, () => {
  test("one that does not come is said in words, and comes on demand", async ({ page, watch }) => {
    watch.allowStatus(404);
    // What the loader of the parts logs.
    watch.allow(/WebAssembly/);
    await siteWithout(/split_pages.*\.wasm/, async ({ url, mend }) => {
      let refused = 0;
      page.on("response", (response) => {
        if (/split_pages.*\.wasm/.test(response.url())) refused += 1;
      });
      await page.goto(`${url}instances`);
      await page.getByRole("button", { name: t("sign_in.demo_open") }).click();
      await page.getByRole("navigation", { name: t("shell.navigation") }).getByRole("link", { name: t("shell.flavors") }).click();
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      // Bug: while a page was loading, or failed to load, it had no heading.
      await expect(page.getByRole("heading", { name: t("flavors.title"), level: 1 })).toBeVisible();
      // Once for the page, once because all parts are fetched a moment after the start: from now on only the button does.
      await expect.poll(() => refused).toBe(2);
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      mend();
      await page.getByRole("button", { name: t("common.retry") }).click();
      await expect(page.getByRole("heading", { name: t("flavors.title"), level: 1 })).toBeVisible();
      await expect(page.getByRole("heading", { name: t("flavors.title"), level: 1 })).toBeFocused();
    });
  });

  test("the console that does not come is said in words after the sign-in, and comes on demand", async ({ page, watch }) => {
    watch.allowStatus(404);
    watch.allow(/WebAssembly/);
    await siteWithout(/split_console.*\.wasm/, async ({ url, mend }) => {
      await page.goto(`${url}instances`);
      await page.getByRole("button", { name: t("sign_in.demo_open") }).click();
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      mend();
      await page.getByRole("button", { name: t("common.retry") }).click();
      await expect(page.getByRole("heading", { name: t("shell.instances"), level: 1 })).toBeVisible();
      // What happened to the session before the console was there was not lost.
      await expect(page.getByRole("row", { name: /web-prod-01/ })).toBeVisible();
    });
  });

  for (const [width, height] of [[1280, 800], [360, 740]]) {
    test(`nothing jumps at ${width} px from the empty page to the sign-in, and from there to the list`, async ({ maru, page }) => {
      await page.setViewportSize({ width, height });
      const shifts = await watchShifts(page);
      await page.goto("instances");
      await expect(page.getByRole("button", { name: t("sign_in.demo_open") })).toBeVisible();
      const before = await shifts.seen();
      expect(before.sum, before.moved.join("\n")).toBeLessThan(0.02);
      await maru.signInAs("demo");
      await page.reload();
      await expect(maru.row("web-prod-01")).toBeVisible();
      const { sum, moved } = await shifts.seen();
      expect(sum, moved.join("\n")).toBeLessThan(0.02);
    });
  }

  test("one that did not come is there when the network is back", async ({ page, watch }) => {
    watch.allowStatus(404);
    watch.allowNoAnswer();
    watch.allow(/WebAssembly/);
    await siteWithout(/split_pages.*\.wasm/, async ({ url, mend }) => {
      await page.goto(`${url}instances`);
      await page.getByRole("button", { name: t("sign_in.demo_open") }).click();
      await page.getByRole("navigation", { name: t("shell.navigation") }).getByRole("link", { name: t("shell.flavors") }).click();
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      mend();
      await page.context().setOffline(true);
      await page.context().setOffline(false);
      await expect(page.getByRole("grid", { name: t("flavors.title") })).toBeVisible();
    });
  });

  // Bug: each part of a file loaded it by itself, so that one attempt sent four requests.
  test("a file with several parts is requested once per attempt", async ({ page, watch }) => {
    watch.allowStatus(404);
    watch.allowNoAnswer();
    watch.allow(/WebAssembly/);
    await siteWithout(/split_extras.*\.wasm/, async ({ url, mend }) => {
      let asked = 0;
      page.on("request", (request) => {
        if (/split_extras.*\.wasm/.test(request.url())) asked += 1;
      });
      await page.goto(`${url}instances`);
      await page.getByRole("button", { name: t("sign_in.demo_open") }).click();
      // One attempt after the start, one for the menu, one for the button, and one when the browser is online again.
      await expect.poll(() => asked).toBe(1);
      await page.getByRole("button", { name: "demo@maru.test" }).click();
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      expect(asked).toBe(2);
      await page.getByRole("button", { name: t("common.retry") }).click();
      await expect.poll(() => asked).toBe(3);
      await expect(page.getByText(t("shell.part_missing_title"))).toBeVisible();
      mend();
      await page.context().setOffline(true);
      await page.context().setOffline(false);
      await expect(page.getByRole("menuitem", { name: t("shell.sign_out") })).toBeVisible();
      expect(asked).toBe(4);
    });
  });

  test("who saves data fetches what is wanted, and nothing else", async ({ maru, page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await takeClock(page);
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await page.clock.runFor(30_000);
    const later = () => asked.filter((path) => /split_(instance|pages)/.test(path));
    expect(later()).toEqual([]);
    await maru.goTo("flavors");
    await expect(page.getByRole("grid", { name: t("flavors.title") })).toBeVisible();
    expect(later()).toEqual([expect.stringContaining("split_pages")]);
  });

  // Bug: a form was drawn again when its file was requested again, and its input was gone.
  test("a form that is open while the rest arrives keeps what is typed", async ({ maru, page }) => {
    const last = page.waitForResponse(/split_pages/);
    await maru.signInAs("demo", "instances/new");
    const form = new CreateForm(page, maru);
    await form.field(t("common.name")).fill("early");
    await last;
    await expect(form.field(t("common.name"))).toHaveValue("early");
    await form.field(t("common.name")).fill("early-bird");
    await expect(form.field(t("common.name"))).toHaveValue("early-bird");
  });

  test("the menu of a row has its entries when it opens", async ({ maru, page }) => {
    await maru.signInAs("demo");
    const menu = await maru.rowMenu("web-prod-01");
    await expect(menu.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
  });
});

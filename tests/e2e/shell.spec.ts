// The frame: the end of the session, unknown addresses, installing the app.
import { passInPage, takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";
import { ko, like, t, whole } from "./support/words";

test.describe("Shell", { tag: "@sim" }, () => {
  for (const width of [1280, 768, 360]) {
    test(`the last minutes of a session are counted down at ${width} px`, async ({ maru, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await maru.signInAs("short-session");
      const timer = page.getByRole("banner").getByRole("timer");
      await expect(timer).toBeVisible();
      await expect(timer).toHaveAccessibleName(whole("shell.session_left", { time: /0:\d\d/ }));
      await expect(timer.getByText(/0:\d\d$/).filter({ visible: true })).toHaveCount(1);
      const box = await timer.boundingBox();
      expect(box && box.x + box.width).toBeLessThanOrEqual(width);
      await expect(page.getByText(like("shell.session_left", { time: /1 min/ }))).toBeAttached();
    });
  }

  // Past defect: neither happened before something else loaded their file.
  test("who saves data also gets the countdown, and shares answers with other tabs from then on", async ({ maru, page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await maru.signInAs("short-session");
    await expect(page.getByRole("banner").getByRole("timer")).toBeVisible();
    // The tab that asks for all of them holds a lock.
    const locks = () => page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name));
    await expect.poll(locks).toContainEqual(expect.stringContaining("leader"));
  });

  test("the countdown goes on by the second", async ({ maru, page, sent }) => {
    await takeClock(page);
    await maru.signInAs("short-session");
    const timer = page.getByRole("banner").getByRole("timer");
    const left = async () => Number(((await timer.getAttribute("aria-label")) ?? "").split(":").at(-1));
    await expect(timer).toBeVisible();
    const before = await left();
    await passInPage(page, sent, 3_000, 1_000);
    await expect.poll(left).toBeLessThanOrEqual(before - 2);
  });

  test("a long session tells its end in words", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(page.getByRole("banner").getByText(whole("shell.session_left", { time: /\d+ hr/ }))).toBeVisible();
    await expect(page.getByRole("banner").getByRole("timer")).toHaveCount(0);
  });

  test("a long session tells its end in Korean", async ({ maru, page }) => {
    await maru.signInAs("demo");
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitemradio", { name: "한국어" }).click();
    await expect(page.getByRole("banner").getByText(whole("shell.session_left", { time: /\d+시간/ }, ko))).toBeVisible();
  });

  test("an address without a page reads nothing, and does not say so", async ({ maru, page }) => {
    await maru.signInAs("demo", "no-such-page");
    await expect(maru.heading(t("shell.not_found_title"))).toBeVisible();
    await expect(page.getByText(t("shell.refreshing"))).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: t("shell.to_instances") }).click();
    await expect(maru.row("web-prod-01")).toBeVisible();
  });

  test("the manifest is linked, valid, and its icon is there", async ({ page, request }) => {
    await page.goto("");
    const href = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
    const answer = await request.get(href);
    expect(answer.headers()["content-type"]).toMatch(/^application\/manifest\+json/);
    const manifest = await answer.json();
    expect(manifest).toMatchObject({ name: "Maru", short_name: "Maru", display: "standalone" });
    expect(new URL(manifest.start_url, href).href).toBe(new URL(".", href).href);
    expect(manifest.icons.length).toBeGreaterThan(0);
    for (const icon of manifest.icons) {
      const found = await request.get(new URL(icon.src, href).href);
      expect(found.headers()["content-type"]).toBe(icon.type);
      expect(await found.text()).toContain("<svg");
    }
  });
});

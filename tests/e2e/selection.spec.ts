// Selecting rows of a table: by mouse, keyboard and finger, and what becomes of the selection when the list changes.
import type { Page } from "@playwright/test";
import { accessible } from "./support/axe";
import { expect, test } from "./support/test";
import { ko, t, type Say } from "./support/words";

const group = (page: Page, say: Say = t) => page.getByRole("group", { name: say("selection.title") });
const check = (page: Page, name: string) => page.getByRole("checkbox", { name: t("selection.row", { name }), exact: true });
const all = (page: Page) => page.getByRole("checkbox", { name: t("selection.all"), exact: true });
const selected = (page: Page) => page.locator("tr[aria-selected=true]");
const says = (page: Page, n: number, hidden = 0) => {
  const words = t("selection.selected", { n });
  return expect(group(page)).toContainText(hidden ? t("selection.hidden", { selected: words, hidden }) : new RegExp(`^${words}(?!,)`));
};

test.describe("Selection", { tag: "@sim" }, () => {
  test("a click selects, Shift+click a range, Ctrl+click one more; a click on the row still opens it", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    await expect(maru.table).toHaveAttribute("aria-multiselectable", "true");
    await expect(selected(page)).toHaveCount(0);
    const checks = maru.rows.getByRole("checkbox");
    await checks.nth(2).click();
    await says(page, 1);
    await checks.nth(5).click({ modifiers: ["Shift"] });
    await says(page, 4);
    // The range ends elsewhere now.
    await checks.nth(3).click({ modifiers: ["Shift"] });
    await says(page, 2);
    await maru.rows.nth(8).getByRole("gridcell").nth(1).click({ modifiers: ["Control"] });
    await says(page, 3);
    await expect(all(page)).toHaveAttribute("aria-checked", "mixed");
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
    // The selected look is not that of the active row, and nothing moves.
    const colour = (at: number) => maru.rows.nth(at).evaluate((row) => getComputedStyle(row).backgroundColor);
    expect(await colour(2)).not.toBe(await colour(1));
    await all(page).click();
    await says(page, 16);
    await expect(all(page)).toHaveAttribute("aria-checked", "true");
    await all(page).click();
    await expect(group(page)).toHaveCount(0);

    await check(page, "web-prod-01").click();
    await maru.row("web-prod-02").getByRole("gridcell").nth(1).click();
    await expect(maru.heading("web-prod-02")).toBeVisible();
    await page.goBack();
    await says(page, 1);
    await expect(check(page, "web-prod-01")).toHaveAttribute("aria-checked", "true");
    // In another region nothing is selected, nor on the way back.
    await maru.switchTo("KR2");
    await expect(maru.table).toBeVisible();
    await expect(group(page)).toHaveCount(0);
    await maru.switchTo("KR1");
    await expect(maru.rows).toHaveCount(16);
    await expect(group(page)).toHaveCount(0);
  });

  test("polling, sorting and filtering keep the selection; new rows do not join it, and deleted ones leave it", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    for (const name of ["web-prod-01", "staging-api", "배치-서버"]) await check(page, name).click();
    await maru.search.fill("web prod");
    await expect(maru.rows).toHaveCount(2);
    await says(page, 3, 2);
    await group(page).getByRole("button", { name: t("selection.all_of", { n: 2 }) }).click();
    await says(page, 4, 2);
    await maru.search.fill("");
    await says(page, 4);
    await page.getByRole("columnheader", { name: t("common.name") }).getByRole("button").click();
    await says(page, 4);
    await cloud.addServers(1, "web-prod-new");
    await expect(maru.row("web-prod-new-1")).toBeVisible({ timeout: 40_000 });
    await says(page, 4);
    await expect(check(page, "web-prod-new-1")).toHaveAttribute("aria-checked", "false");
    await cloud.deleteServer("staging-api");
    await cloud.advance(60_000);
    await expect(maru.row("staging-api")).toHaveCount(0, { timeout: 40_000 });
    await says(page, 3);
  });

  test("on a phone a long press begins, and taps go on", async ({ maru, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await maru.signInAs("demo");
    await expect(maru.rows.nth(2)).toBeVisible();
    const finger = (at: number, type: "pointerdown" | "pointerup" | "click") =>
      maru.rows.nth(at).getByRole("rowheader").dispatchEvent(type, { pointerType: "touch", bubbles: true });
    await finger(1, "pointerdown");
    await says(page, 1);
    await finger(1, "pointerup");
    // The click that ends a long press opens nothing.
    await finger(1, "click");
    await says(page, 1);
    await finger(2, "pointerdown");
    await finger(2, "pointerup");
    await finger(2, "click");
    await says(page, 2);
    await expect(group(page)).toBeInViewport({ ratio: 1 });
    await group(page).getByRole("button", { name: t("selection.clear") }).click();
    await expect(group(page)).toHaveCount(0);
  });

  test.describe("in Korean", () => {
    test.use({ locale: "ko-KR" });

    test("the keyboard alone selects, in Korean; what is selected is announced, and axe finds nothing", async ({ maru, page }) => {
      await maru.signInAs("demo");
      await expect(maru.rows).toHaveCount(16);
      await maru.table.focus();
      for (const key of ["ArrowDown", "ArrowDown", "Space", "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowUp"]) await page.keyboard.press(key);
      const announced = page.getByRole("status").filter({ hasText: ko("selection.selected", { n: 3 }) });
      await expect(announced).toHaveCount(1);
      await expect(selected(page)).toHaveCount(3);
      const before = await maru.table.boundingBox();
      await page.keyboard.press("Control+a");
      await expect(selected(page)).toHaveCount(16);
      expect(await maru.table.boundingBox()).toEqual(before);
      await page.keyboard.press("Escape");
      await expect(selected(page)).toHaveCount(0);
      await expect(page.getByRole("status").filter({ hasText: ko("selection.none") })).toHaveCount(1);
      await expect(maru.table).toBeFocused();
      // Tab goes on to what can be done, and Escape there returns.
      await page.keyboard.press("Space");
      await expect(group(page, ko)).toBeVisible();
      await page.keyboard.press("Tab");
      await expect(group(page, ko).getByRole("button", { name: ko("common.actions"), exact: true })).toBeFocused();
      await accessible(page);
      await page.keyboard.press("Escape");
      await expect(group(page, ko)).toHaveCount(0);
      await expect(maru.table).toBeFocused();
    });
  });
});

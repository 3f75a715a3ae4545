// The table of instances (rows S09, S10, S23–S25).
import { expect, test } from "./support/test";
import { either, like, starts, t } from "./support/words";

const RUNNING_OR_ERROR = t("outcomes.or", { one: t("status.active"), two: t("status.error") });

test.describe("Instances", { tag: "@sim" }, () => {
  test("search, filters and order stand in the address and survive a reload", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    await maru.search.fill("web prod");
    await expect(maru.rows).toHaveCount(2);
    await page.getByLabel(t("instances.zone"), { exact: true }).selectOption("kr-pub-b");
    await expect(maru.rows).toHaveCount(1);
    await page.getByRole("columnheader", { name: t("common.name") }).getByRole("button").click();
    await expect(page).toHaveURL(/\?q=web%20prod%20zone%3Dkr-pub-b&sort=name&dir=asc$/);

    await page.reload();
    await expect(maru.row("web-prod-02")).toBeVisible();
    await expect(maru.rows).toHaveCount(1);
    await expect(page.getByRole("columnheader", { name: t("common.name") })).toHaveAttribute("aria-sort", "ascending");
    const count = t("instances.count_of", { shown: 1, total: t("instances.count", { n: 16 }) });
    await expect(page.getByRole("status").filter({ hasText: count })).toBeVisible();
    await maru.button(t("common.clear_filters")).click();
    await expect(maru.rows).toHaveCount(16);
  });

  test("back from an instance comes to the filtered list as it was left", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.search.fill("web prod");
    await expect(maru.rows).toHaveCount(2);
    await maru.row("web-prod-02").getByRole("link").click();
    await expect(maru.heading("web-prod-02")).toBeVisible();
    await page.goBack();
    await expect(maru.heading(t("instances.title"))).toBeVisible();
    await expect(maru.search).toHaveValue("web prod");
    await expect(maru.rows).toHaveCount(2);
  });

  test("a dialog gives the focus back to where it was asked for", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.delete.menu"));
    await expect(maru.dialog(t("questions.delete_title", { name: "web-prod-01" }))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(maru.dialog()).toHaveCount(0);
    await expect(maru.button(t("common.actions_of", { name: "web-prod-01" }))).toBeFocused();
  });

  test("a row tells state, zone, flavor by name, addresses, key and age", async ({ maru, sent }) => {
    await maru.signInAs("demo");
    const row = maru.row("web-prod-01");
    for (const text of [t("status.active"), "kr-pub-a", "m2.c2m4", "203.0.113.10", "dev-laptop", "months ago"]) {
      await expect(row).toContainText(text);
    }
    await expect(maru.row("ml-train-x1")).toContainText(t("status.error"));
    await expect(maru.row("배치-서버")).toContainText(t("status.shutoff"));
    // The table needs only the names of flavors (row S01).
    await sent.settled();
    const asked = new Set(sent.since(0).filter((one) => one.includes("/flavors")));
    expect([...asked]).toEqual([expect.stringMatching(/^GET .*\/flavors$/)]);
  });

  for (const [name, action, reason] of [
    ["배치-서버", "stop", t("outcomes.needs", { states: RUNNING_OR_ERROR, is: t("status.shutoff") })],
    ["staging-api", "start", t("outcomes.needs", { states: t("status.shutoff"), is: t("status.active") })],
    ["archive-node", "reboot", like("outcomes.needs", { is: t("status.shelved_offloaded") })],
  ] as const) {
    test(`S23–S25 ${action} is not possible for ${name}, and the menu says why`, async ({ maru, sent }) => {
      await maru.signInAs("demo");
      const menu = await maru.rowMenu(name);
      const item = menu.getByRole("menuitem", { name: starts(`actions.${action}.menu`) });
      await expect(item).toHaveAttribute("aria-disabled", "true");
      await expect(item).toContainText(reason);
      await sent.settled();
      const before = sent.count;
      // It can still be clicked.
      await item.click({ force: true });
      await expect(item).toBeVisible();
      expect(sent.since(before).filter((line) => line.startsWith("POST"))).toEqual([]);
    });
  }

  test("the keyboard alone walks the rows, opens the menu and the instance", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    await page.keyboard.press("/");
    await expect(maru.search).toBeFocused();
    await maru.table.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(maru.rows.nth(1)).toHaveAttribute("data-active", "true");
    const name = await maru.rows.nth(1).getByRole("link").textContent();
    await page.keyboard.press("ContextMenu");
    await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await maru.table.focus();
    await page.keyboard.press("Enter");
    await expect(maru.heading(name ?? "")).toBeVisible();
  });

  test("a project without instances says what one is", async ({ maru, page }) => {
    await maru.signInAs("empty");
    await expect(page.getByText(t("instances.empty_title"))).toBeVisible();
    await page.getByText(t("instances.empty_title")).locator("..").getByRole("link", { name: t("instances.create") }).click();
    await expect(maru.heading(t("create.title"))).toBeVisible();
  });

  test("a list that cannot be read says what the server said, and is read again on demand", async ({
    maru,
    page,
    watch,
    cloud,
  }) => {
    watch.allowStatus(503);
    await cloud.fault({ service: "compute", path: "servers", status: 503, times: 1 });
    await maru.signInAs("demo");
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText(t("errors.server.what"));
    await expect(alert).toContainText("A fault set through the control endpoint.");
    await expect(alert).toContainText(/req-[0-9a-f-]{36}/);
    await alert.getByRole("button", { name: t("common.retry") }).click();
    await expect(maru.rows).toHaveCount(16);
  });

  test("S10 rows appear page by page while the rest is on its way", async ({ maru, page, sent }) => {
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route(/[?&]marker=/, async (route) => {
      await held;
      await route.continue();
    });
    await maru.signInAs("many");
    const count = page.getByRole("status").filter({ hasText: either("instances.loaded", "instances.count") });
    await expect(count).toHaveText(t("instances.loaded", { n: 50 }));
    await expect(maru.rows.first()).toBeVisible();
    release();
    await expect(count).toHaveText(t("instances.count", { n: 1000 }));
    await sent.expect("GET", /\/servers\/detail\?limit=50/);
    await sent.expect("GET", /\/servers\/detail\?.*marker=/);
  });

  test("of 10,000 rows only those in view are drawn", async ({ maru, page }) => {
    test.slow();
    await maru.signInAs("many-10000");
    await expect(page.getByRole("status").filter({ hasText: t("instances.count", { n: 10000 }) })).toBeVisible({ timeout: 60_000 });
    expect(await page.getByRole("row").count()).toBeLessThanOrEqual(80);
    await expect(maru.table).toHaveAttribute("aria-rowcount", "10001");
    await maru.table.focus();
    await page.keyboard.press("End");
    await expect(maru.rows.last()).toHaveAttribute("aria-rowindex", "10001");
    await expect(maru.rows.last()).toBeInViewport();
    expect(await page.getByRole("row").count()).toBeLessThanOrEqual(80);
  });

  test("a row that is handed on to another instance shows all of it", async ({ maru, page }) => {
    test.slow();
    await maru.signInAs("many");
    const all = page.getByRole("status").filter({ hasText: t("instances.count", { n: 1000 }) });
    await expect(all).toBeVisible({ timeout: 60_000 });
    // Operations under way have ended: nothing may change while this is read.
    await maru.pass(60_000);
    await page.reload();
    await expect(all).toBeVisible({ timeout: 60_000 });
    const scroll = (top: number) => page.locator(".table-scroll").evaluate((box, top) => (box.scrollTop = top), top);
    const headings = ["common.status", "common.name", "common.name", "instances.flavor", "instances.addresses"];
    for (const [at, heading] of headings.entries()) {
      await page.getByRole("columnheader", { name: t(heading) }).getByRole("button").click();
      await scroll((at + 4) * 1_000);
    }
    await scroll(0);
    await expect(maru.rows.first()).toHaveAttribute("aria-rowindex", "2");
    // The address follows a moment later; the reload below reads it.
    await expect(page).toHaveURL(/sort=address&/);
    const told = () =>
      maru.rows.evaluateAll((rows) =>
        rows.map((row) => {
          // Ages change while this is read.
          row.querySelectorAll("time").forEach((time) => time.replaceChildren());
          return row.outerHTML.replace(/<!--.*?-->/g, "").replace(/ id="row\d+-/, ' id="');
        }),
      );
    const handedOn = await told();
    await page.reload();
    await expect(all).toBeVisible({ timeout: 60_000 });
    expect(handedOn).toEqual(await told());
  });

  test("an open menu never passes from one instance to another", async ({ maru, page, cloud }) => {
    test.slow();
    await maru.signInAs("many");
    await expect(page.getByRole("status").filter({ hasText: t("instances.count", { n: 1000 }) })).toBeVisible({ timeout: 60_000 });
    const third = maru.rows.nth(2);
    const name = (await third.getByRole("link").textContent()) ?? "";
    const menu = await maru.rowMenu(name);
    await expect(menu.locator(":focus")).toHaveCount(1);

    // Another instance is added: the menu stays with its row.
    await cloud.addServers(1, "newcomer");
    await expect(maru.row("newcomer-1")).toBeVisible({ timeout: 40_000 });
    await expect(maru.rows.nth(3).getByRole("button", { name: t("common.actions_of", { name }) })).toHaveAttribute("aria-expanded", "true");
    await expect(menu.locator(":focus")).toHaveCount(1);

    // The row is scrolled away and its element reused: the menu is closed, and the focus is on the grid again.
    await page.locator(".table-scroll").evaluate((box) => (box.scrollTop = 16_000));
    await expect(menu).toHaveCount(0);
    await expect(maru.table).toBeFocused();
    await expect(maru.row(name)).toHaveCount(0);
    await expect(maru.table.locator("[aria-expanded=true]")).toHaveCount(0);
    // The menu of the current row is about that row.
    const other = await maru.rows.nth(20).getByRole("link").textContent();
    await maru.rows.nth(20).getByRole("button").click();
    await expect(menu).toHaveAccessibleName(t("common.actions_of", { name: other ?? "" }));
  });

  test("names with markup, right-to-left letters and 255 characters are text", async ({ maru, page, cloud }) => {
    const names = ["<img src=x onerror=alert(1)>", "شبكة‏-web", `${"가".repeat(254)}끝`];
    await maru.signInAs("empty");
    await expect(page.getByText(t("instances.empty_title"))).toBeVisible();
    for (const [at, name] of names.entries()) {
      await cloud.addServers(1, `odd${at}`);
      await cloud.change(`odd${at}-1`, { rename: name });
    }
    for (const name of names) await expect(maru.row(name)).toBeVisible({ timeout: 40_000 });
    expect(await page.locator("main img").count()).toBe(0);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width).toBeLessThanOrEqual(0);
  });
});

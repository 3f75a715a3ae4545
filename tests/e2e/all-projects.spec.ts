// The instances of all projects and regions in one table (docs/decisions/0010).
import type { Page } from "@playwright/test";
import { Console } from "./support/console";
import { PASSWORD, type Simulator } from "./support/simulator";
import { violations } from "./support/axe";
import { expect, test } from "./support/test";
import { ko, like, t } from "./support/words";

const chips = (page: Page, say = t) => page.getByRole("list", { name: say("all_projects.scopes") }).getByRole("listitem");
/** The chip of a scope, by its project and region. */
const chip = (page: Page, project: string, region: string) =>
  chips(page).filter({ hasText: project }).filter({ has: page.getByText(region, { exact: true }) });
const all = (page: Page) => page.getByRole("navigation", { name: t("shell.navigation") }).getByRole("link", { name: t("shell.all_projects") });

/** Two projects of the stock cloud, with two regions each: 16 + 3 and 7 + 2 instances. */
async function openTwo(maru: Console, page: Page, cloud: Simulator, words = "") {
  await maru.signInToStock(words);
  await expect(maru.rows.first()).toBeVisible();
  await page.getByRole("button", { name: like("shell.switch") }).click();
  await maru.dialog().getByRole("link", { name: /staging.*RegionOne/ }).click();
  await expect(page).toHaveURL(new RegExp(`/RegionOne/${cloud.second().tenant}`));
  await expect(maru.rows).toHaveCount(7);
}

test.describe("All projects", { tag: "@sim" }, () => {
  test("one table has the rows of every region of every open project", async ({ maru, page, cloud }) => {
    await openTwo(maru, page, cloud);
    await all(page).click();
    await expect(maru.heading(t("shell.all_projects"))).toBeVisible();
    await expect(page.getByText(t("instances.count", { n: 28 }), { exact: true })).toBeVisible();
    await expect(chips(page)).toHaveCount(4);
    await expect(chip(page, "staging", "RegionTwo")).toContainText("2");
    // Columns for project and region; sorted by region, the second region is first in descending order.
    await page.getByRole("columnheader", { name: t("all_projects.region") }).getByRole("button").click();
    await page.getByRole("columnheader", { name: t("all_projects.region") }).getByRole("button").click();
    await expect(page).toHaveURL(/sort=region&dir=desc/);
    for (const row of (await maru.rows.all()).slice(0, 5)) await expect(row).toContainText("RegionTwo");
    // The search includes projects and regions.
    await maru.search.fill("staging regiontwo");
    await expect(maru.rows).toHaveCount(2);
    await expect(page.getByText(t("instances.count_of", { shown: 2, total: t("instances.count", { n: 28 }) }))).toBeVisible();
    // A filter that the table of one project also has.
    await maru.search.fill("web-prod-01");
    await expect(maru.rows).toHaveCount(3);
  });

  // A past defect: "0 instances" stayed above the table when all lists had been read before the page was opened.
  test("how many there are is right when every list was read before", async ({ maru, page, cloud }) => {
    await maru.signInToStock("+one-region");
    await expect(maru.rows).toHaveCount(16);
    await maru.switchTo("staging");
    await expect(page).toHaveURL(new RegExp(cloud.second().tenant));
    await expect(maru.rows).toHaveCount(7);
    await all(page).click();
    await expect(maru.rows.first()).toBeVisible();
    await expect(page.getByText(t("instances.count", { n: 23 }), { exact: true })).toBeVisible();
  });

  test("a chip leaves its scope out, in the address too", async ({ maru, page, cloud }) => {
    await openTwo(maru, page, cloud);
    await all(page).click();
    await expect(page.getByText(t("instances.count", { n: 28 }), { exact: true })).toBeVisible();
    const toggle = chip(page, "staging", "RegionOne").getByRole("button");
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    await toggle.click();
    await expect(page.getByText(t("instances.count", { n: 21 }), { exact: true })).toBeVisible();
    await expect(page).toHaveURL(/without=/);
    await page.reload();
    await expect(page.getByText(t("instances.count", { n: 21 }), { exact: true })).toBeVisible();
    await expect(chip(page, "staging", "RegionOne").getByRole("button")).toHaveAttribute("aria-pressed", "false");
  });

  test("an action goes to the row's own scope, whatever is alike", async ({ maru, page, cloud }) => {
    await openTwo(maru, page, cloud);
    await all(page).click();
    await maru.search.fill("web-prod-01 regionone");
    // Running in the first project, stopped in the second.
    await expect(maru.rows).toHaveCount(2);
    const [first, second] = [cloud.in("RegionOne"), cloud.second().in("RegionOne")];
    const [before, beforeSecond] = [await first.now(), await second.now()];
    const mine = maru.rows.filter({ hasText: "staging" });
    await mine.getByRole("button", { name: like("common.actions_of") }).click();
    await page.getByRole("menu").getByRole("menuitem", { name: t("actions.start.menu") }).click();
    await second.expectReceived("POST", /\/servers\/[0-9a-f-]+\/action$/);
    expect((await first.received(before, { method: "POST" })).filter((one) => /action$/.test(one.path))).toEqual([]);
    expect((await second.received(beforeSecond, { method: "POST" })).filter((one) => /action$/.test(one.path))).toHaveLength(1);
    await maru.pass();
    await expect(maru.notice(like("all_projects.name_in", { name: "web-prod-01", project: "staging", region: "RegionOne" }))).toBeVisible();
    // A dialog names the project.
    const other = maru.rows.filter({ hasNotText: "staging" });
    await other.getByRole("button", { name: like("common.actions_of") }).click();
    await page.getByRole("menu").getByRole("menuitem", { name: t("actions.stop.menu"), exact: true }).click();
    await expect(maru.dialog()).toContainText("RegionOne");
    const then = await first.now();
    await maru.dialog().getByRole("button", { name: t("actions.stop_question.confirm"), exact: true }).click();
    await first.expectReceived("POST", /\/servers\/[0-9a-f-]+\/action$/);
    expect((await second.received(then, { method: "POST" })).filter((one) => /action$/.test(one.path))).toEqual([]);
    // The address is still that of all projects, and a row links to its own scope.
    await expect(page).toHaveURL(/\/all-projects/);
    await mine.getByRole("link", { name: "web-prod-01" }).click();
    await expect(page).toHaveURL(new RegExp(`/RegionOne/${cloud.second().tenant}.*/instances/`));
    await expect(maru.heading("web-prod-01")).toBeVisible();
    await page.goBack();
    await expect(maru.rows).toHaveCount(2);
  });

  // Past defects: a second press sent the instance's id to the project of the address.
  for (const how of ["is not signed in to again", "is signed out of in another tab"] as const) {
    test(`the question about a row ends when its project ${how}`, async ({ maru, page, context, cloud, watch }) => {
      watch.allowStatus(401, 404);
      await openTwo(maru, page, cloud);
      const staging = page.url();
      await page.goBack();
      await expect(maru.rows).toHaveCount(16);
      await all(page).click();
      await maru.search.fill("web-prod-01 staging regionone");
      await expect(maru.rows).toHaveCount(1);
      await maru.rowAction("web-prod-01", t("actions.delete.menu"));
      const question = maru.dialog(like("questions.delete_title"));
      await question.getByLabel(t("common.type_name", { name: "web-prod-01" })).fill("web-prod-01");
      const [first, before] = [cloud.in("RegionOne"), await cloud.in("RegionOne").now()];
      if (how === "is not signed in to again") {
        await cloud.second().endSession();
        await question.getByRole("button", { name: t("questions.delete"), exact: true }).click();
        const again = maru.dialog(t("shell.session_ended"));
        await again.getByRole("button", { name: t("common.cancel"), exact: true }).click();
        await expect(again).toHaveCount(0);
      } else {
        const other = new Console(await context.newPage(), cloud.second().tenant);
        await other.page.goto(staging);
        await (await other.accountMenu()).getByRole("menuitem", { name: like("shell.switch_close") }).click();
      }
      await expect(question).toHaveCount(0);
      await expect(page).toHaveURL(/\/all-projects/);
      expect((await first.received(before, { method: "DELETE" })).map((one) => one.path)).toEqual([]);
    });
  }

  test("two clouds with two regions and two projects each: one table, each row of its own cloud", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(503);
    await openTwo(maru, page, cloud);
    // The same project id in the other cloud: one session of each.
    for (const project of [cloud, cloud.second()]) {
      const nhn = new Console(page, project.tenant);
      await nhn.open("sign-in");
      await nhn.openForm();
      await nhn.field(t("sign_in.cloud")).selectOption({ index: 0 });
      await nhn.fillSignIn("demo");
      await nhn.submitSignIn();
      await expect(maru.scope).toContainText("KR1");
    }
    await all(page).click();
    await expect(chips(page)).toHaveCount(8);
    await expect(page.getByText(t("instances.count", { n: 56 }), { exact: true })).toBeVisible();
    // Alike in every scope but where it is.
    await maru.search.fill("web-prod-01 KR1");
    await expect(maru.rows).toHaveCount(2);
    await maru.search.fill("web-prod-01");
    const stopped = maru.rows.filter({ hasText: "staging" }).filter({ hasText: "RegionOne" });
    const before = await cloud.now();
    await stopped.getByRole("button", { name: like("common.actions_of") }).click();
    await page.getByRole("menu").getByRole("menuitem", { name: t("actions.start.menu") }).click();
    await cloud.second().expectReceived("POST", /^\/regionone\/.*\/servers\/[0-9a-f-]+\/action$/);
    const actions = (await cloud.second().received(before, { method: "POST" })).filter((one) => /action$/.test(one.path));
    expect(actions).toHaveLength(1);
    // A whole cloud goes down; the rows of the other stay fresh.
    await cloud.in("KR1").fault({ service: "compute", status: 503 });
    await page.getByRole("button", { name: t("common.refresh") }).click();
    await expect(chip(page, "staging", "RegionOne")).toContainText("7");
    await expect(maru.rows.filter({ hasText: "RegionOne" })).toHaveCount(2);
  });

  for (const [how, fault] of [
    ["never answers", { hang: true }],
    ["answers 503", { status: 503 }],
    ["answers garbage", { status: 200, body: "<html>" }],
  ] as const) {
    test(`a region that ${how} leaves the others alone`, async ({ maru, page, cloud, watch }) => {
      watch.allowStatus(503);
      await openTwo(maru, page, cloud);
      await cloud.fault({ service: "compute", region: "RegionTwo", ...fault });
      await all(page).click();
      // 16 of the first project, 7 and 2 of the second.
      await expect(chip(page, "staging", "RegionTwo")).toContainText("2");
      await expect(chip(page, "staging", "RegionOne")).toContainText("7");
      const dead = chips(page).filter({ hasNotText: "staging" }).filter({ hasText: "RegionTwo" });
      if (how === "never answers") {
        await expect(dead).toContainText(t("all_projects.loading"));
      } else {
        await expect(dead.getByRole("button", { name: t("common.retry") })).toBeVisible();
        await cloud.endFaults();
        await dead.getByRole("button", { name: t("common.retry") }).click();
        await expect(page.getByText(t("instances.count", { n: 28 }), { exact: true })).toBeVisible();
      }
    });
  }

  test("a session that ended is signed in again from its chip", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(401, 404);
    await openTwo(maru, page, cloud);
    await all(page).click();
    await expect(page.getByText(t("instances.count", { n: 28 }), { exact: true })).toBeVisible();
    await cloud.second().endSession();
    await page.getByRole("button", { name: t("common.refresh") }).click();
    const ended = chip(page, "staging", "RegionOne");
    await expect(ended).toContainText(t("all_projects.ended"));
    await expect(maru.dialog()).toBeHidden();
    await ended.getByRole("button", { name: t("all_projects.sign_in_again") }).click();
    await expect(maru.dialog(t("shell.session_ended"))).toContainText("staging");
    await maru.dialog().getByLabel(t("sign_in.password"), { exact: true }).fill(PASSWORD);
    await maru.dialog().getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
    await expect(maru.dialog()).toBeHidden();
    await expect(ended).not.toContainText(t("all_projects.ended"));
    await expect(page).toHaveURL(/\/all-projects/);
  });

  test("is in the switcher, in Korean, on a phone, and accessible", async ({ maru, page, cloud }) => {
    await openTwo(maru, page, cloud);
    await page.getByRole("button", { name: like("shell.switch") }).click();
    await maru.dialog().getByRole("link", { name: t("shell.all_projects") }).click();
    await expect(page.getByText(t("instances.count", { n: 28 }), { exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(maru.rows.first()).toContainText(/RegionOne|RegionTwo/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await violations(page)).toEqual([]);
    await maru.accountMenu().then((menu) => menu.getByRole("menuitemradio", { name: "한국어" }).click());
    await expect(chips(page, ko)).toHaveCount(4);
    await expect(page.getByRole("heading", { name: ko("shell.all_projects") })).toBeVisible();
  });
});

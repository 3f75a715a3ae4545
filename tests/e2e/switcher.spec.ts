// The switcher of clouds, regions and projects.
import { Console } from "./support/console";
import { checkEach, type State } from "./support/axe";
import { CreateForm, NEW } from "./support/create-form";
import { expect, test } from "./support/test";
import { ko, t } from "./support/words";

test.describe("Switcher", { tag: "@sim" }, () => {
  test("N01 by keyboard alone: type to find a project, and open it without a password", async ({ maru, page, cloud }) => {
    await maru.signInToStock();
    await expect(maru.rows).toHaveCount(16);
    await maru.scope.focus();
    await page.keyboard.press("Enter");
    const search = maru.dialog(t("shell.switch")).getByRole("searchbox", { name: t("shell.switch_search") });
    await expect(search).toBeFocused();
    await expect(maru.scopeLine("staging")).toBeVisible();
    await page.keyboard.type("stag");
    await expect(maru.scopeLine()).toHaveCount(1);
    await page.keyboard.press("ArrowDown");
    await expect(maru.scopeLine("staging")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(maru.dialog()).toHaveCount(0);
    await expect(maru.rows).toHaveCount(7);
    await expect(maru.scope).toContainText("staging");
    const second = cloud.second();
    const { body } = await second.expectReceived("POST", /^\/identity\/v3\/auth\/tokens$/);
    expect(body).toMatchObject({ auth: { identity: { methods: ["token"] }, scope: { project: { id: second.tenant } } } });
  });

  test("arrow keys lead through the lines, Esc leaves it and gives the focus back", async ({ maru, page }) => {
    await maru.signInToStock();
    await maru.scope.click();
    await expect(maru.scopeLine()).toHaveCount(3);
    await page.keyboard.press("ArrowDown");
    await expect(maru.scopeLine().nth(0)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(maru.scopeLine().nth(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(maru.scopeLine().nth(0)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(maru.dialog()).toHaveCount(0);
    await expect(maru.scope).toBeFocused();
  });

  test("says which one is shown, and the ones used last stand first; the list stays the same kind", async ({ maru, page }) => {
    await maru.signInToStock("", "volumes");
    await maru.switchTo("RegionTwo");
    await expect(maru.heading(t("volumes.title"))).toBeVisible();
    await expect(page).toHaveURL(/\/volumes$/);
    await maru.switchTo("staging");
    await expect(maru.heading(t("volumes.title"))).toBeVisible();
    await maru.scope.click();
    await expect(maru.scopeLine().first()).toHaveAccessibleName(/staging/);
    await expect(maru.scopeLine().first()).toHaveAttribute("aria-current", "page");
    await expect(maru.scopeLine().nth(1)).toHaveAccessibleName(/RegionTwo/);
    await maru.dialog().getByRole("searchbox").fill("nothing like it");
    await expect(maru.dialog().getByText(t("shell.switch_none"))).toBeVisible();
    await maru.dialog().getByRole("link", { name: t("shell.switch_sign_in") }).click();
    await expect(maru.signInHeading).toBeVisible();
  });

  // A past defect: the gateway ended the whole sign-in, so the project that goes on asked for the password.
  test("N01 signing out of a project that was opened from another one ends only that one", async ({ maru, page, sent }) => {
    await maru.signInToStock();
    await expect(maru.rows).toHaveCount(16);
    await maru.switchTo("staging");
    await expect(maru.rows).toHaveCount(7);
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitem", { name: t("shell.switch_close", { project: "staging" }) }).click();
    await expect(maru.rows).toHaveCount(16);
    await sent.expect("DELETE", /\/auth\/tokens$/);
    await page.reload();
    await expect(maru.rows).toHaveCount(16);
    await expect(maru.dialog()).toHaveCount(0);
    // And it can be opened again.
    await maru.switchTo("staging");
    await expect(maru.rows).toHaveCount(7);
    await page.reload();
    await expect(maru.rows).toHaveCount(7);
  });

  test("unsaved work is asked about first, and stays", async ({ maru, page }) => {
    await maru.signInAs("demo", NEW);
    await new CreateForm(page, maru).fill({ name: "half-typed" });
    await maru.scope.click();
    await maru.scopeLine("KR2").click();
    const question = maru.dialog(t("create.leave_title"));
    await expect(question).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question).toHaveCount(0);
    await expect(maru.scope).toContainText("KR1");
    if (await maru.dialog().isVisible()) await page.keyboard.press("Escape");
    await expect(maru.field(t("common.name"))).toHaveValue("half-typed");
    await maru.scope.click();
    await maru.scopeLine("KR2").click();
    await maru.dialog(t("create.leave_title")).getByRole("button", { name: t("create.leave_confirm"), exact: true }).click();
    await expect(maru.scope).toContainText("KR2");
    await expect(maru.rows).toHaveCount(3);
  });

  test("N01 a cloud that lists no projects is not asked for them: regions, and signing in to another one", async ({
    maru,
    page,
    cloud,
  }) => {
    await maru.signInAs("demo");
    const before = await cloud.now();
    await maru.scope.click();
    await expect(maru.scopeLine()).toHaveCount(2);
    await expect(maru.scopeLine("KR1")).toHaveAttribute("aria-current", "page");
    await maru.dialog().getByRole("link", { name: t("shell.switch_sign_in") }).click();
    expect(await cloud.received(before, { service: "identity" })).toEqual([]);
    const second = cloud.second();
    await new Console(page, second.tenant).fillSignIn("demo");
    await maru.submitSignIn();
    await expect(maru.rows).toHaveCount(7);
    await second.expectReceived("POST", /^\/identity\/v2\.0\/tokens$/);
    await maru.switchTo("c_MaruDemo01", "KR1");
    await expect(maru.rows).toHaveCount(16);
    await expect(page).toHaveTitle(t("shell.title_in", { page: t("instances.title"), project: "c_MaruDemo01" }));
  });

  test("a list of projects that fails is said in the cloud's words, and what is open can be chosen", async ({
    maru,
    cloud,
    watch,
  }) => {
    watch.allowStatus(503);
    await maru.signInToStock();
    const why = "The catalog is being rebuilt";
    const error = { code: 503, title: "Service Unavailable", message: why };
    await cloud.fault({ service: "identity", method: "GET", path: "/auth/projects", status: 503, body: { error } });
    await maru.scope.click();
    await expect(maru.dialog().getByText(t("shell.switch_failed", { cloud: "Stock OpenStack", why }))).toBeVisible();
    await maru.scopeLine("RegionTwo").click();
    await expect(maru.rows).toHaveCount(3);
  });

  test("in Korean, at 360 px", async ({ maru, page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await maru.signInToStock();
    await (await maru.accountMenu()).getByRole("menuitemradio", { name: "한국어" }).click();
    await page.getByRole("banner").getByRole("button", { name: ko("shell.switch") }).click();
    const dialog = maru.dialog(ko("shell.switch"));
    await dialog.getByRole("searchbox", { name: ko("shell.switch_search") }).fill("staging");
    const line = dialog.getByRole("listitem").getByRole("link");
    await expect(line).toHaveCount(1);
    await expect(line).toContainText(ko("shell.switch_reachable"));
    const box = await line.boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(360);
    await line.click();
    await expect(page.getByRole("banner")).toContainText("staging");
  });
});

const opened: State[] = [
  ["the switcher", async ({ maru }) => {
    await maru.signInToStock();
    await maru.scope.click();
    await maru.scopeLine("staging").waitFor();
  }],
  ["the switcher, without projects", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(503);
    await maru.signInToStock();
    await cloud.fault({ service: "identity", method: "GET", path: "/auth/projects", status: 503 });
    await maru.scope.click();
    await page.getByRole("dialog").getByText("Stock OpenStack").first().waitFor();
  }],
  ["the sign-in for a link", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await maru.open(`@demo/KR1/${cloud.second().tenant}/instances/00000000-0000-4000-8000-000000000000`);
    await page.getByRole("button", { name: t("sign_in.look") }).waitFor();
  }],
];

test.describe("Accessibility of scopes", { tag: "@sim" }, () => checkEach(opened));

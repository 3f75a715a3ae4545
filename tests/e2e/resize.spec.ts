// Another flavor for an instance (rows S09, S26).
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

const flavorOf = (maru: Console, name: string) => maru.choice(t("questions.new_flavor"), name);

/** The reason below a choice that is disabled. */
const whyNot = (maru: Console, name: string) =>
  maru.page.getByRole("radiogroup").getByRole("row").filter({ has: maru.page.getByText(name, { exact: true }) });

test.describe("Resize", { tag: "@sim" }, () => {
  test("S26 S09 the new flavor beside the old, the restart said before; VERIFY_RESIZE goes by itself", async ({
    maru,
    cloud,
  }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.resize.menu"));
    const dialog = maru.dialog(t("questions.resize_title", { name: "web-prod-01" }));
    await expect(dialog).toContainText(t("questions.resize_restart"));
    await expect(dialog.getByRole("button", { name: starts("questions.resize") })).toHaveAttribute("aria-disabled", "true");
    await flavorOf(maru, "m2.c4m8").check({ force: true });
    await expect(dialog.getByRole("row", { name: `${t("questions.vcpus")} 2 4` })).toBeVisible();
    await expect(dialog.getByRole("row", { name: `${t("questions.ram")} ${t("common.gb", { n: 4 })} ${t("common.gb", { n: 8 })}` })).toBeVisible();
    await expect(dialog).toContainText(like("questions.quota_vcpus", { used: /\d+/, limit: /[\d,]+/, asked: 2 }));
    await maru.answer(t("questions.resize"));
    await expect(dialog).toHaveCount(0);
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await expect(maru.notice(t("actions.resize.begun", { name: "web-prod-01" }))).toBeVisible();
    await cloud.advance(10_000);
    await expect(maru.row("web-prod-01")).toContainText(t("status.active"));
    await expect(maru.row("web-prod-01")).toContainText("m2.c4m8");
    await expect(maru.notice(t("actions.resize.done", { name: "web-prod-01" }))).toBeVisible();
    // The guide forbids confirming.
    const sent = (await cloud.received(0, { method: "POST" })).filter((one) => ACTION.test(one.path));
    expect(sent).toHaveLength(1);
  });

  test("S26 S09 VERIFY_RESIZE under the guide's rules is a step, not a question", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toBeVisible();
    await cloud.change("dev-minji", { vm_state: "resized" });
    await expect(maru.row("dev-minji")).toContainText(t("status.verify_resize"), { timeout: 40_000 });
    const menu = await maru.rowMenu("dev-minji");
    await expect(menu.getByRole("menuitem", { name: starts("actions.resize.menu") })).toHaveAttribute("aria-disabled", "true");
    for (const action of ["confirm_resize", "revert_resize"]) {
      await expect(menu.getByRole("menuitem", { name: starts(`actions.${action}.menu`) })).toHaveCount(0);
    }
  });

  test("S26 what is no target says why: the present flavor, U2, what is no longer offered", async ({ maru }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.resize.menu"));
    for (const [name, why] of [
      ["m2.c2m4", t("questions.current")],
      ["u2.c8m16", t("questions.to_u2")],
      ["m1.c2m4", t("questions.disabled")],
    ] as const) {
      await expect(flavorOf(maru, name)).toBeDisabled();
      await expect(whyNot(maru, name)).toContainText(why);
    }
  });

  test("S26 an instance on U2 stays there, and the menu says why", async ({ maru }) => {
    await maru.signInAs("demo");
    const menu = await maru.rowMenu("staging-api");
    const item = menu.getByRole("menuitem", { name: starts("actions.resize.menu") });
    await expect(item).toHaveAttribute("aria-disabled", "true");
    await expect(item).toContainText(t("outcomes.never_u2"));
  });

  test("S26 Windows needs 2 GB: at the edge it can be chosen, below it not", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("win-ad-01", t("actions.resize.menu"));
    await page.getByRole("searchbox", { name: t("common.search"), exact: true }).fill("c1m");
    await expect(flavorOf(maru, "t2.c1m2")).toBeEnabled();
    await expect(flavorOf(maru, "m2.c1m2")).toBeEnabled();
    await expect(flavorOf(maru, "t2.c1m1")).toBeDisabled();
    await expect(whyNot(maru, "t2.c1m1")).toContainText(t("questions.ram_small", { size: t("common.gb", { n: 2 }) }));
  });

  test("S26 a stopped instance is resized without a word of a restart, and stays stopped", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.rowAction("주문-데이터베이스-예비", t("actions.resize.menu"));
    await expect(maru.dialog()).not.toContainText(t("questions.resize_restart"));
    await flavorOf(maru, "r2.c2m8").check({ force: true });
    await maru.answer(t("questions.resize"));
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await cloud.advance(10_000);
    await expect(maru.row("주문-데이터베이스-예비")).toContainText("r2.c2m8");
    await expect(maru.row("주문-데이터베이스-예비")).toContainText(t("status.shutoff"));
  });

  test("S26 a resize that fails goes back to the old flavor, and a notice says so", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await cloud.change("dev-minji", { rename: "fail-resize-1" });
    await maru.rowAction("fail-resize-1", t("actions.resize.menu"));
    await flavorOf(maru, "t2.c1m2").check({ force: true });
    await maru.answer(t("questions.resize"));
    await expect(maru.row("fail-resize-1")).toContainText(t("status.resize_prep"));
    await cloud.advance(5_000);
    await expect(maru.notice(t("outcomes.resize_failed", { name: "fail-resize-1" }))).toBeVisible();
    await expect(maru.row("fail-resize-1")).toContainText("t2.c1m1");
    await expect(maru.row("fail-resize-1")).toContainText(t("status.active"));
  });

  test("S26 what the cloud refuses stays in the dialog with its words and the request id", async ({
    maru,
    cloud,
    watch,
  }) => {
    watch.allowStatus(409);
    await maru.signInAs("demo");
    await cloud.change("dev-minji", { rename: "fail-action-1" });
    await maru.rowAction("fail-action-1", t("actions.resize.menu"));
    await flavorOf(maru, "t2.c1m2").check({ force: true });
    await maru.answer(t("questions.resize"));
    const alert = maru.dialog().getByRole("alert");
    await expect(alert).toContainText(/req-[0-9a-f-]{36}/);
    await expect(flavorOf(maru, "t2.c1m2")).toBeChecked();
  });

  test("S26 N09 more than the quota has room for is said before", async ({ maru, cloud }) => {
    // An instance created elsewhere appears with the next poll of an idle list.
    test.slow();
    await maru.signInToStock("+quota");
    await expect(maru.page.getByText(t("instances.empty_title"))).toBeVisible();
    await cloud.addServers(1, "small");
    await maru.rowAction("small-1", t("actions.resize.menu"));
    await flavorOf(maru, "m2.c2m4").check({ force: true });
    await expect(maru.dialog()).toContainText(t("questions.quota_vcpus", { used: 1, limit: 4, asked: 1 }));
    await expect(maru.dialog()).not.toContainText(t("questions.quota_over"));
    await flavorOf(maru, "m2.c8m16").check({ force: true });
    await expect(maru.dialog()).toContainText(t("questions.quota_over"));
  });

  test("S26 a stock cloud waits: the new flavor is confirmed on the page", async ({ maru, cloud, page }) => {
    await maru.signInToStock();
    await maru.row("web-prod-01").getByRole("link").click();
    await maru.button(t("actions.more")).click();
    await page.getByRole("menuitem", { name: starts("actions.resize.menu") }).click();
    await expect(maru.dialog()).toContainText(t("questions.resize_waits"));
    await flavorOf(maru, "m2.c4m8").check({ force: true });
    await maru.field(t("questions.disk_config")).selectOption("AUTO");
    await maru.answer(t("questions.resize"));
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID, "OS-DCF:diskConfig": "AUTO" } });
    await cloud.advance(7_000);
    await expect(page.getByRole("heading", { name: t("questions.verify_title") })).toBeVisible();
    await expect(maru.notice(t("actions.resize.done", { name: "web-prod-01" }))).toBeVisible();
    await page.getByRole("main").getByRole("button", { name: t("actions.confirm_resize.menu") }).click();
    await cloud.expectReceived("POST", ACTION, { confirmResize: null });
    await cloud.advance(2_000);
    await expect(maru.notice(t("actions.confirm_resize.done", { name: "web-prod-01" }))).toBeVisible();
    await expect(page.getByRole("heading", { name: t("questions.verify_title") })).toHaveCount(0);
    await expect(page.getByRole("main").getByText("m2.c4m8").first()).toBeVisible();
  });

  test("S26 a stock cloud waits: from the menu it goes back to the old flavor", async ({ maru, cloud }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t("actions.resize.menu"));
    await flavorOf(maru, "m2.c4m8").check({ force: true });
    await maru.answer(t("questions.resize"));
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await cloud.advance(7_000);
    await expect(maru.row("web-prod-01")).toContainText("m2.c4m8");
    await expect(maru.row("web-prod-01")).toContainText(t("status.verify_wait"));
    await expect(maru.notice(t("actions.resize.done", { name: "web-prod-01" }))).toBeVisible();
    await maru.rowAction("web-prod-01", t("actions.revert_resize.menu"));
    const asked = maru.dialog(t("actions.revert_resize_question.title", { name: "web-prod-01" }));
    await expect(asked).toContainText(t("actions.revert_resize_question.text"));
    await maru.answer(t("actions.revert_resize_question.confirm"));
    await cloud.expectReceived("POST", ACTION, { revertResize: null });
    await cloud.advance(4_000);
    await expect(maru.notice(t("actions.revert_resize.done", { name: "web-prod-01" }))).toBeVisible();
    await expect(maru.row("web-prod-01")).toContainText("m2.c2m4");
  });

  test("the keyboard alone resizes", async ({ maru, cloud, page }) => {
    await maru.signInAs("demo");
    await maru.button(t("common.actions_of", { name: "dev-minji" })).focus();
    await page.keyboard.press("Enter");
    // The part with the menu is loaded after the first rows: letters work once the menu has the focus.
    await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
    const letterOf = (action: string) => t(`actions.${action}.menu`)[0].toLowerCase();
    await page.keyboard.press(letterOf("reboot"));
    await expect(page.getByRole("menuitem", { name: starts("actions.reboot.menu") })).toBeFocused();
    await page.keyboard.press(letterOf("resize"));
    await page.keyboard.press("Enter");
    await expect(maru.dialog(t("questions.resize_title", { name: "dev-minji" }))).toBeVisible();
    await page.getByRole("searchbox", { name: t("common.search"), exact: true }).focus();
    await page.keyboard.type("t2.c1m2");
    await flavorOf(maru, "t2.c1m2").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await expect(maru.button(t("common.actions_of", { name: "dev-minji" }))).toBeFocused();
  });
});

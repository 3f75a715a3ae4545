// Shelving, and the actions that leave each state of an instance (rows S09, N08).
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

test.describe("Ways out", { tag: "@sim" }, () => {
  /** The name of the action, the button of its dialog (none: it runs at once), and what the cloud receives. */
  interface Way {
    asks?: string;
    body: object;
    notice: string;
    state: string;
  }
  const ways = (name: string): Record<string, Way> => ({
    [t("actions.shelve.menu")]: {
      asks: t("actions.shelve_question.confirm"),
      body: { shelve: null },
      notice: t("actions.shelve.done", { name }),
      state: t("status.shelved_offloaded"),
    },
    [t("actions.unshelve.menu")]: { body: { unshelve: null }, notice: t("actions.unshelve.done", { name }), state: t("status.active") },
    [t("actions.pause.menu")]: {
      asks: t("actions.pause_question.confirm"),
      body: { pause: null },
      notice: t("actions.pause.done", { name }),
      state: t("status.paused"),
    },
    [t("actions.unpause.menu")]: { body: { unpause: null }, notice: t("actions.unpause.done", { name }), state: t("status.active") },
    [t("actions.suspend.menu")]: {
      asks: t("actions.suspend_question.confirm"),
      body: { suspend: null },
      notice: t("actions.suspend.done", { name }),
      state: t("status.suspended"),
    },
    [t("actions.resume.menu")]: { body: { resume: null }, notice: t("actions.resume.done", { name }), state: t("status.active") },
    [t("actions.unrescue.menu")]: {
      asks: t("actions.unrescue_question.confirm"),
      body: { unrescue: null },
      notice: t("actions.unrescue.done", { name }),
      state: t("status.active"),
    },
    [t("actions.shelve_offload.menu")]: {
      asks: t("actions.shelve_offload_question.confirm"),
      body: { shelveOffload: null },
      notice: t("actions.shelve_offload.done", { name }),
      state: t("status.shelved_offloaded"),
    },
  });

  for (const [title, stock, name, state, actions] of [
    ["N08 shelve and unshelve", false, "dev-minji", undefined, [t("actions.shelve.menu"), t("actions.unshelve.menu")]],
    ["N08 a shelved instance comes back", false, "archive-node", undefined, [t("actions.unshelve.menu")]],
    ["N08 shelve and unshelve on a stock cloud", true, "web-prod-01", undefined, [t("actions.shelve.menu"), t("actions.unshelve.menu")]],
    ["N08 the host of a shelved instance", "+offload", "web-prod-01", "shelved", [t("actions.shelve_offload.menu")]],
    ["S09 out of Paused, where the guide knows no pause", false, "legacy-erp", undefined, [t("actions.unpause.menu")]],
    ["S09 out of Suspended, where the guide knows no suspend", false, "report-2019", undefined, [t("actions.resume.menu")]],
    ["S09 pause and unpause", true, "web-prod-01", undefined, [t("actions.pause.menu"), t("actions.unpause.menu")]],
    ["S09 suspend and resume", true, "web-prod-01", undefined, [t("actions.suspend.menu"), t("actions.resume.menu")]],
    ["S09 out of the rescue system", true, "web-prod-01", "rescued", [t("actions.unrescue.menu")]],
  ] as const) {
    test(title, async ({ maru, cloud }) => {
      await (stock ? maru.signInToStock(stock === true ? "" : stock) : maru.signInAs("demo"));
      await expect(maru.row(name)).toBeVisible();
      if (state) {
        await cloud.change(name, { vm_state: state });
        await expect(maru.row(name)).not.toContainText(t("status.active"), { timeout: 40_000 });
      }
      for (const action of actions) {
        const way = ways(name)[action];
        await maru.rowAction(name, action);
        if (way.asks) {
          await expect(maru.dialog()).toContainText(name);
          await maru.answer(way.asks);
        }
        await cloud.expectReceived("POST", ACTION, way.body);
        await cloud.advance(8_000);
        await expect(maru.notice(way.notice)).toBeVisible();
        await expect(maru.row(name)).toContainText(way.state);
      }
    });
  }

  test("what today's guide does not name is not in the menu of NHN Cloud", async ({ maru }) => {
    await maru.signInAs("demo");
    const menu = await maru.rowMenu("web-prod-01");
    await expect(menu.getByRole("menuitem", { name: t("actions.shelve.menu") })).toBeVisible();
    for (const action of ["pause", "suspend", "rescue", "rebuild", "lock", "confirm_resize"]) {
      await expect(menu.getByRole("menuitem", { name: starts(`actions.${action}.menu`) })).toHaveCount(0);
    }
  });

  test("S09 a lock that shows in a refusal only can be taken off on NHN Cloud, too", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    await maru.signInAs("demo");
    const unlock = page.getByRole("menuitem", { name: starts("actions.unlock.menu") });
    await maru.rowMenu("web-prod-01");
    await expect(unlock).toHaveCount(0);
    await page.keyboard.press("Escape");
    const { servers } = await cloud.client("GET", "compute/v2/{tenant}/servers?name=web-prod-01");
    await cloud.client("POST", `compute/v2/{tenant}/servers/${servers[0].id}/action`, { lock: null });
    await maru.rowAction("web-prod-01", t("actions.stop.menu"));
    await maru.answer(t("actions.stop_question.confirm"));
    await expect(page.getByRole("region", { name: t("shell.notices") }).getByRole("alert")).toContainText("is locked");
    // The menus of other instances do not change.
    await maru.rowMenu("dev-minji");
    await expect(unlock).toHaveCount(0);
    await page.keyboard.press("Escape");
    await maru.rowMenu("web-prod-01");
    await unlock.click();
    await cloud.expectReceived("POST", ACTION, { unlock: null });
    await expect(maru.notice(t("actions.unlock.done", { name: "web-prod-01" }))).toBeVisible();
    await maru.rowMenu("web-prod-01");
    await expect(unlock).toHaveCount(0);
  });

  test("S09 a running task blocks all but the hard reboot and deleting", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await cloud.change("web-prod-01", { task_state: "powering-off" });
    await expect(maru.row("web-prod-01")).toContainText(t("status.stopping"), { timeout: 40_000 });
    const menu = await maru.rowMenu("web-prod-01");
    for (const action of ["stop", "resize", "rename", "shelve"]) {
      const item = menu.getByRole("menuitem", { name: starts(`actions.${action}.menu`) });
      await expect(item).toHaveAttribute("aria-disabled", "true");
      await expect(item).toContainText(t("outcomes.busy", { task: t("status.stopping") }));
    }
    for (const action of [t("actions.reboot.menu"), t("actions.delete.menu")]) {
      await expect(menu.getByRole("menuitem", { name: action })).not.toHaveAttribute("aria-disabled", "true");
    }
  });

  test("S09 what a cloud turns out not to have leaves the menu", async ({ maru, watch, cloud }) => {
    watch.allowStatus(400);
    await maru.signInToStock("+no-pause");
    await maru.rowAction("web-prod-01", t("actions.pause.menu"));
    await maru.answer(t("actions.pause_question.confirm"));
    await cloud.expectReceived("POST", ACTION, { pause: null });
    await expect(maru.page.getByRole("alert")).toContainText("There is no such action");
    const menu = await maru.rowMenu("web-prod-01");
    await expect(menu.getByRole("menuitem", { name: starts("actions.suspend.menu") })).toBeVisible();
    await expect(menu.getByRole("menuitem", { name: starts("actions.pause.menu") })).toHaveCount(0);
  });

  test("S09 rescue shows its password once", async ({ maru, cloud, page }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t("actions.rescue.menu"));
    await expect(maru.dialog(t("questions.rescue_title", { name: "web-prod-01" }))).toContainText(t("questions.rescue_text"));
    await expect(maru.choice(t("questions.rescue_image"), t("questions.rescue_default"))).toBeChecked();
    await maru.answer(t("questions.rescue"));
    await cloud.expectReceived("POST", ACTION, { rescue: null });
    await expect(maru.dialog()).toContainText(t("questions.password_once"));
    const password = await maru.dialog().locator("code").textContent();
    expect(password?.length).toBeGreaterThan(7);
    // It cannot be shown again: leaving without having copied it must be confirmed.
    await maru.answer(t("questions.done"));
    await maru.answer(t("questions.password_discard"));
    await expect(page.getByText(password ?? "")).toHaveCount(0);
    await cloud.advance(3_000);
    await expect(maru.notice(t("actions.rescue.done", { name: "web-prod-01" }))).toBeVisible();
    await expect(maru.row("web-prod-01")).toContainText(t("status.rescue"));
  });

  test("S09 rescue with an image of one's own choice; what the cloud refuses is said", async ({ maru, cloud, watch }) => {
    watch.allowStatus(400);
    await maru.signInToStock();
    await maru.rowAction("golden-from-volume", t("actions.rescue.menu"));
    await maru.choice(t("questions.rescue_image"), "Debian 12.11 Bookworm (2026.08.19)").check({ force: true });
    await maru.answer(t("questions.rescue"));
    await cloud.expectReceived("POST", ACTION, { rescue: { rescue_image_ref: ID } });
    await expect(maru.dialog().getByRole("alert")).toContainText("Cannot rescue a volume-backed instance");
  });

  test("S09 a locked instance refuses, and is unlocked at once", async ({ maru, cloud, watch, page }) => {
    watch.allowStatus(409);
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t("actions.lock.menu"));
    await expect(maru.dialog(t("actions.lock_question.title", { name: "web-prod-01" }))).toContainText(t("actions.lock_question.text"));
    await maru.answer(t("actions.lock_question.confirm"));
    await cloud.expectReceived("POST", ACTION, { lock: null });
    await expect(maru.notice(t("actions.lock.done", { name: "web-prod-01" }))).toBeVisible();
    await maru.rowAction("web-prod-01", t("actions.stop.menu"));
    await maru.answer(t("actions.stop_question.confirm"));
    await expect(page.getByRole("region", { name: t("shell.notices") }).getByRole("alert")).toContainText("is locked");
    await maru.rowAction("web-prod-01", t("actions.unlock.menu"));
    await cloud.expectReceived("POST", ACTION, { unlock: null });
    await expect(maru.notice(t("actions.unlock.done", { name: "web-prod-01" }))).toBeVisible();
  });

  test("S09 rebuild says what is lost, wants the name typed, and shows the password once", async ({ maru, cloud }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t("actions.rebuild.menu"));
    const dialog = maru.dialog(t("questions.rebuild_title", { name: "web-prod-01" }));
    await expect(dialog).toContainText(t("questions.rebuild_lost"));
    await maru.choice(t("questions.rebuild_image"), "Debian 12.11 Bookworm (2026.08.19)").check({ force: true });
    const rebuild = dialog.getByRole("button", { name: starts("questions.rebuild") });
    await expect(rebuild).toHaveAttribute("aria-disabled", "true");
    await maru.field(t("common.type_name", { name: "web-prod-01" })).fill("web-prod-01");
    await rebuild.click();
    await cloud.expectReceived("POST", ACTION, { rebuild: { imageRef: ID } });
    await expect(maru.dialog()).toContainText(t("questions.password"));
    await maru.answer(t("questions.done"));
    await expect(maru.row("web-prod-01")).toContainText(t("status.rebuild"));
    await cloud.advance(6_000);
    await expect(maru.notice(t("actions.rebuild.done", { name: "web-prod-01" }))).toBeVisible();
    await expect(maru.row("web-prod-01")).toContainText(t("status.active"));
  });

  test("S09 what was deleted comes back, or goes for good, where a cloud keeps it", async ({ maru, page, cloud, watch }) => {
    watch.allowGoneServer();
    await maru.signInToStock("+soft-delete");
    await maru.row("web-prod-01").getByRole("link").click();
    await page.getByRole("main").getByRole("button", { name: t("actions.delete.menu") }).click();
    await maru.confirmDelete("web-prod-01");
    await cloud.expectReceived("DELETE", /\/servers\/[0-9a-f-]{36}$/);
    await cloud.advance(3_000);
    // It can be restored on its own page…
    const kept = page.getByText(t("questions.restore_text", { name: "web-prod-01" }));
    await expect(kept).toBeVisible();
    await page.getByRole("button", { name: t("actions.restore.menu") }).click();
    await cloud.expectReceived("POST", ACTION, { restore: null });
    await cloud.advance(3_000);
    await expect(maru.notice(t("actions.restore.done", { name: "web-prod-01" }))).toBeVisible();
    await expect(kept).toHaveCount(0);
    // …and in the list, as long as the cloud keeps it.
    await maru.goTo("instances");
    await maru.rowAction("web-prod-01", t("actions.delete.menu"));
    await maru.confirmDelete("web-prod-01");
    await cloud.advance(3_000);
    await expect(maru.row("web-prod-01")).toContainText(t("status.soft_deleted"));
    const menu = await maru.rowMenu("web-prod-01");
    await expect(menu.getByRole("menuitem", { name: starts("actions.start.menu") })).toContainText(t("outcomes.restore_first"));
    await page.keyboard.press("Escape");
    await maru.rowAction("web-prod-01", t("actions.delete_for_good.menu"));
    await maru.confirmDelete("web-prod-01");
    await cloud.expectReceived("POST", ACTION, { forceDelete: null });
    await cloud.advance(3_000);
    await expect(maru.notice(t("actions.delete_for_good.done", { name: "web-prod-01" }))).toBeVisible();
    await expect(maru.notice(like("outcomes.vanished"))).toHaveCount(0);
    await expect(maru.row("web-prod-01")).toHaveCount(0);
  });

  test("S09 a way out that ends in ERROR is told by a notice", async ({ maru, cloud, page }) => {
    await maru.signInToStock();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await cloud.change("web-prod-01", { rename: "fail-pause-1" });
    await maru.rowAction("fail-pause-1", t("actions.pause.menu"));
    await maru.answer(t("actions.pause_question.confirm"));
    await cloud.expectReceived("POST", ACTION, { pause: null });
    await cloud.advance(4_000);
    await expect(page.getByRole("region", { name: t("shell.notices") }).getByRole("alert")).toContainText("fail-pause-1");
    await expect(maru.row("fail-pause-1")).toContainText(t("status.error"));
  });
});

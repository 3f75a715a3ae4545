// Many instances at once, on every cloud: stopped with one that the cloud refuses, started, and deleted.
import { randomBytes } from "node:crypto";
import { chooseKey, chooseUsual } from "./support/own-instance";
import { Runs } from "./support/runs";
import { step, target } from "./support/target";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;
const ONE = /\/servers\/[0-9a-f-]{36}$/;

// A real cloud makes about one a second, and deletes as slowly.
test.describe.configure({ timeout: 15_000 * target.many });

test("many instances are stopped, but for one that the cloud refuses, started again, and deleted", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  watch.allow(/status of 409/);
  const [many, name] = [target.many, `e2e-${randomBytes(3).toString("hex")}`];
  const slow = { timeout: 5_000 * many };
  await maru.signIn();
  await maru.goTo("instances");
  await page.getByRole("link", { name: t("instances.create") }).first().click();
  await chooseUsual(maru);
  await chooseKey(page);
  await maru.field(t("common.name")).fill(name);
  await maru.field(t("create.count")).fill(String(many));
  await maru.button(t("create.submit_many", { n: many })).click();
  await sent.expect("POST", /\/servers$/);
  await maru.pass();
  // Exact: the elapsed time stands before it.
  await expect(page.getByText(t("create.batch_running", { is: many, of: many }), { exact: true })).toBeVisible(slow);

  await maru.goTo("instances");
  const show = async (words: string, n: number) => {
    await maru.search.fill(words);
    await expect(page.getByText(like("instances.count_of", { shown: n }))).toBeVisible();
  };
  const one = `${name}-1`;
  await show(`name=${one}`, 1);
  // Nova lets nobody but an administrator stop a locked one, and a list does not say which are locked.
  let locked = 0;
  await step("lock", async () => {
    await maru.rowAction(one, t("actions.lock.menu"));
    await maru.answer(t("actions.lock_question.confirm"));
    await sent.expect("POST", ACTION, { lock: null });
    locked = 1;
  });
  await show(`name:${name}-*`, many);
  const received = (method: string, path: RegExp, body?: object) =>
    sent.all.filter((one) => one.method() === method && path.test(one.url()) && (!body || JSON.stringify(one.postDataJSON()) === JSON.stringify(body)));
  const runs = new Runs(maru);
  /** Selects all that match and confirms the plan. */
  const act = async (entry: "start" | "stop" | "delete", n: number) => {
    await maru.table.focus();
    await page.keyboard.press("Control+a");
    const selection = page.getByRole("group", { name: t("selection.title") });
    await expect(selection).toContainText(t("selection.selected", { n: many }));
    await selection.getByRole("button", { name: t("common.actions"), exact: true }).click();
    await page.getByRole("menuitem", { name: t(`bulk.${entry}`), exact: true }).click();
    await expect(maru.dialog().getByRole("region", { name: t("bulk.plan") })).toContainText(t("bulk.runs_on", { n }));
    if (entry === "delete") await maru.dialog().getByLabel(t("common.type_name", { name: String(n) })).fill(String(n));
    await maru.dialog().getByRole("button", { name: t(`runs.${entry}`, { n }), exact: true }).click();
    await expect(maru.dialog()).toHaveCount(0);
  };
  /** Follows the run to its end. */
  const end = async (...counts: string[]) => {
    await expect(async () => {
      await maru.pass();
      await expect(runs.chip).toContainText([t("runs.finished"), ...counts].join(" · "), { timeout: 500 });
    }).toPass(slow);
  };
  const away = async () => {
    await runs.open();
    await runs.button("runs.dismiss").click();
    await expect(runs.chip).toHaveCount(0);
  };

  await act("stop", many);
  await end(t("runs.done", { n: many - locked }), ...(locked ? [t("runs.failed", { n: locked })] : []));
  const stops = received("POST", ACTION, { "os-stop": null });
  expect(new Set(stops.map((one) => one.url())).size).toBe(many);
  expect(stops).toHaveLength(many);
  if (locked) {
    // In the cloud's own words.
    const panel = await runs.open();
    await panel.getByLabel(t("runs.show")).selectOption(t("runs.only_failed"));
    await expect(runs.row(one)).toContainText(/is locked/);
  }
  await away();
  await show(`name=${one}`, 1);
  await step("lock", async () => {
    await maru.rowAction(one, t("actions.unlock.menu"));
    await sent.expect("POST", ACTION, { unlock: null });
  });
  await show(`name:${name}-*`, many);

  await act("start", many - locked);
  await end(t("runs.done", { n: many - locked }));
  expect(received("POST", ACTION, { "os-start": null })).toHaveLength(many - locked);
  await away();

  await act("delete", many);
  await end(t("runs.done", { n: many }));
  expect(received("DELETE", ONE)).toHaveLength(many);
  await expect(maru.rows).toHaveCount(0);
});

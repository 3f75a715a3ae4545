// Runs of many actions: in which order and how often the cloud receives each, whatever goes wrong meanwhile.
import { violations } from "./support/axe";
import { Console } from "./support/console";
import { signInAgain } from "./support/faults";
import { keptRuns } from "./support/kept-lists";
import { passInPage, setHidden, takeClock } from "./support/passing-time";
import { most, ACTION, Runs } from "./support/runs";
import { expect, test } from "./support/test";
import { t } from "./support/words";

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);

test.describe("Runs", { tag: "@sim" }, () => {
  test("a run sends each instance once and in order, not more at once than chosen; pause, faster, stop, retry", async ({ maru, cloud, page }) => {
    test.slow();
    await cloud.addServers(14, "job");
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    const highest = most(page, ACTION);
    await cloud.fault({ method: "POST", path: "/action", delay_ms: 400 });
    await runs.begin("stop", "job", { at_once: 2 });
    const panel = await runs.open();
    await expect(panel.getByRole("heading", { name: t("runs.stop", { n: 14 }) })).toBeVisible();
    await expect(runs.chip).toContainText(t("runs.stopping", { n: 14 }));
    await runs.button("runs.pause").click();
    await expect(runs.chip).toContainText(t("runs.paused"));
    await expect.poll(async () => (await runs.requests()).length).toBeGreaterThan(0);
    await cloud.advance(10_000);
    await expect(runs.row("job-1")).toContainText(t("runs.is_done"));
    const sent = (await runs.requests()).length;
    expect(sent).toBeLessThan(14);
    expect(highest()).toBeLessThanOrEqual(2);
    // A row says what it stands for: the cloud's request id, and a link.
    await expect(runs.row("job-1").getByRole("link")).toHaveAttribute("href", new RegExp(await runs.id("job-1")));
    await expect(runs.row("job-1")).toContainText(/req-/);
    await panel.getByLabel(t("runs.at_once")).selectOption("5");
    await runs.button("runs.resume").click();
    await expect.poll(async () => (await runs.requests()).length).toBeGreaterThan(sent);
    await runs.button("runs.stop_now").click();
    await cloud.advance(10_000);
    const done = (await runs.requests()).length;
    await runs.expectEnd(["runs.done", done]);
    expectInOrder(await runs.received(), names("job", 14).slice(0, done), 5);
    expect(highest()).toBeLessThanOrEqual(5);
    await cloud.endFaults();
    // What was not begun can be tried again, one by one.
    await panel.getByLabel(t("runs.show")).selectOption(t("runs.only_skipped"));
    await expect(runs.row("job-1")).toHaveCount(0);
    await expect(runs.row("job-14")).toContainText(t("runs.was_stopped"));
    await runs.row("job-14").getByRole("button").last().click();
    await page.getByRole("menuitem", { name: t("runs.retry"), exact: true }).click();
    await expect.poll(async () => (await runs.received()).at(-1)).toBe("job-14");
    await cloud.advance(10_000);
    await runs.expectEnd(["runs.done", done + 1]);
    expect(await runs.received()).toHaveLength(done + 1);
    // The results as a file.
    const [file] = await Promise.all([page.waitForEvent("download"), runs.button("runs.save").click()]);
    expect(file.suggestedFilename()).toMatch(/^run-\d{4}-\d\d-\d\d\.csv$/);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(runs.panel).toHaveCount(0);
    await expect(runs.chip).toBeFocused();
    await runs.open();
    await runs.button("runs.dismiss").click();
    await expect(runs.chip).toHaveCount(0);
    await expect.poll(() => keptRuns(page)).toEqual([]);
    await page.reload();
    await expect(maru.row("job-1")).toBeVisible();
    await expect(runs.chip).toHaveCount(0);
  });

  test("a run tells what became of each: refused, lost, failed, deleted elsewhere, asked to wait", async ({ maru, cloud, watch, page }) => {
    test.slow();
    watch.allowStatus(404, 409, 429);
    watch.allowNoAnswer();
    await cloud.addServers(8, "job");
    for (const [at, name] of [[2, "fail-action-job"], [3, "lost-job"], [4, "fail-stop-job"], [5, "slow-job"]] as const) {
      await cloud.change(`job-${at}`, { rename: `${name}-${at}` });
    }
    for (const at of [1, 6, 7, 8]) await cloud.change(`job-${at}`, { rename: `all-job-${at}` });
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    await expect(maru.row("all-job-8")).toBeVisible();
    // One is asked to wait, one is deleted by another client after the plan was made.
    const busy = await runs.id("all-job-6");
    await cloud.fault({ method: "POST", path: `${busy}/action`, status: 429, retry_after: 2, times: 1 });
    await cloud.fault({ method: "POST", path: `${await runs.id("all-job-1")}/action`, delay_ms: 1_500 });
    await runs.begin("stop", "job", { at_once: 1 });
    await runs.open();
    await runs.button("runs.pause").click();
    await cloud.deleteServer("all-job-8");
    await expect(runs.row("all-job-8")).toContainText(t("runs.is_skipped"), { timeout: 30_000 });
    await runs.button("runs.resume").click();
    await expect(runs.row("fail-action-job-2")).toContainText("while it is in task_state image_uploading", { timeout: 30_000 });
    await expect.poll(async () => (await runs.received()).filter((name) => name === "all-job-6")).toHaveLength(2);
    await expect.poll(async () => (await runs.received()).includes("fail-stop-job-4"), { timeout: 30_000 }).toBe(true);
    await cloud.advance(60_000);
    await runs.expectEnd(["runs.done", 5], ["runs.failed", 2]);
    for (const [name, key] of [["all-job-1", "is_done"], ["fail-action-job-2", "is_failed"], ["lost-job-3", "is_done"], ["fail-stop-job-4", "is_failed"], ["slow-job-5", "is_done"], ["all-job-8", "is_skipped"]]) {
      await expect(runs.row(name)).toContainText(t(`runs.${key}`));
    }
    await expect(maru.notice(new RegExp(t("runs.failed", { n: 2 })))).toBeVisible();
    const sent = await runs.received();
    expect(sent.filter((name) => name !== "all-job-6").sort()).toEqual(
      ["all-job-1", "all-job-7", "fail-action-job-2", "fail-stop-job-4", "lost-job-3", "slow-job-5"],
    );
    // The refused one can be tried again, and has another name by now.
    await cloud.change("fail-action-job-2", { rename: "mended-2" });
    await runs.button("runs.retry_all", { n: 2 }).click();
    await expect(runs.row("fail-action-job-2")).toContainText(t("runs.following"));
    await cloud.advance(60_000);
    await expect(runs.row("fail-action-job-2")).toContainText(t("runs.is_done"));
    expect(await violations(page)).toEqual([]);
  });

  test("a 500 without effect is asked about, and sent again a minute later", async ({ maru, cloud, page, sent, watch }) => {
    test.slow();
    watch.allowStatus(500, 503);
    await takeClock(page);
    await cloud.addServers(3, "job");
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    await passInPage(page, sent, 6_000, 2_000);
    const broken = await runs.id("job-2");
    await cloud.fault({ method: "POST", path: `${broken}/action`, status: 500, times: 1 });
    await runs.begin("stop", "job", { at_once: 1 });
    await runs.open();
    await passInPage(page, sent, 20_000, 2_000);
    await cloud.advance(8_000);
    await expect(runs.row("job-2")).toContainText(t("runs.asking"));
    expect(await runs.received()).toEqual(["job-1", "job-2"]);
    await passInPage(page, sent, 75_000);
    await expect.poll(() => runs.received()).toEqual(["job-1", "job-2", "job-2", "job-3"]);
    await cloud.advance(8_000);
    await passInPage(page, sent, 20_000);
    await runs.expectEnd(["runs.done", 3]);
  });

  test("the session ends in the middle: the run waits, and goes on after signing in again", async ({ maru, cloud, watch }) => {
    test.slow();
    watch.allowStatus(401);
    await cloud.addServers(10, "job");
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    await cloud.fault({ method: "POST", path: "/action", delay_ms: 300 });
    await runs.begin("stop", "job", { at_once: 1 });
    await expect.poll(async () => (await runs.requests()).length).toBeGreaterThan(2);
    await cloud.endSession();
    await expect(maru.dialog(t("shell.session_ended"))).toBeVisible({ timeout: 45_000 });
    await signInAgain(maru);
    await cloud.endFaults();
    await expect.poll(async () => (await accepted(runs)).length, { timeout: 30_000 }).toBe(10);
    await cloud.advance(10_000);
    await runs.expectEnd(["runs.done", 10]);
    expect(await accepted(runs)).toEqual(names("job", 10));
  });

  test("another project is shown meanwhile: the run goes on in its own", async ({ maru, cloud }) => {
    test.slow();
    await cloud.addServers(8, "job");
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    await cloud.fault({ method: "POST", path: "/action", delay_ms: 400 });
    await runs.begin("stop", "job", { at_once: 1 });
    await maru.switchTo("KR2");
    await expect.poll(async () => (await runs.requests()).length, { timeout: 30_000 }).toBe(8);
    await cloud.advance(10_000);
    await runs.expectEnd(["runs.done", 8]);
    const sent = await runs.requests();
    expect(sent.map((one) => one.region)).toEqual(Array(8).fill("KR1"));
    expect(await runs.received()).toEqual(names("job", 8));
    expect(await cloud.in("KR2").received(0, { method: "POST" })).not.toContainEqual(expect.objectContaining({ region: "KR2" }));
    await runs.open();
    await expect(runs.row("job-1").getByRole("link")).toHaveAttribute("href", /\/KR1\//i);
  });

  test("the tab that works on a run is closed: the other goes on, and sends nothing twice; so does a reload", async ({ maru, cloud, context, page, tenant }) => {
    test.slow();
    await cloud.addServers(16, "job");
    await maru.signInAs("demo");
    const other = new Console(await context.newPage(), tenant);
    await other.open();
    await expect(other.row("job-1")).toBeVisible();
    await setHidden(other.page, true);
    await cloud.fault({ method: "POST", path: "/action", delay_ms: 500 });
    const [first, second] = [new Runs(maru, cloud), new Runs(other, cloud)];
    await first.begin("stop", "job", { at_once: 2 });
    await expect(second.chip).toBeVisible({ timeout: 20_000 });
    await setHidden(other.page, false);
    await second.open();
    await expect(second.panel).toContainText(t("runs.elsewhere"));
    await expect.poll(async () => (await first.requests()).length).toBeGreaterThan(3);
    // It asks the tab that works.
    await second.button("runs.pause").click();
    await expect(second.chip).toContainText(t("runs.paused"));
    const before = (await first.requests()).length;
    expect(before).toBeLessThan(16);
    await page.close();
    await expect(second.panel).not.toContainText(t("runs.elsewhere"));
    await second.button("runs.resume").click();
    await expect.poll(async () => (await second.requests()).length).toBeGreaterThan(before + 1);
    await other.page.reload();
    await cloud.endFaults();
    await expect.poll(async () => (await second.requests()).length, { timeout: 60_000 }).toBe(16);
    await cloud.advance(10_000);
    await second.expectEnd(["runs.done", 16]);
    expectInOrder(await second.received(), names("job", 16), 2);
    // Removed in one tab, it is gone in all of them, and none finds it again.
    const third = new Console(await context.newPage(), tenant);
    await third.open();
    await expect(new Runs(third, cloud).chip).toBeVisible({ timeout: 20_000 });
    await second.open();
    await second.button("runs.dismiss").click();
    for (const runs of [second, new Runs(third, cloud)]) await expect(runs.chip).toHaveCount(0);
    await third.page.reload();
    await expect(third.row("job-1")).toBeVisible();
    await expect(new Runs(third, cloud).chip).toHaveCount(0);
  });

  test("a browser that stores nothing: the run works, and says that a reload ends it; signing out forgets a stored one", async ({ maru, cloud, page, context }) => {
    test.slow();
    await context.addInitScript(() => {
      if (!localStorage.getItem("allow")) {
        const refused = () => {
          throw new DOMException("denied", "SecurityError");
        };
        Object.defineProperty(window, "indexedDB", { get: refused });
      }
    });
    await cloud.addServers(4, "job");
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    await runs.begin("stop", "job");
    await runs.open();
    await expect(runs.panel).toContainText(t("runs.not_kept"));
    await cloud.advance(10_000);
    await runs.expectEnd(["runs.done", 4]);
    expectInOrder(await runs.received(), names("job", 4), 5);
    await page.evaluate(() => localStorage.setItem("allow", "yes"));
    await page.reload();
    await expect(maru.row("job-1")).toBeVisible();
    await expect(runs.chip).toHaveCount(0);
    await runs.begin("start", "job");
    await cloud.advance(10_000);
    await runs.expectEnd(["runs.done", 4]);
    expect(await keptRuns(page)).toHaveLength(1);
    await maru.signOut();
    await expect.poll(() => keptRuns(page)).toEqual([]);
  });

  test("too many fail, as when the quota is used up: the rest is not begun, and the cloud's words are in each row", async ({ maru, cloud, watch, page }) => {
    watch.allowStatus(403);
    await cloud.addServers(9, "job");
    await maru.signInAs("demo");
    const runs = new Runs(maru, cloud);
    const message = "Quota exceeded for cores: Requested 2, but already used 20 of 20 cores";
    for (const at of [3, 4]) {
      const body = { forbidden: { code: 403, message } };
      await cloud.fault({ method: "POST", path: `${await runs.id(`job-${at}`)}/action`, status: 403, body });
    }
    await runs.begin("stop", "job", { at_once: 1, stop_after: 2 });
    await runs.open();
    await expect(runs.panel).toContainText(t("runs.after_failures"));
    await cloud.advance(10_000);
    await runs.expectEnd(["runs.done", 2], ["runs.failed", 2]);
    expect(await runs.received()).toEqual(names("job", 4));
    await expect(runs.row("job-4")).toContainText(message);
    await expect(runs.row("job-5")).toContainText(t("runs.too_many_failed"));
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
  });
});

/** Each once, and none further from its turn than requests that are under way at the same time can overtake each other. */
function expectInOrder(received: string[], expected: string[], atOnce: number) {
  expect([...received].sort()).toEqual([...expected].sort());
  for (const [at, name] of received.entries()) expect(Math.abs(expected.indexOf(name) - at), name).toBeLessThan(atOnce);
}

/** Those that the cloud accepted. */
async function accepted(runs: Runs): Promise<string[]> {
  const taken = new Set((await runs.requests()).filter((one) => one.status === 202).map((one) => one.seq));
  const all = await runs.requests();
  const received = await runs.received();
  return received.filter((_, at) => taken.has(all[at]?.seq ?? -1));
}

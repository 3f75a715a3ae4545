// Faults between the page and the cloud, each through the whole flow: no wrong state shown as current, no second create, no
// lost input, no storm of requests, and recovery without a reload. The simulated cloud produces the faults.
import { CreateForm, DEBIAN, NEW } from "./support/create-form";
import { Flow, allowFaults, type Tools } from "./support/fault-flow";
import { CASES, Truth, signInAgain } from "./support/faults";
import { passInPage, takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";
import { either, like, t } from "./support/words";

const MINUTE = 60_000;

test.describe("Faults", { tag: "@sim" }, () => {
  test.slow();

  for (const one of CASES) {
    test(`${one.name}: nothing is lost, doubled or shown that is not so`, async ({ maru, page, cloud, sent, watch }) => {
      await takeClock(page);
      const flow = new Flow({ maru, page, cloud, sent, watch }, one);
      await test.step("list", () => flow.list());
      await test.step("refresh", () => flow.refresh());
      await test.step("create", () => flow.create());
      await test.step("detail", () => flow.detail());
      await test.step("action", () => flow.act());
    });
  }

  test("stale replies: what was just done is not taken back, and the truth comes with the fresh ones", async ({
    maru,
    page,
    cloud,
    sent,
    watch,
  }) => {
    watch.allowGoneServer();
    await takeClock(page);
    const truth = new Truth(cloud);
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toContainText(t("status.active"));
    await cloud.fault({ service: "compute", method: "GET", stale: true });
    await page.getByRole("link", { name: t("instances.create") }).first().click();
    const form = new CreateForm(page, maru);
    await form.fill({ name: "early", flavor: "m2.c1m2" });
    await form.submit.click();
    await expect(maru.heading("early")).toBeVisible();
    // The replica does not know it: it is neither reported as deleted nor created again.
    await passInPage(page, sent, 15_000, 2_500);
    await expect(maru.heading("early")).toBeVisible();
    await expect(page.getByText(either("create.failed_gone", "instance.gone_title", "outcomes.vanished"))).toHaveCount(0);
    await cloud.endFaults();
    await cloud.advance(8_000);
    await passInPage(page, sent, MINUTE);
    await expect(page.getByRole("link", { name: t("create.open") })).toBeVisible();
    await truth.expectMade("early", 1, 1);
  });

  test("stale replies: an action is not called done before the cloud has shown it", async ({ maru, page, cloud, sent }) => {
    await takeClock(page);
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toContainText(t("status.active"));
    await cloud.fault({ service: "compute", method: "GET", stale: true });
    await maru.rowAction("dev-minji", t("actions.stop.menu"));
    await maru.answer(t("actions.stop_question.confirm"));
    await cloud.expectReceived("POST", /\/action$/, { "os-stop": null });
    await cloud.advance(4_000);
    await passInPage(page, sent, 10_000, 2_500);
    await expect(maru.notice(t("actions.stop.done", { name: "dev-minji" }))).toHaveCount(0);
    await cloud.endFaults();
    await passInPage(page, sent, MINUTE);
    await expect(maru.row("dev-minji")).toContainText(t("status.shutoff"));
  });

  for (const [name, hours] of [["ahead", 3], ["behind", -3], ["behind by more than a session", -30]] as const) {
    test(`clock skew: the cloud's clock is ${name}`, async ({ maru, page, cloud }) => {
      await cloud.skew(hours * 60 * MINUTE);
      await maru.signInAs("empty", NEW);
      const form = new CreateForm(page, maru);
      await form.fill({ name: "stuck-build-1" });
      await form.submit.click();
      await expect(maru.heading("stuck-build-1")).toBeVisible();
      await expect(page.getByText(t("create.build_long"))).toHaveCount(0);
      await maru.goFromNew("instances");
      const row = maru.row("stuck-build-1");
      await expect(row).toContainText(t("status.build"));
      await expect(row).not.toContainText(/hours?/);
      await row.getByRole("link").click();
      await expect(maru.heading("stuck-build-1")).toBeVisible();
      await expect(page.getByRole("heading", { name: t("instance.building") })).toBeVisible();
      await expect(page.getByRole("main").getByText(/\d+ hours? ago|in \d+ hours?/)).toHaveCount(0);
      await expect(page.getByText(t("instance.building_long"))).toHaveCount(0);
      await maru.goTo("overview");
      await expect(page.getByRole("heading", { name: t("overview.attention") })).toBeVisible();
      await expect(page.getByText(like("overview.long_build"))).toHaveCount(0);
      // The session's end is a time of the cloud's clock.
      await page.reload();
      // But the gateway uses its own clock: it does not continue a token that has expired by that.
      await expect(hours > -12 ? maru.heading(t("overview.title")) : maru.signInHeading).toBeVisible();
    });
  }

  const STEPS: [string, (tools: Tools & { form: CreateForm }) => Promise<unknown>][] = [
    ["the list", ({ page, sent }) => passInPage(page, sent, 30_000)],
    ["opening the form", ({ page }) => page.getByRole("link", { name: t("instances.create") }).first().click()],
    ["the open form", ({ page, sent }) => passInPage(page, sent, 2 * MINUTE, 10_000)],
    ["submitting", ({ form }) => form.submit.click()],
    ["an action", async ({ maru }) => {
      await maru.rowAction("dev-minji", t("actions.stop.menu"));
      await maru.answer(t("actions.stop_question.confirm"));
    }],
    ["an instance", ({ page, sent }) => passInPage(page, sent, 30_000)],
  ];
  for (const [name, step] of STEPS) {
    test(`the token ends at ${name}: signing in again goes on where it was`, async ({ maru, page, cloud, sent, watch }) => {
      allowFaults(watch);
      await takeClock(page);
      // A user of the demo's one-click sign-in is not asked for a password.
      await maru.signInAs("demo+guest");
      await expect(maru.row("dev-minji")).toBeVisible();
      // What follows the first rows sends more requests, and must not be what finds that the session has ended.
      await passInPage(page, sent, 5_000);
      await cloud.expectReceived("GET", /\/floatingips$/);
      await cloud.expectReceived("GET", /\/ports$/);
      const form = new CreateForm(page, maru);
      const open = name === "the open form" || name === "submitting";
      const typed = { name: "survivor", flavor: "m2.c1m2", disk: "33" };
      if (open) {
        await page.getByRole("link", { name: t("instances.create") }).first().click();
        await form.fill(typed);
      }
      if (name === "an instance") {
        await maru.row("dev-minji").getByRole("link").click();
        await expect(maru.heading("dev-minji")).toBeVisible();
      }
      await sent.settled();
      await cloud.endSession();
      const before = await cloud.now();
      await step({ maru, page, cloud, sent, watch, form });
      await expect(maru.dialog(t("shell.session_ended"))).toBeVisible();
      // Until the person signs in again there are no more requests.
      await sent.settled();
      const asked = sent.count;
      await passInPage(page, sent, MINUTE);
      expect(sent.since(asked)).toEqual([]);
      await signInAgain(maru);
      if (open || name === "opening the form") {
        if (!open) await form.fill(typed);
        await expect(form.field(t("common.name"))).toHaveValue("survivor");
        await expect(form.field(t("create.root_disk"))).toHaveValue("33");
        await form.submit.click();
        await expect(maru.heading("survivor")).toBeVisible();
        const made = (await new Truth(cloud).creates(before)).map((one) => one.status);
        expect(made).toEqual(name === "submitting" ? [401, 202] : [202]);
        return;
      }
      await cloud.change("dev-minji", { rename: "dev-jisu" });
      await passInPage(page, sent, MINUTE);
      const renamed = name === "an instance" ? maru.heading("dev-jisu") : maru.row("dev-jisu");
      await expect(renamed).toBeVisible();
      if (name !== "an action") return;
      await expect(maru.row("dev-jisu")).toContainText(t("status.active"));
      expect((await new Truth(cloud).actions(before)).map((one) => one.status)).toEqual([401]);
    });
  }

  test("the cloud is gone for minutes: the form waits, asks little, and goes on without a reload", async ({
    maru,
    page,
    cloud,
    sent,
    watch,
  }) => {
    allowFaults(watch);
    await takeClock(page);
    const truth = new Truth(cloud, "empty");
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "patient", disk: "33" });
    await sent.settled();
    const before = await cloud.now();
    await cloud.fault({ gone: true });
    await passInPage(page, sent, 5 * MINUTE, 10_000);
    // Nothing is requested more often than the backoff allows.
    expect((await truth.busiest(before))[1]).toBeLessThanOrEqual(12);
    await expect(form.field(t("common.name"))).toHaveValue("patient");
    await form.submit.click();
    await expect(page.getByText(t("create_more.lost_unknown"))).toBeVisible({ timeout: 20_000 });
    await expect(maru.choice(t("create.image"), DEBIAN)).toBeChecked();
    // Clicked again, it looks first; the cloud is still unreachable, so nothing is sent.
    await form.submit.click();
    await expect(form.submit).not.toHaveAttribute("aria-disabled", "true");
    await expect(page.getByText(t("create_more.lost_unknown"))).toBeVisible();
    expect(await truth.creates()).toHaveLength(1);
    await cloud.endFaults();
    await passInPage(page, sent, 2 * MINUTE, 10_000);
    await expect(form.field(t("create.root_disk"))).toHaveValue("33");
    await form.submit.click();
    await expect(maru.heading("patient")).toBeVisible();
    await truth.expectMade("patient", 2, 1);
  });

  test("an answer that never comes is given up, and what it was about is found", async ({ maru, page, cloud, sent, watch }) => {
    allowFaults(watch);
    await takeClock(page);
    const truth = new Truth(cloud, "empty");
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "late" });
    await cloud.fault({ method: "POST", path: "/servers", delay_ms: 240_000, times: 1 });
    await form.submit.click();
    await cloud.expectReceived("POST", /\/servers$/);
    await form.submit.click({ force: true });
    // The timeout of a write: a busy network service needs more than the half minute of a read.
    await page.clock.runFor(121_000);
    await expect(maru.heading("late")).toBeVisible({ timeout: 15_000 });
    await sent.settled();
    await truth.expectMade("late", 1, 1);
  });
});

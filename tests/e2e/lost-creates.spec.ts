// Creates whose outcome is unknown: two tabs, back and forward, and a reload at every step. Nothing is created twice, and
// what was interrupted is reported with what must be checked.
import type { Page } from "@playwright/test";
import { Console } from "./support/console";
import { CreateForm, DEBIAN, NEW } from "./support/create-form";
import { Truth } from "./support/faults";
import type { Fault } from "./support/simulator";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

const LEAVE = t("create.leave_title");
const MARK = /^[0-9a-f]{32}$/;
/** A create that takes as long as a test needs. */
const ON_ITS_WAY: Fault = { method: "POST", path: "/servers", delay_ms: 60_000, times: 1 };

/** The browser asks before a reload discards a form; the person confirms. */
const meanIt = (page: Page) => page.on("dialog", (dialog) => dialog.accept());

test.describe("Creates that were interrupted", { tag: "@sim" }, () => {
  test.slow();

  test("two tabs: each makes its own, by marks of their own", async ({ maru, page, context, cloud, tenant }) => {
    const truth = new Truth(cloud, "empty");
    const second = await context.newPage();
    const tabs = [{ page, maru }, { page: second, maru: new Console(second, tenant) }];
    for (const tab of tabs) {
      await tab.maru.signInAs("empty", NEW);
      await new CreateForm(tab.page, tab.maru).fill({ name: "twin" });
    }
    for (const tab of tabs) {
      await tab.page.bringToFront();
      await new CreateForm(tab.page, tab.maru).submit.click();
      await expect(tab.maru.heading("twin")).toBeVisible();
    }
    await truth.expectMade("twin", 2, 2);
    const marks = (await truth.instances("twin")).map((one) => one.metadata["maru-create"]);
    expect(marks).toEqual([expect.stringMatching(MARK), expect.stringMatching(MARK)]);
    expect(new Set(marks).size).toBe(2);
  });

  test("two tabs: a lost answer in one is not explained by what the other made", async ({
    maru,
    page,
    context,
    cloud,
    tenant,
    watch,
  }) => {
    watch.allowNoAnswer();
    const truth = new Truth(cloud, "empty");
    const second = await context.newPage();
    const other = new Console(second, tenant);
    await maru.signInAs("empty", NEW);
    await other.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    const theirs = new CreateForm(second, other);
    await form.fill({ name: "twin" });
    await theirs.fill({ name: "twin" });
    await theirs.submit.click();
    await expect(other.heading("twin")).toBeVisible();
    await page.bringToFront();
    await cloud.fault({ method: "POST", path: "/servers", gone: true, times: 1 });
    await form.submit.click();
    await expect(page.getByText(t("create_more.lost_not_there"))).toBeVisible({ timeout: 15_000 });
    await form.submit.click();
    await expect(maru.heading("twin")).toBeVisible();
    await truth.expectMade("twin", 3, 2);
  });

  test("what was made although its answer was lost, and seen by no look, is found before it is sent again", async ({
    maru,
    page,
    cloud,
    watch,
  }) => {
    watch.allowNoAnswer();
    watch.allowStatus(503);
    const truth = new Truth(cloud, "empty");
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "late-bird" });
    await cloud.fault({ method: "POST", path: "/servers", gone: true, done: true, times: 1 });
    await cloud.fault({ method: "GET", path: "/servers/detail", status: 503 });
    await form.submit.click();
    await expect(page.getByText(t("create_more.lost_unknown"))).toBeVisible({ timeout: 15_000 });
    await cloud.endFaults();
    await form.submit.click();
    await expect(maru.heading("late-bird")).toBeVisible();
    await expect(page.getByText(t("create_more.lost_found"))).toBeVisible();
    await truth.expectMade("late-bird", 1, 1);
  });

  test("a batch whose answer was lost is found as a whole", async ({ maru, page, cloud, watch }) => {
    watch.allowNoAnswer();
    const truth = new Truth(cloud, "empty");
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "herd", count: "3" });
    await cloud.fault({ method: "POST", path: "/servers", gone: true, done: true, times: 1 });
    await form.submit.click();
    await expect(maru.heading(t("create.batch_title", { name: "herd", n: 3 }))).toBeVisible({ timeout: 15_000 });
    await cloud.advance(8_000);
    await expect(page.getByText(t("create.batch_running", { is: 3, of: 3 }))).toBeVisible({ timeout: 20_000 });
    await truth.expectMade("herd", 1, 3);
  });

  test("without the mark a lost answer is said to be unknown, and the mark can be switched off and on", async ({
    maru,
    page,
    cloud,
    watch,
  }) => {
    watch.allowNoAnswer();
    const truth = new Truth(cloud, "empty");
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "unmarked" });
    const fold = form.fold(t("create_more.metadata"));
    await expect(fold).toContainText(t("create_more.mark_says"));
    await fold.click();
    await page.getByLabel(t("create_more.mark")).uncheck();
    await expect(fold).not.toContainText(t("create_more.mark_says"));
    await cloud.fault({ method: "POST", path: "/servers", gone: true, done: true, times: 1 });
    await form.submit.click();
    await expect(page.getByText(t("create_more.lost_unmarked"))).toBeVisible();
    await expect(form.field(t("common.name"))).toHaveValue("unmarked");
    const [{ body }] = await truth.creates();
    expect((body as any).server).not.toHaveProperty("metadata");
    await truth.expectMade("unmarked", 1, 1);
  });

  test("back, forward and a reload at every step of the way send nothing", async ({ maru, page, cloud }) => {
    meanIt(page);
    const truth = new Truth(cloud, "empty");
    const form = new CreateForm(page, maru);
    await maru.signInAs("empty");
    await expect(maru.heading(t("instances.title"))).toBeVisible();
    await test.step("the empty form", async () => {
      await page.getByRole("link", { name: t("instances.create") }).first().click();
      await expect(maru.heading(t("create.title"))).toBeVisible();
      await page.goBack();
      await expect(maru.heading(t("instances.title"))).toBeVisible();
      await page.goForward();
      await expect(maru.heading(t("create.title"))).toBeVisible();
      await page.reload();
      await expect(maru.choice(t("create.image"), DEBIAN)).toBeVisible();
    });
    await test.step("the filled form", async () => {
      await form.fill({ name: "traveller" });
      await page.evaluate(() => history.back());
      const dialog = maru.dialog(LEAVE);
      await dialog.getByRole("button", { name: t("common.cancel") }).click();
      await expect(form.field(t("common.name"))).toHaveValue("traveller");
      await expect(maru.choice(t("create.image"), DEBIAN)).toBeChecked();
      await page.reload();
      await expect(form.field(t("common.name"))).toHaveValue("");
      await truth.expectMade("traveller", 0, 0);
    });
    await test.step("what came of it", async () => {
      await form.fill({ name: "traveller" });
      await form.submit.click();
      await expect(maru.heading("traveller")).toBeVisible();
      await page.reload();
      await expect(maru.heading(t("create.title"))).toBeVisible();
      await expect(form.field(t("common.name"))).toHaveValue("");
      await page.goBack();
      await expect(maru.row("traveller")).toBeVisible();
      await page.goForward();
      await expect(maru.heading(t("create.title"))).toBeVisible();
      await truth.expectMade("traveller", 1, 1);
      // Its outcome was known before the reload, so nothing is reported.
      await expect(maru.notice(like("create_more.back_found"))).toHaveCount(0);
    });
  });

  /** What a reload may interrupt: the faults, and what is known after it. */
  const INTERRUPTED: [string, { faults: Fault[]; after?: Fault; count?: string; says: RegExp; link: string; made: number }][] = [
    [
      "and the cloud has it",
      { faults: [ON_ITS_WAY], says: like("create_more.back_found", { name: "interrupted" }), link: t("create.open"), made: 1 },
    ],
    [
      "and the cloud has all of the batch",
      {
        faults: [ON_ITS_WAY],
        count: "3",
        says: like("create_more.back_found", { name: "interrupted" }),
        link: t("shell.to_instances"),
        made: 3,
      },
    ],
    [
      "and the cloud does not have it",
      {
        faults: [{ ...ON_ITS_WAY, status: 503 }],
        says: like("create_more.back_not_there"),
        link: t("create.title"),
        made: 0,
      },
    ],
    [
      "and nobody can tell",
      {
        faults: [ON_ITS_WAY],
        after: { method: "GET", path: "/servers/detail", status: 503 },
        says: like("create_more.back_unknown"),
        link: t("shell.to_instances"),
        made: 1,
      },
    ],
  ];
  for (const [name, { faults, after, count, says, link, made }] of INTERRUPTED) {
    test(`a create interrupted by a reload ${name}: said so, with the way to check`, async ({ maru, page, cloud, watch }) => {
      watch.allowNoAnswer();
      watch.allowStatus(503);
      meanIt(page);
      const truth = new Truth(cloud, "empty");
      await maru.signInAs("empty", NEW);
      const form = new CreateForm(page, maru);
      await form.fill({ name: "interrupted", count });
      for (const fault of faults) await cloud.fault(fault);
      await form.submit.click();
      await cloud.expectReceived("POST", /\/servers$/);
      if (after) await cloud.fault(after);
      await page.reload();
      const notice = maru.notice(says);
      await expect(notice).toBeVisible({ timeout: 20_000 });
      await expect(page.getByRole("region", { name: t("shell.notices") }).getByRole("link", { name: link })).toBeVisible();
      await cloud.endFaults();
      await truth.expectMade("interrupted", 1, made);
      // Reported once; if its outcome is still unknown, it is looked for at the next start again.
      await page.reload();
      if (after) await expect(maru.notice(like("create_more.back_found"))).toBeVisible({ timeout: 20_000 });
      await expect(maru.heading(t("create.title"))).toBeVisible();
      await truth.expectMade("interrupted", 1, made);
      expect(await page.evaluate(() => sessionStorage.getItem("maru.creates"))).toBeNull();
    });
  }

  test("a create interrupted by a reload in another region is said to be looked for there", async ({ maru, page, cloud }) => {
    meanIt(page);
    await maru.signInAs("demo", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "elsewhere", flavor: "m2.c1m2" });
    await cloud.fault(ON_ITS_WAY);
    await form.submit.click();
    await cloud.expectReceived("POST", /\/servers$/);
    await maru.scope.click();
    await maru.scopeLine("KR2").click();
    await maru.answer(t("create.leave_confirm"));
    await expect(maru.scope).toContainText("KR2");
    await page.reload();
    await expect(maru.notice(like("create_more.back_elsewhere", { name: "elsewhere", region: "KR1" }))).toBeVisible({
      timeout: 20_000,
    });
    expect(await new Truth(cloud).creates()).toHaveLength(1);
  });

  test("what somebody interrupted is told to nobody else, and signing out forgets it", async ({ maru, page, context, cloud }) => {
    meanIt(page);
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "mine" });
    await cloud.fault(ON_ITS_WAY);
    await form.submit.click();
    await cloud.expectReceived("POST", /\/servers$/);
    // The gateway's session is gone too: somebody else uses this tab.
    await context.clearCookies();
    await page.reload();
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    const notes = () => page.evaluate(() => sessionStorage.getItem("maru.creates"));
    expect(await notes()).toContain('"mine"');
    await maru.signOut();
    await expect(maru.notice(like("create_more.back_found"))).toHaveCount(0);
    expect(await notes()).toBeNull();
  });
});

// The main flow under one fault: list, refresh, create, instance, action. Each step checks what must hold, and then removes
// the fault.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";
import { CreateForm, DEBIAN } from "./create-form";
import { Truth, type Case } from "./faults";
import { passInPage } from "./passing-time";
import type { Sent } from "./sent";
import type { Simulator } from "./simulator";
import type { Watch } from "./watch";
import { like, t, whole } from "./words";

const MINUTE = 60_000;
/** Waits that double from 2 s leave room for this many in a minute. */
const A_MINUTE_OF_FAILURES = 8;
/** Shown for every failure; that the cloud does not respond is shown only without an answer. */
const GONE = like("shell.cloud_failing");
const SILENT = like("shell.cloud_gone");

export interface Tools {
  maru: Console;
  page: Page;
  cloud: Simulator;
  sent: Sent;
  watch: Watch;
}

/** The browser logs errors that the faults cause. */
export function allowFaults(watch: Watch) {
  watch.allowNoAnswer();
  watch.allowStatus(401, 429, 500, 503, 504);
}

export class Flow {
  readonly truth: Truth;
  readonly form: CreateForm;

  constructor(
    private readonly tools: Tools,
    private readonly one: Case,
  ) {
    allowFaults(tools.watch);
    this.truth = new Truth(tools.cloud);
    this.form = new CreateForm(tools.page, tools.maru);
  }

  private get main() {
    return this.tools.page.getByRole("main");
  }

  private pass(ms = MINUTE) {
    return passInPage(this.tools.page, this.tools.sent, ms);
  }

  private reads(path: string) {
    return this.tools.cloud.fault({ ...this.one.fault, service: "compute", method: "GET", path });
  }

  /** The first read of a list fails and is reported; the list appears without a reload. */
  async list() {
    const { maru, cloud, page } = this.tools;
    await this.reads("/servers/detail");
    await maru.signInAs("demo");
    if (this.one.reads) {
      await expect(maru.row("web-prod-01")).toBeVisible();
      return cloud.endFaults();
    }
    await expect(this.main.getByRole("alert")).toBeVisible();
    await expect(maru.rows).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: whole("instances.count") })).toHaveCount(0);
    const before = await cloud.now();
    await this.pass();
    expect((await this.truth.busiest(before))[1]).toBeLessThanOrEqual(A_MINUTE_OF_FAILURES);
    await cloud.endFaults();
    await this.pass(2 * MINUTE);
    await expect(maru.row("web-prod-01")).toBeVisible();
    await expect(this.main.getByRole("alert")).toHaveCount(0);
  }

  /** Rows that cannot be read again stay, with their age; changes appear when the cloud responds again. */
  async refresh() {
    const { maru, cloud, page } = this.tools;
    await expect(maru.row("dev-minji")).toContainText(t("status.active"));
    await this.reads("/servers/detail");
    await cloud.change("dev-minji", { vm_state: "stopped" });
    await this.pass();
    if (!this.one.reads) {
      await expect(page.getByText(GONE)).toBeVisible();
      await expect(page.getByText(SILENT)).toHaveCount(this.one.fault.gone ? 1 : 0);
      await expect(maru.row("dev-minji")).toContainText(t("status.active"));
    }
    await cloud.endFaults();
    await this.pass(2 * MINUTE);
    await expect(page.getByText(GONE)).toHaveCount(0);
    await expect(maru.row("dev-minji")).toContainText(t("status.shutoff"));
  }

  /** Exactly one instance, whatever happened to the response; the input stays until it exists. */
  async create() {
    const { maru, cloud, page } = this.tools;
    const { form, one } = this;
    await page.getByRole("link", { name: t("instances.create") }).first().click();
    await form.fill({ name: "faulty", flavor: "m2.c1m2", disk: "33" });
    await cloud.fault({ ...one.fault, service: "compute", method: "POST", path: "/servers", times: 1 });
    await form.submit.click();
    if (one.create === "taken" || (one.create === "lost" && one.happens)) {
      await expect(maru.heading("faulty")).toBeVisible({ timeout: 15_000 });
      await expect(page.getByText(t("create_more.lost_found"))).toHaveCount(one.create === "lost" ? 1 : 0);
      await this.truth.expectMade("faulty", 1, 1);
    } else {
      const said = t(one.create === "lost" ? "create_more.lost_not_there" : "errors.rate_limited.what");
      await expect(page.getByText(said, { exact: true })).toBeVisible({ timeout: 15_000 });
      await this.truth.expectMade("faulty", 1, 0);
      await expect(form.field(t("common.name"))).toHaveValue("faulty");
      await expect(form.field(t("create.root_disk"))).toHaveValue("33");
      await expect(maru.choice(t("create.image"), DEBIAN)).toBeChecked();
      await form.submit.click();
      await expect(maru.heading("faulty")).toBeVisible();
      await this.truth.expectMade("faulty", 2, 1);
    }
    await cloud.advance(8_000);
    await this.pass(15_000);
    await maru.leaveNew(page.getByRole("link", { name: t("create.open") }));
    await expect(this.main.getByText(t("status.active"), { exact: true }).first()).toBeVisible();
  }

  /** The same on the page of the instance. */
  async detail() {
    const { cloud, page } = this.tools;
    const id = page.url().split("/").at(-1) ?? "";
    await this.reads(`/servers/${id}`);
    await cloud.change("faulty", { vm_state: "stopped" });
    await this.pass();
    if (!this.one.reads) {
      await expect(page.getByText(GONE)).toBeVisible();
      await expect(this.main.getByText(t("status.shutoff"), { exact: true })).toHaveCount(0);
    }
    await cloud.endFaults();
    await this.pass(2 * MINUTE);
    await expect(page.getByText(GONE)).toHaveCount(0);
    await expect(this.main.getByText(t("status.shutoff"), { exact: true }).first()).toBeVisible();
  }

  /** Sent once; a failure is reported, and the state shown is the cloud's. */
  async act() {
    const { maru, cloud, page } = this.tools;
    const before = await cloud.now();
    await cloud.fault({ ...this.one.fault, service: "compute", method: "POST", path: "/action", times: 1 });
    await maru.button(t("actions.start.menu")).click();
    const alert = page.getByRole("region", { name: t("shell.notices") }).getByRole("alert");
    if (this.one.action === "taken") await expect.poll(() => this.truth.actions(before)).toHaveLength(1);
    else await expect(alert).toContainText(this.one.create === "lost" ? like("outcomes.unsure") : like("outcomes.refused"));
    await cloud.advance(8_000);
    await this.pass(MINUTE);
    expect(await this.truth.actions(before)).toHaveLength(1);
    if (!this.one.happens) {
      await expect(maru.notice(t("actions.start.done", { name: "faulty" }))).toHaveCount(0);
      await expect(this.main.getByText(t("status.shutoff"), { exact: true }).first()).toBeVisible();
      await maru.button(t("actions.start.menu")).click();
      await expect.poll(() => this.truth.actions(before)).toHaveLength(2);
      await cloud.advance(8_000);
      await this.pass(30_000);
    }
    await expect(this.main.getByText(t("status.active"), { exact: true }).first()).toBeVisible();
  }
}

// The console of an instance: its log (row N09) and the console link.
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

async function open(maru: Console, name = "web-prod-01", user = "demo") {
  await maru.signInAs(user);
  await maru.row(name).getByRole("link").click();
  await maru.heading(name).waitFor();
}

const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

test.describe("Console", { tag: "@sim" }, () => {
  test("N09 the log is asked for when it is opened, as long as wished", async ({ maru, page, cloud }) => {
    await open(maru);
    await expect(page.getByRole("heading", { name: t("ways_in.console") })).toBeVisible();
    expect(await cloud.received(0, { method: "POST", path: "/action" })).toEqual([]);
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    const log = page.getByRole("group", { name: t("ways_in.log") });
    await expect(log).toContainText("web-prod-01 login:");
    await expect(log, "no commands to a terminal").toContainText("[  OK  ] Reached target Cloud-init target.");
    await cloud.expectReceived("POST", ACTION, { "os-getConsoleOutput": { length: 50 } });
    await maru.field(t("ways_in.log_lines")).selectOption(t("ways_in.log_last", { n: "200" }));
    await expect.poll(async () => (await cloud.expectReceived("POST", ACTION)).body).toEqual({
      "os-getConsoleOutput": { length: 200 },
    });
    await maru.field(t("ways_in.log_lines")).selectOption(t("ways_in.log_all"));
    await expect.poll(async () => (await cloud.expectReceived("POST", ACTION)).body).toEqual({ "os-getConsoleOutput": {} });
    const before = await cloud.now();
    await page.getByRole("main").getByRole("button", { name: t("common.refresh") }).click();
    await expect.poll(async () => (await cloud.received(before, { method: "POST", path: "/action" })).length).toBe(1);
    await expect(maru.button(t("common.copy_what", { what: t("ways_in.log") }))).toBeVisible();
  });

  test("N09 a log without a word says so", async ({ maru, page, cloud }) => {
    await open(maru);
    await cloud.fault({ path: "/action", method: "POST", status: 200, body: { output: null }, times: 1 });
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    await expect(page.getByText(t("ways_in.log_empty"))).toBeVisible();
  });

  test("N09 a failure shows the cloud's words and can be tried again", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    await open(maru);
    const body = { conflictingRequest: { code: 409, message: "Instance is not ready" } };
    await cloud.fault({ path: "/action", method: "POST", status: 409, body, times: 1 });
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    await expect(page.getByRole("alert")).toContainText(t("ways_in.conflict.what"));
    await expect(page.getByRole("alert")).toContainText("Instance is not ready");
    await maru.button(t("common.retry")).click();
    await expect(page.getByRole("group", { name: t("ways_in.log") })).toContainText("login:");
  });

  test("N09 a cloud without logs is asked once, and the section says less from then on", async ({ maru, page, watch, cloud }) => {
    watch.allowStatus(400, 404);
    await open(maru, "web-prod-01", "no-console-log");
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    await expect(page.getByText(t("ways_in.log_not_offered"))).toBeVisible();
    await maru.goTo("instances");
    await maru.row("dev-minji").getByRole("link").click();
    await expect(maru.button(t("ways_in.screen_ask"))).toBeVisible();
    await expect(page.getByText(t("ways_in.log"), { exact: true })).toHaveCount(0);
    expect(await cloud.received(0, { method: "POST", path: "/action" })).toHaveLength(1);
  });

  test("N09 a refusal that comes after a change of region counts for the region that was asked", async ({
    maru,
    page,
    cloud,
    watch,
  }) => {
    watch.allowStatus(404);
    await open(maru);
    await cloud.fault({ path: "/action", method: "POST", region: "KR1", status: 404, body: "", delay_ms: 2_000 });
    const answered = page.waitForResponse((answer) => answer.url().endsWith("/action"));
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    await maru.switchTo("KR2");
    await answered;
    await maru.rows.first().getByRole("link").first().click();
    await expect(maru.button(t("ways_in.screen_ask"))).toBeVisible();
    await expect(page.getByText(t("ways_in.log"), { exact: true })).toBeVisible();
  });

  test("the link to the screen opens in a new tab that knows nothing of this one", async ({ maru, page, cloud }) => {
    await open(maru);
    await maru.button(t("ways_in.screen_ask")).click();
    await cloud.expectReceived("POST", ACTION, { "os-getVNCConsole": { type: "novnc" } });
    const link = page.getByRole("link", { name: t("ways_in.screen_open") });
    await expect(link).toHaveAttribute("href", /^http.*vnc_auto\.html\?path=/);
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", /noopener/);
  });

  test("a cloud that knows only the newer call gives its link too", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(400);
    await open(maru);
    const body = { badRequest: { code: 400, message: "There is no such action: os-getVNCConsole" } };
    await cloud.fault({ path: "/action", method: "POST", status: 400, body, times: 1 });
    const url = "https://console.test/vnc_auto.html?path=%3Ftoken%3Dx";
    const remote_console = { protocol: "vnc", type: "novnc", url };
    await cloud.fault({ path: "/remote-consoles", method: "POST", status: 200, body: { remote_console }, times: 1 });
    await maru.button(t("ways_in.screen_ask")).click();
    await expect(page.getByRole("link", { name: t("ways_in.screen_open") })).toHaveAttribute("href", url);
    const asked = { remote_console: { protocol: "vnc", type: "novnc" } };
    await cloud.expectReceived("POST", /\/remote-consoles$/, asked);
  });

  test("a cloud without a screen says so once", async ({ maru, page, watch }) => {
    watch.allowStatus(400, 404);
    await open(maru, "web-prod-01", "no-console");
    await maru.button(t("ways_in.screen_ask")).click();
    await expect(page.getByText(t("ways_in.screen_not_offered"))).toBeVisible();
    await maru.goTo("instances");
    await maru.row("dev-minji").getByRole("link").click();
    await expect(page.getByText(t("ways_in.log"), { exact: true })).toBeVisible();
    await expect(maru.button(t("ways_in.screen_ask"))).toHaveCount(0);
  });

  test("N09 an instance off its host has no console, and says why; back on it, the log comes by itself", async ({ maru, page, cloud }) => {
    await open(maru, "archive-node");
    const screen = maru.button(t("ways_in.screen_ask"));
    await expect(screen).toHaveAttribute("aria-disabled", "true");
    await expect(screen).toContainText(like("outcomes.needs", { is: t("status.shelved_offloaded") }));
    await screen.click({ force: true });
    await page.getByText(t("ways_in.log"), { exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: like("outcomes.needs", { is: t("status.shelved_offloaded") }) })).toBeVisible();
    expect(await cloud.received(0, { method: "POST", path: "/action" })).toEqual([]);
    await cloud.change("archive-node", { vm_state: "active" });
    await expect(page.getByRole("group", { name: t("ways_in.log") })).toContainText("login:", { timeout: 40_000 });
    await cloud.expectReceived("POST", ACTION, { "os-getConsoleOutput": { length: 50 } });
    await expect(screen).not.toHaveAttribute("aria-disabled", "true");
  });
});

// Where the token is: behind the gateway in a sealed cookie, with a handle in its place in the page; on a static host in
// the page's memory (docs/decisions/0004, docs/security.md).
import type { BrowserContext } from "@playwright/test";
import { Console } from "./support/console";
import { Held, TOKEN } from "./support/held";
import { passInPage, takeClock } from "./support/passing-time";
import { PASSWORD } from "./support/simulator";
import { asStaticHost } from "./support/site";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

const MINUTE = 60_000;

test.describe("The token", { tag: "@sim" }, () => {
  for (const [what, id, version] of [
    ["Keystone v2.0", "demo", "v2.0"],
    ["Keystone v3", "stock", "v3"],
  ]) {
    test(`N01 never reaches the page, and goes along with its requests: ${what}`, async ({ maru, page, cloud, context }) => {
      const held = new Held(context);
      await maru.signInToOwn(id);
      await expect(maru.rows.first()).toBeVisible();
      expect(await held.text(page)).not.toMatch(TOKEN);
      expect(await held.values("x-maru-session")).toEqual([id]);
      const handles = await held.values("x-auth-token");
      expect(handles).toEqual([expect.stringMatching(new RegExp(`^maru:${id}\\.[0-9a-f]{24}$`))]);
      const name = handles[0].replace(":", ".");
      const cookie = { httpOnly: true, sameSite: "Strict", expires: -1 };
      const cookies = (await context.cookies()).sort((one, other) => one.path.length - other.path.length);
      // The second one is sent only to the path at which a new tab asks for the browser's sessions.
      expect(cookies).toEqual([
        expect.objectContaining({ ...cookie, name, path: "/" }),
        expect.objectContaining({ ...cookie, name: name.replace("maru.", "maru-about."), path: "/sessions" }),
      ]);

      const [issued] = await cloud.received(0, { service: "identity", method: "POST" });
      expect(issued.path).toContain(`/${version}/`);
      const listed = await cloud.expectReceived("GET", /\/servers\/detail$/);
      // It accepts only cookies it issued. The cookie is not passed on by the gateway.
      expect(listed).toMatchObject({ status: 200, headers: { "x-auth-token": "***" } });
      expect(listed.headers).not.toHaveProperty("cookie");
    });
  }

  test("N01 of a host that keeps none is in the page's memory only", async ({ maru, page, context, cloud }) => {
    const held = new Held(context);
    await asStaticHost(context);
    await maru.signInAs("demo");
    await expect(maru.rows.first()).toBeVisible();
    expect(await held.values("x-auth-token")).toEqual([expect.stringMatching(TOKEN)]);
    expect(await held.values("x-maru-session")).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    // Looking at the page in the same way as behind the gateway finds it, but not in storage.
    expect(await held.text(page)).toMatch(TOKEN);
    expect(await held.stored(page)).not.toMatch(TOKEN);
    await maru.signOut();
    expect(await cloud.received(0, { method: "DELETE" })).toEqual([]);
  });

  test("N01 S31 of two projects and two clouds at once is in a cookie each, of all regions in the same", async ({
    maru,
    context,
    cloud,
  }) => {
    test.slow();
    await maru.signInAs("demo");
    const other = new Console(await context.newPage(), cloud.tenant.split("").reverse().join(""));
    await other.signInAs("demo");
    const stock = new Console(await context.newPage(), cloud.tenant);
    await stock.signInToStock();
    for (const one of [maru, other, stock]) await expect(one.rows.first()).toBeVisible();
    expect((await names(context)).map((name) => name.split(".")[1])).toEqual(["demo", "demo", "stock"]);
    await maru.switchTo("KR2");
    await expect(maru.rows).toHaveCount(3);
    expect(await names(context)).toHaveLength(3);
    for (const one of [cloud, cloud.project(other.tenant)]) {
      const listed = await one.expectReceived("GET", new RegExp(`/compute/v2/${one.tenant}/servers/detail$`));
      expect(listed.status).toBe(200);
    }

    // Only of this project: the other sessions continue.
    const menu = await other.accountMenu();
    await menu.getByRole("menuitem", { name: like("shell.switch_close") }).click();
    await expect.poll(() => names(context)).toHaveLength(2);
    for (const [one, region] of [[maru, "kr2"], [stock, "regionone"]] as const) {
      await one.goTo("zones");
      const asked = await cloud.expectReceived("GET", new RegExp(`^/${region}/.*/os-availability-zone$`));
      expect(asked.status).toBe(200);
    }
  });

  test("N01 sign out ends it here, at the cloud and in other tabs", async ({ maru, context, cloud }) => {
    await maru.signInToStock();
    const other = new Console(await context.newPage(), cloud.tenant);
    await other.open();
    await expect(other.rows.first()).toBeVisible();
    expect(await names(context)).toHaveLength(1);
    await maru.signOut();
    const ended = await cloud.expectReceived("DELETE", /^\/identity\/v3\/auth\/tokens$/);
    expect(ended).toMatchObject({ status: 204, headers: { "x-subject-token": "***" } });
    await expect.poll(() => names(context)).toEqual([]);
    await expect(other.signInHeading).toBeVisible();

    await other.signInToStock("", "zones");
    expect(await cloud.expectReceived("GET", /\/os-availability-zone$/)).toMatchObject({ status: 200 });
  });

  test("N01 sign out ends it here where the cloud has no such request", async ({ maru, context, cloud }) => {
    await maru.signInAs("demo");
    expect(await names(context)).toHaveLength(1);
    await maru.signOut();
    await expect.poll(() => names(context)).toEqual([]);
    expect(await cloud.received(0, { method: "DELETE" })).toEqual([]);
  });

  test("N01 a session goes on after a reload, in a tab opened from it, and when another signs in again", async ({
    maru,
    page,
    context,
    cloud,
  }) => {
    const held = new Held(context);
    await maru.signInAs("demo");
    await expect(maru.rows.first()).toBeVisible();
    await page.reload();
    await expect(maru.rows.first()).toBeVisible();
    const opened = context.waitForEvent("page");
    await page.evaluate(() => void open("zones"));
    await expect(new Console(await opened, cloud.tenant).heading(t("zones.title"))).toBeVisible();
    await cloud.expectReceived("GET", /\/os-availability-zone$/);
    const asked = () => cloud.received(0, { service: "identity", method: "POST" });
    expect(await asked(), "nobody typed again").toHaveLength(1);
    const later = new Console(await context.newPage(), cloud.tenant);
    await later.signInAs("demo");
    expect(await asked()).toHaveLength(2);
    expect(await names(context)).toHaveLength(1);
    await maru.goTo("keypairs");
    expect(await cloud.expectReceived("GET", /\/os-keypairs$/)).toMatchObject({ status: 200 });
    expect(await held.values("x-auth-token")).toHaveLength(1);
  });

  test("N01 a session that ended at the gateway asks for the password over the page", async ({
    maru,
    context,
    cloud,
    watch,
  }) => {
    watch.allowStatus(401);
    await maru.signInAs("empty");
    await expect(maru.page.getByText(t("instances.empty_title"))).toBeVisible();
    await context.clearCookies();
    await maru.goTo("zones");
    await expect(maru.dialog(t("shell.session_ended"))).toContainText(t("sign_in_more.again_lead", { cloud: "Demo cloud" }));
    await signInAgain(maru, t("sign_in.api_password"));
    expect(await cloud.expectReceived("GET", /\/os-availability-zone$/)).toMatchObject({ status: 200 });
    expect(await names(context)).toHaveLength(1);
  });

  test("N01 only a person at work keeps a session open, and an idle lock is said in words", async ({
    maru,
    page,
    context,
    sent,
    cloud,
    watch,
  }) => {
    watch.allowStatus(401);
    await takeClock(page);
    const held = new Held(context);
    await maru.signInAs("demo");
    await expect(maru.rows.first()).toBeVisible();
    await passInPage(page, sent, MINUTE);
    const atWork = async () => (await held.all("x-maru-active")).length;
    const before = { atWork: await atWork(), sent: sent.count };
    await passInPage(page, sent, MINUTE);
    expect(sent.count).toBeGreaterThan(before.sent);
    expect(await atWork(), "what the page asks by itself").toBe(before.atWork);
    await page.keyboard.press("Shift");
    await passInPage(page, sent, 2 * MINUTE);
    expect(await atWork(), "said once").toBe(before.atWork + 1);

    // The gateway's answer.
    const body = { maru: { code: "session-idle", message: "Nobody was at work for a while" } };
    await cloud.fault({ service: "compute", status: 401, body, times: 1 });
    await passInPage(page, sent, MINUTE);
    await expect(maru.dialog(t("shell.session_ended"))).toContainText(t("sign_in_more.again_idle", { cloud: "Demo cloud" }));
  });

  test("N01 one that no cookie can hold is refused in words", async ({ maru, page, context, cloud, watch }) => {
    watch.allowStatus(502);
    const token = { id: "x".repeat(5_000), expires: "2100-01-01T00:00:00Z", tenant: { id: cloud.tenant } };
    const body = { access: { token, serviceCatalog: [], user: { id: "u" } } };
    await cloud.fault({ service: "identity", method: "POST", status: 200, body, times: 1 });
    await maru.open();
    await maru.fillSignIn("demo");
    await maru.button(t("sign_in.submit")).click();
    await expect(page.getByRole("alert")).toContainText("too large for a cookie");
    await expect(page.getByRole("alert")).toContainText(t("errors.gateway.then"));
    expect(await context.cookies()).toEqual([]);
  });
});

/** In the dialog over the page, after the session has ended. */
async function signInAgain(maru: Console, label: string) {
  const dialog = maru.dialog(t("shell.session_ended"));
  await dialog.getByLabel(label).fill(PASSWORD);
  await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Of the sessions that have a cookie, or both. */
const names = async (context: BrowserContext) => {
  const cookies = (await context.cookies()).map((cookie) => cookie.name.replace("maru-about.", "maru."));
  return [...new Set(cookies)].sort();
};

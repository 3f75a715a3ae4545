// Row N01: signing in and out.
import { TOKEN } from "./support/held";
import { DEMO_TENANT, PASSWORD } from "./support/simulator";
import { asStaticHost } from "./support/site";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Sign in", { tag: "@sim" }, () => {
  test("N01 a first visit opens the demo with one click", async ({ maru, cloud }) => {
    const before = await cloud.now();
    await maru.open("");
    await maru.button(t("sign_in.demo_open")).click();
    await expect(maru.heading(t("instances.title"))).toBeVisible();
    const [request] = await cloud.project(DEMO_TENANT).received(before, { service: "identity", method: "POST" });
    expect(request.path).toBe("/identity/v2.0/tokens");
  });

  test("N01 the demo's OpenStack opens with one click too, with both regions", async ({ maru, cloud }) => {
    const before = await cloud.now();
    await maru.open();
    await maru.field(t("sign_in.cloud")).selectOption("Demo OpenStack");
    await maru.button(t("sign_in.demo_open")).click();
    await maru.switchTo("RegionTwo");
    await expect(maru.rows).toHaveCount(3);
    const [request] = await cloud.project(DEMO_TENANT).received(before, { service: "identity", method: "POST" });
    expect(request.path).toBe("/identity/v3/auth/tokens");
  });

  test("N01 user and API password send tenant, user and password to Keystone v2.0", async ({ maru, cloud, tenant }) => {
    await maru.signInAs("demo");
    await expect(maru.heading(t("instances.title"))).toBeVisible();
    await cloud.expectReceived("POST", /^\/identity\/v2\.0\/tokens$/, {
      auth: { tenantId: tenant, passwordCredentials: { username: "demo@maru.test", password: "***" } },
    });
  });

  test("N01 a wrong password is told in words and nothing typed is lost", async ({ maru, page, watch }) => {
    watch.allowStatus(401);
    await maru.open();
    await maru.fillSignIn("demo", "not-it");
    await maru.button(t("sign_in.submit")).click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(t("sign_in_more.wrong.what"));
    await expect(alert).toContainText("The request you have made requires authentication.");
    await expect(maru.field(t("sign_in.user"))).toHaveValue("demo@maru.test");
    await maru.field(t("sign_in.api_password")).fill(PASSWORD);
    await maru.submitSignIn();
  });

  test("N01 what is missing is named, and the focus goes to the first", async ({ maru, page }) => {
    await maru.open();
    await maru.openForm();
    await maru.button(t("sign_in.submit")).click();
    await expect(page.getByText(t("sign_in.missing", { field: t("sign_in.tenant") }))).toBeVisible();
    await expect(page.getByText(t("sign_in.missing", { field: t("sign_in.api_password") }))).toBeVisible();
    await expect(maru.field(t("sign_in.tenant"))).toBeFocused();
  });

  test("N01 S31 Keystone v3 by user, domain and project", async ({ maru, page, sent, tenant }) => {
    await maru.open();
    await maru.chooseStock();
    await maru.field(t("sign_in.user")).fill("stock@maru.test");
    await maru.field(t("sign_in.password")).fill(PASSWORD);
    await maru.field(t("sign_in.project")).fill(tenant);
    await maru.submitSignIn();
    await expect(page.getByRole("banner")).toContainText("RegionOne");
    const password = { user: { name: "stock@maru.test", domain: { id: "default" }, password: PASSWORD } };
    await sent.expect("POST", /^\/identity\/v3\/auth\/tokens$/, {
      auth: { identity: { methods: ["password"], password }, scope: { project: { id: tenant } } },
    });
    // The catalog decides: compute_legacy contains the tenant, and that endpoint is used.
    await sent.expect("GET", new RegExp(`^/regionone/compute/v2/${tenant}/servers/detail`));
  });

  test("S31 another region is another list, asked where the catalog says", async ({ maru, page, cloud, tenant }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    await maru.scope.click();
    await expect(maru.scopeLine("KR1")).toHaveAttribute("aria-current", "page");
    await maru.scopeLine("KR2").click();
    await expect(maru.rows).toHaveCount(3);
    const asked = await cloud.expectReceived("GET", new RegExp(`^/kr2/compute/v2/${tenant}/servers/detail$`));
    expect(asked.status).toBe(200);
    await expect(page.getByText("web-prod-01")).toHaveCount(0);
  });

  test("N01 an application credential", async ({ maru, page, sent }) => {
    await maru.open();
    await maru.chooseStock();
    await maru.field(t("sign_in.method")).selectOption(t("sign_in.method_app"));
    await maru.field(t("sign_in.credential_id")).fill("stock+empty@maru.test");
    await maru.field(t("sign_in.secret")).fill(PASSWORD);
    await maru.submitSignIn();
    const application_credential = { id: "stock+empty@maru.test", secret: PASSWORD };
    await sent.expect("POST", /^\/identity\/v3\/auth\/tokens$/, {
      auth: { identity: { methods: ["application_credential"], application_credential } },
    });
  });

  test("N01 a pasted token with its tenant and endpoint", async ({ maru, page, cloud }) => {
    const token = await cloud.token();
    await maru.signInByToken(token, cloud.origin);
    await expect(maru.heading(t("instances.title"))).toBeVisible();
    expect(page.url()).not.toContain(token);
  });

  test("N01 only a ticked box survives a reload, and nothing secret is in the URL or localStorage", async ({
    maru,
    page,
    context,
  }) => {
    await asStaticHost(context);
    await maru.signInAs("demo");
    expect(await stored(page)).toEqual({ session: {}, local: expect.not.stringMatching(TOKEN) });
    await page.reload();
    await expect(maru.signInHeading).toBeVisible();

    await maru.fillSignIn("demo");
    await maru.field(t("sign_in.keep")).check();
    await maru.submitSignIn();
    await page.reload();
    await expect(maru.heading(t("instances.title"))).toBeVisible();
    const { session, local } = await stored(page);
    expect(Object.keys(session)).toEqual(["maru.session"]);
    expect(local).not.toMatch(TOKEN);
    expect(JSON.stringify(session) + local).not.toContain(PASSWORD);
    expect(page.url()).toMatch(/\/instances$/);
  });

  test("N01 where the gateway keeps the token there is nothing to tick, but for a pasted one", async ({ maru, page }) => {
    await maru.open();
    await maru.openForm();
    const box = maru.field(t("sign_in.keep"));
    await expect(maru.field(t("sign_in.api_password"))).toBeVisible();
    await expect(box).toHaveCount(0);
    await maru.field(t("sign_in.method")).selectOption(t("sign_in.method_token"));
    await expect(box).toHaveAccessibleDescription(t("sign_in.keep_hint"));
    await maru.field(t("sign_in.method")).selectOption(t("sign_in.method_v2"));
    await expect(box).toHaveCount(0);
    await maru.signInAs("demo");
    expect((await stored(page)).session).toEqual({});
  });

  for (const host of ["behind the gateway", "on a static host"]) {
    test(`N01 sign out forgets token and lists: ${host}`, async ({ maru, page, context, sent }) => {
      if (host === "on a static host") await asStaticHost(context);
      await maru.open();
      await maru.fillSignIn("demo");
      if (host === "on a static host") await maru.field(t("sign_in.keep")).check();
      await maru.submitSignIn();
      await expect(page.getByText("web-prod-01").first()).toBeVisible();
      // A second page, so that there is one to go back to.
      await maru.goTo("zones");
      await maru.signOut();
      await expect(page.getByText("web-prod-01")).toHaveCount(0);
      expect((await stored(page)).session).toEqual({});
      await sent.settled();
      const before = sent.count;
      await page.goBack();
      await page.reload();
      await expect(maru.signInHeading).toBeVisible();
      expect(sent.since(before)).toEqual([]);
    });
  }

  for (const [what, status, body, words] of [
    ["is missing", 404, "", t("sign_in_more.config_status", { status: "404" })],
    ["is broken", 200, "{ clouds: oops", t("sign_in_more.config_broken")],
    ["names no cloud", 200, '{ "clouds": [] }', t("sign_in_more.config_no_clouds")],
  ] as const) {
    test(`N01 config.json ${what}: said in words, and read again on demand`, async ({ maru, page, watch }) => {
      watch.allowStatus(404);
      await page.route("**/config.json", (route) => route.fulfill({ status, body }), { times: 1 });
      await maru.open();
      await expect(page.getByRole("alert")).toContainText(words);
      await maru.button(t("common.retry")).click();
      await expect(maru.button(t("sign_in.demo_open"))).toBeVisible();
    });
  }
});

const stored = (page: import("@playwright/test").Page) =>
  page.evaluate(() => ({ session: { ...sessionStorage }, local: JSON.stringify({ ...localStorage }) }));

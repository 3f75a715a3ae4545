// Every address begins with its scope: cloud, region and project. What a link means to different people.
import type { Page } from "@playwright/test";
import { Console } from "./support/console";
import { PASSWORD, type Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("The scope in the address", { tag: "@sim" }, () => {
  test("N01 an old address leads to the same page in the scope, and is no step back", async ({ maru, page, tenant }) => {
    await maru.signInAs("demo", "zones");
    const scope = `/@demo/KR1/${tenant}~c_MaruDemo01`;
    await expect(page).toHaveURL(new RegExp(`${scope}/zones$`));
    for (const [old, path] of [
      ["", "instances"],
      ["instances?q=web&status=running", "instances?q=web&status=running"],
      ["volumes?tab=snapshots", "volumes?tab=snapshots"],
      ["security-groups", "security-groups"],
    ] as const) {
      await maru.open(old);
      await expect(page, old).toHaveURL(`${scope}/${path}`);
      await expect(maru.rail).toBeVisible();
    }
    await page.goBack();
    await expect(page).toHaveURL(`${scope}/volumes?tab=snapshots`);
    await page.goForward();
    await expect(page).toHaveURL(`${scope}/security-groups`);
  });

  test("S31 a link to another region of an open project opens it", async ({ maru, cloud, tenant }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    const before = await cloud.now();
    await maru.open(`@demo/KR2/${tenant}/instances`);
    await expect(maru.rows).toHaveCount(3);
    await expect(maru.scope).toContainText("KR2");
    await cloud.expectReceived("GET", new RegExp(`^/kr2/compute/v2/${tenant}/servers/detail$`));
    expect(await cloud.received(before, { region: "KR1", service: "compute" }), "nothing of the other region").toEqual([]);
    expect(await signIns(cloud, before)).toEqual([]);
  });

  test("N01 a link that nobody is signed in for says whose it is, and is opened by signing in", async ({
    maru,
    page,
    cloud,
    sent,
    tenant,
  }) => {
    const id = await idOf(cloud, "web-prod-01");
    const link = `@demo/KR1/${tenant}~shop/instances/${id}`;
    await maru.open(link);
    await maru.openForm();
    await expect(page.getByText(t("sign_in.link", { project: tenant, region: "KR1", cloud: "Demo cloud" }))).toBeVisible();
    await expect(page.getByText(t("instance.gone_title"))).toHaveCount(0);
    await expect(maru.field(t("sign_in.tenant"))).toHaveValue(tenant);
    expect(sent.count, "nothing is asked before").toBe(0);
    await maru.field(t("sign_in.user")).fill("demo@maru.test");
    await maru.field(t("sign_in.api_password")).fill(PASSWORD);
    await maru.submitSignIn();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    expect(page.url()).toContain(link);
    await cloud.expectReceived("GET", new RegExp(`^/kr1/compute/v2/${tenant}/servers/${id}$`));
  });

  test("N01 signed into another project, a link asks for its own, and both stay open", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    const second = cloud.second();
    const id = await idOf(second, "web-prod-01");
    const before = await cloud.now();
    await maru.open(`@demo/KR1/${second.tenant}/instances/${id}`);
    await maru.openForm();
    const whose = t("sign_in.link", { project: second.tenant, region: "KR1", cloud: "Demo cloud" });
    await expect(page.getByText(whose)).toBeVisible();
    await expect(page.getByText(t("instance.gone_title"))).toHaveCount(0);
    // NHN does not exchange a token for another project's.
    expect(await signIns(second, before)).toEqual([]);
    await maru.field(t("sign_in.user")).fill("demo@maru.test");
    await maru.field(t("sign_in.api_password")).fill(PASSWORD);
    await maru.submitSignIn();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    await expect(maru.scope).toContainText("c_MaruDemo02");
    await second.expectReceived("GET", new RegExp(`/servers/${id}$`));
    await maru.switchTo("c_MaruDemo01", "KR1");
    await expect(maru.rows).toHaveCount(16);
    expect(await signIns(second, before)).toHaveLength(1);
  });

  test("N01 where the cloud gives a token for a token, a link to one's other project opens without typing", async ({
    maru,
    page,
    cloud,
  }) => {
    await maru.signInToStock();
    const second = cloud.second();
    const link = `@stock/RegionOne/${second.tenant}/instances`;
    await maru.open(link);
    await expect(maru.rows).toHaveCount(7);
    await expect(maru.scope).toContainText("staging");
    expect(page.url()).toContain(link);
    const { body } = await second.expectReceived("POST", /^\/identity\/v3\/auth\/tokens$/);
    const scope = { project: { id: second.tenant } };
    expect(body).toMatchObject({ auth: { identity: { methods: ["token"] }, scope } });
    await second.expectReceived("GET", new RegExp(`^/regionone/compute/v2/${second.tenant}/servers/detail$`));
  });

  test("N01 where the cloud refuses one's other project, its words are said, and it is asked once", async ({
    maru,
    page,
    cloud,
    watch,
  }) => {
    watch.allowStatus(403);
    await maru.signInToStock();
    const second = cloud.second();
    const why = "You have no role in this project";
    const error = { code: 403, title: "Forbidden", message: why };
    await second.fault({ service: "identity", method: "POST", status: 403, body: { error } });
    const before = await cloud.now();
    await maru.open(`@stock/RegionOne/${second.tenant}/volumes`);
    await expect(page.getByText(t("sign_in.link_refused", { cloud: "Stock OpenStack", why }))).toBeVisible();
    await expect(maru.field(t("sign_in.project"))).toHaveValue(second.tenant);
    expect(await signIns(second, before)).toHaveLength(1);
    // The link back to an open scope.
    await page.getByRole("link", { name: t("sign_in.open_in", { project: cloud.tenant, region: "RegionOne" }) }).click();
    await expect(maru.heading(t("volumes.title"))).toBeVisible();
    await expect(maru.scope).toContainText(cloud.tenant);
  });
});

test.describe("An instance of another project", { tag: "@sim" }, () => {
  /** A project to which nobody here is signed in. */
  const foreign = (tenant: string) => [...tenant].reverse().join("");
  const look = (maru: Console) => maru.button(t("sign_in.look")).click();

  test.beforeEach(async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await new Console(page, cloud.second().tenant).signInAs("demo");
    await expect(maru.rows).toHaveCount(7);
  });

  test("is found in whichever open project it is", async ({ maru, page, cloud, tenant, watch }) => {
    watch.allowStatus(404);
    const id = await idOf(cloud, "web-prod-01");
    await maru.open(`@demo/KR1/${foreign(tenant)}/instances/${id}`);
    await look(maru);
    await expect(maru.heading("web-prod-01")).toBeVisible();
    await expect(maru.scope).toContainText("c_MaruDemo01");
    expect(page.url()).toContain(`/@demo/KR1/${tenant}~c_MaruDemo01/instances/${id}`);
    expect(await cloud.expectReceived("GET", new RegExp(`/servers/${id}$`))).toMatchObject({ status: 200 });
  });

  test("that is in none is said, and that a region did not answer too", async ({ maru, page, cloud, tenant, watch }) => {
    watch.allowStatus(404, 503);
    await maru.open(`@demo/KR1/${foreign(tenant)}/instances/00000000-0000-4000-8000-000000000000`);
    await look(maru);
    // Two projects of two regions.
    await expect(page.getByText(t("sign_in.look_none", { count: 4 }))).toBeVisible();
    await cloud.fault({ service: "compute", region: "KR2", status: 503 });
    await look(maru);
    await expect(page.getByText(t("sign_in.look_silent", { count: 1 }))).toBeVisible();
  });

  test("is said to be gone only by the project of its address", async ({ maru, page, cloud, tenant, watch }) => {
    watch.allowStatus(404);
    const id = await idOf(cloud, "web-prod-01");
    const second = cloud.second();
    await maru.open(`@demo/KR1/${second.tenant}/instances/${id}`);
    await expect(page.getByText(t("instance.gone_title"))).toBeVisible();
    expect(await second.expectReceived("GET", new RegExp(`/servers/${id}$`))).toMatchObject({ status: 404 });
    await maru.open(`@demo/KR1/${foreign(tenant)}/instances/${id}`);
    await expect(maru.button(t("sign_in.look"))).toBeVisible();
    await expect(page.getByText(t("instance.gone_title"))).toHaveCount(0);
  });
});

test.describe("An address that leads nowhere", { tag: "@sim" }, () => {
  test("says in a sentence what is wrong with it, and reads nothing", async ({ maru, page, cloud, sent, tenant }) => {
    await maru.open(`@nowhere/KR1/${tenant}/instances`);
    await expect(page.getByText(t("sign_in.link_unknown", { cloud: "nowhere" }))).toBeVisible();
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    for (const [address, words] of [
      ["@demo/KR1", t("shell.malformed_text")],
      ["@demo//x/instances", t("shell.malformed_text")],
      ["@/KR1/x/instances", t("shell.malformed_text")],
      [`@nowhere/KR1/${tenant}/instances`, t("sign_in.link_unknown", { cloud: "nowhere" })],
      [`@demo/JP9/${tenant}/instances`, t("sign_in.link_no_region", { region: "JP9", project: "c_MaruDemo01" })],
    ] as const) {
      await sent.settled();
      const before = await cloud.now();
      await maru.open(address);
      await expect(page.getByText(words), address).toBeVisible();
      await expect(maru.rows, address).toHaveCount(0);
      expect(await cloud.received(before, { service: "compute" }), address).toEqual([]);
    }
    await page.getByRole("link", { name: t("sign_in.open_in", { project: "c_MaruDemo01", region: "KR1" }) }).click();
    await expect(maru.rows).toHaveCount(16);
  });
});

test.describe("What is named alike in two projects", { tag: "@sim" }, () => {
  test("is never mixed: not after switching, nor back and forward", async ({ maru, page, cloud, tenant }) => {
    await maru.signInToStock();
    const second = cloud.second();
    const [mine, theirs] = [`${tenant}: ${t("status.active")}`, `staging: ${t("status.shutoff")}`];
    const row = maru.row("web-prod-01");
    await expect(row).toContainText(t("status.active"));
    const seen = await watchRow(page, "web-prod-01", [t("status.active"), t("status.shutoff")]);
    await maru.switchTo("staging");
    await expect(row).toContainText(t("status.shutoff"));
    await second.expectReceived("GET", new RegExp(`/compute/v2/${second.tenant}/servers/detail$`));
    await page.goBack();
    await expect(row).toContainText(t("status.active"));
    await page.goForward();
    await expect(row).toContainText(t("status.shutoff"));
    await maru.switchTo(tenant, "RegionTwo");
    await expect(row).toHaveCount(0);
    await page.goBack();
    await expect(row).toContainText(t("status.shutoff"));
    expect((await seen()).sort()).toEqual([mine, theirs].sort());

    // The action goes to the row's own project.
    await maru.rowAction("web-prod-01", t("actions.start.menu"));
    const started = await second.expectReceived("POST", /\/action$/, { "os-start": null });
    expect(started.path).toContain(`/${second.tenant}/`);
    expect((await cloud.received(0, { method: "POST" })).filter((one) => one.path.endsWith("/action"))).toEqual([]);
  });
});

test.describe("The link to a page", { tag: "@sim" }, () => {
  test("is copied from a list, a list with filters and an instance, and means the same to somebody else", async ({
    maru,
    page,
    context,
    browser,
    baseURL,
    tenant,
  }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copy = async (of: Page) => {
      await of.getByRole("button", { name: t("common.copy_what", { what: t("shell.link_to_page") }) }).click();
      return of.evaluate(() => navigator.clipboard.readText());
    };
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    expect(await copy(page)).toBe(page.url());
    await maru.search.fill("web-prod");
    await expect(page).toHaveURL(/\?q=web-prod$/);
    expect(await copy(page)).toBe(page.url());
    await maru.row("web-prod-01").getByRole("link").click();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    const link = await copy(page);
    expect(link).toBe(page.url());
    expect(link).toContain(`/@demo/KR1/${tenant}~c_MaruDemo01/instances/`);

    const theirs = await browser.newContext({ baseURL, locale: "en-US" });
    const other = new Console(await theirs.newPage(), tenant);
    await other.signInAs("demo", link);
    await expect(other.heading("web-prod-01")).toBeVisible();
    expect(other.page.url()).toBe(link);
    await theirs.close();
  });
});

/** The sign-ins that identity received. */
const signIns = (cloud: Simulator, after: number) => cloud.received(after, { service: "identity", method: "POST" });

async function idOf(cloud: Simulator, name: string): Promise<string> {
  const { servers } = await cloud.client("GET", `compute/v2/{tenant}/servers?name=${name}`);
  return servers.find((server: { name: string }) => server.name === name).id;
}

/** Records every text of the row, with the project in the header at that moment. */
async function watchRow(page: Page, name: string, words: string[]) {
  await page.evaluate(
    ([name, words]) => {
      const seen = ((globalThis as { seen?: Set<string> }).seen = new Set<string>());
      const look = () => {
        const project = document.querySelector("header .scope-project")?.textContent;
        const rows = [...document.querySelectorAll('[role="row"]')];
        const row = rows.find((row) => row.querySelector('[role="rowheader"]')?.textContent?.includes(name));
        const said = words.find((word) => row?.textContent?.includes(word));
        if (said) seen.add(`${project}: ${said}`);
      };
      look();
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    },
    [name, words] as const,
  );
  return () => page.evaluate(() => [...((globalThis as { seen?: Set<string> }).seen ?? [])]);
}

// Clouds whose catalog, tokens and answers differ from the guide. Each case was seen on a real cloud; the tests of the
// readers have more of each kind.
import { startDemo, site } from "./support/gateway";
import { PASSWORD } from "./support/simulator";
import { expect, test } from "./support/test";
import { starts, t } from "./support/words";

test.describe("Odd catalogs", { tag: "@sim" }, () => {
  for (const [words, what] of [
    ["+every-region", "all but compute is of every region"],
    ["+one-region+images-elsewhere", "images are of another region only"],
    ["+no-versions", "no endpoint names a version"],
    ["+old-first", "a version of 2010 comes first"],
  ]) {
    test(`N01 ${what}: every list loads`, async ({ maru }) => {
      await maru.signInToStock(words);
      await expect(maru.row("web-prod-01")).toBeVisible();
      for (const page of ["images", "volumes", "security_groups", "networks"]) {
        await maru.goTo(page);
        await expect(maru.rows.first()).toBeVisible();
      }
    });
  }

  test("N01 an endpoint that leads out of the proxy is never asked, and named", async ({ maru, page, sent }) => {
    const led: string[] = [];
    page.on("request", (request) => {
      if (request.headers()["x-auth-token"] && !request.url().includes("/proxy/")) led.push(request.url());
    });
    await maru.signInToStock("+steering", "images");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(t("errors.bad_endpoint.what"));
    await expect(alert).toContainText("/../../../../config.json?");
    await maru.goTo("instances");
    await sent.expect("GET", /\/servers\/detail/);
    expect(led).toEqual([]);
  });

  test("N01 an identity address without a version is asked for it", async ({ page }) => {
    const cloud = (port: number) => `
[[cloud]]
id = "stock"
name = "Stock OpenStack"
identity = "http://127.0.0.1:${port}/identity"
rules = "openstack"
hosts = ["http://127.0.0.1:${port}"]
`;
    const gateway = await startDemo(site, cloud);
    try {
      await page.goto(gateway.url);
      await page.getByText(t("sign_in.other_way")).click();
      await page.getByLabel(t("sign_in.cloud"), { exact: true }).selectOption("Stock OpenStack");
      await page.getByLabel(t("sign_in.domain"), { exact: true }).waitFor();
      await page.getByLabel(t("sign_in.user"), { exact: true }).fill("stock@maru.test");
      await page.getByLabel(t("sign_in.password"), { exact: true }).fill(PASSWORD);
      await page.getByLabel(t("sign_in.project"), { exact: true }).fill("demo");
      await page.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
      await expect(page.getByRole("heading", { name: t("instances.title"), level: 1 })).toBeVisible();
      // After a reload the version is still known: signing out revokes the token where it was issued.
      await page.reload();
      await expect(page.getByRole("heading", { name: t("instances.title"), level: 1 })).toBeVisible();
      const revoked = page.waitForRequest((request) => request.method() === "DELETE");
      await page.getByRole("button", { name: "stock@maru.test" }).click();
      await page.getByRole("menuitem", { name: t("shell.sign_out") }).click();
      expect((await revoked).url()).toContain("/identity/v3/auth/tokens");
    } finally {
      await gateway.stop();
    }
  });
});

test.describe("Odd sign-ins", { tag: "@sim" }, () => {
  test("N01 user and project are in different domains", async ({ maru, sent, tenant }) => {
    await maru.open();
    await maru.openForm();
    await maru.chooseStock();
    await maru.field(t("sign_in.user")).fill("stock+two-domains@maru.test");
    await maru.field(t("sign_in.password")).fill(PASSWORD);
    await maru.field(t("sign_in.domain")).fill("CORP");
    await expect(maru.field(t("sign_in.project_domain"))).toHaveValue("CORP");
    await maru.field(t("sign_in.project")).fill("demo");
    await maru.field(t("sign_in.project_domain")).fill("Default");
    await maru.submitSignIn();
    const user = { name: "stock+two-domains@maru.test", domain: { name: "CORP" }, password: PASSWORD };
    await sent.expect("POST", /^\/identity\/v3\/auth\/tokens$/, {
      auth: {
        identity: { methods: ["password"], password: { user } },
        scope: { project: { name: "demo", domain: { name: "Default" } } },
      },
    });
    expect(tenant).toHaveLength(32);
  });

  for (const [user, words, said] of [
    ["stock+no-project", t("errors.no_project.what"), ""],
    ["stock+second-factor", t("errors.second_factor.what"), "password + totp"],
  ]) {
    test(`N01 ${user} is told which`, async ({ maru, page, watch }) => {
      watch.allowStatus(401);
      await maru.open();
      await maru.openForm();
      await maru.chooseStock();
      await maru.field(t("sign_in.user")).fill(`${user}@maru.test`);
      await maru.field(t("sign_in.password")).fill(PASSWORD);
      await maru.button(t("sign_in.submit")).click();
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(words);
      await expect(alert).toContainText(said);
      await expect(alert).not.toContainText(t("sign_in_more.wrong.what"));
    });
  }
});

test.describe("An expired password", { tag: "@sim" }, () => {
  test("N01 is told as such, in the cloud's own words too", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(401);
    const message = "The password is expired and needs to be changed for user: 5f1a.";
    await cloud.fault({ service: "identity", status: 401, body: { error: { code: 401, title: "Unauthorized", message } } });
    await maru.open();
    await maru.fillSignIn("demo");
    await maru.button(t("sign_in.submit")).click();
    await expect(page.getByRole("alert")).toContainText(t("sign_in_more.expired.what"));
    await expect(page.getByRole("alert")).toContainText(message);
  });
});

test.describe("Odd answers", { tag: "@sim" }, () => {
  test("N02 a list of instances that is null is empty", async ({ maru, page, cloud }) => {
    await cloud.fault({ service: "compute", path: "/servers/detail", status: 200, body: { servers: null } });
    await maru.signInAs("demo");
    await expect(page.getByText(t("instances.empty_title"))).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("a redirect says where it leads and takes no token there", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(502);
    const location = "https://other.example/v2/images?ticket=secret";
    await cloud.fault({ service: "image", status: 301, location, body: "<h1>Moved</h1>" });
    const left: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("other.example")) left.push(request.url());
    });
    await maru.signInAs("demo", "images");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(t("errors.redirected.what"));
    await expect(alert).toContainText("https://other.example/v2/images");
    await expect(alert).not.toContainText("secret");
    expect(left).toEqual([]);
  });

  test("a list that nobody serves was not deleted by someone", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await cloud.fault({ service: "image", path: "/images", status: 404, body: "" });
    await maru.signInAs("demo", "images");
    await expect(page.getByRole("alert")).toContainText(t("errors.no_list.what"));
    await expect(page.getByRole("alert")).not.toContainText(t("errors.not_found.then"));
  });

  test("what a service says is shown without its tags, and JSON within it is read", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    const inner = { NeutronError: { message: "Cannot &#39;delete&#39; &lt;cirros&gt;<br /><br />\n", detail: "" } };
    const body = { conflictingRequest: { code: 409, message: JSON.stringify(inner) } };
    await cloud.fault({ service: "image", path: "/images", status: 409, body });
    await maru.signInAs("demo", "images");
    await expect(page.getByRole("alert").getByText("Cannot 'delete' <cirros>", { exact: true })).toBeVisible();
  });

  for (const key of [".", ".."]) {
    test(`N08 metadata named ${key} is changed and removed, and the rest of the instance stays`, async ({ maru, page, cloud }) => {
      const { servers } = await cloud.client("GET", "compute/v2/{tenant}/servers?name=web-prod-01");
      const metadata = `compute/v2/{tenant}/servers/${servers[0].id}/metadata`;
      const { metadata: before } = await cloud.client("GET", metadata);
      await cloud.client("POST", metadata, { metadata: { [key]: "up" } });
      await maru.signInAs("demo");
      await maru.row("web-prod-01").getByRole("link").click();
      await maru.button(t("metadata.edit")).click();
      await maru.button(t("metadata.change", { key })).click();
      await maru.field(t("metadata.value")).fill("down");
      await maru.answer(t("metadata.save"));
      await cloud.expectReceived("POST", /\/metadata$/, { metadata: { [key]: "down" } });
      await expect(maru.dialog()).toHaveCount(0);
      await maru.button(t("metadata.remove", { key })).click();
      await expect(maru.dialog()).toContainText(t("metadata.remove_by_rest"));
      // Set after the page has read the metadata: it must not be removed.
      await cloud.client("POST", metadata, { metadata: { later: "kept" } });
      await maru.answer(t("metadata.remove", { key }));
      const all = { ...before, later: "kept" };
      expect((await cloud.expectReceived("PUT", /\/metadata$/, { metadata: all })).status).toBe(200);
      await expect(page.getByRole("group", { name: t("instance.metadata") }).getByRole("rowheader", { name: "later" })).toBeVisible();
      await expect(maru.button(t("metadata.remove", { key }))).toHaveCount(0);
      expect((await cloud.client("GET", metadata)).metadata).toEqual(all);
      expect(await cloud.received(0, { method: "DELETE" })).toEqual([]);
    });
  }
});

test.describe("What is left out is not the widest meaning", { tag: "@sim" }, () => {
  test("N05 an address group is not everyone, and ICMP has a type and a code", async ({ maru, page, cloud }) => {
    const rule = (id: string, more: object) => ({
      id, direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22,
      remote_ip_prefix: null, remote_group_id: null, ...more,
    });
    const rules = [
      rule("r1", { remote_address_group_id: "office-7" }),
      rule("r2", { protocol: "icmp", port_range_min: 3, port_range_max: 4, remote_ip_prefix: "192.0.2.0/24" }),
      rule("r3", { protocol: "icmp", port_range_min: 8, port_range_max: null, remote_ip_prefix: "192.0.2.0/24" }),
    ];
    const group = { id: "9b2b0a4e-0000-4000-8000-000000000001", name: "odd-rules", description: "", security_group_rules: rules };
    await cloud.fault({ service: "network", path: "/security-groups", status: 200, body: { security_groups: [group] } });
    await maru.signInAs("demo", "security-groups");
    await expect(maru.row("odd-rules")).not.toContainText(t("security_groups.who_everyone"));
    await maru.row("odd-rules").getByRole("link").first().click();
    await expect(page.getByText(t("security_groups.who_addresses", { id: "office-7" })).first()).toBeVisible();
    await expect(page.getByText(t("security_groups.icmp_type_code", { type: 3, code: 4 })).first()).toBeVisible();
    await expect(page.getByText(t("security_groups.icmp_type", { type: 8 }), { exact: true }).first()).toBeVisible();
    await expect(page.getByText(t("security_groups.who_everyone"))).toHaveCount(0);
  });

  test("N04 a floating IP that forwards ports is in use", async ({ maru, cloud }) => {
    const port_forwardings = [{ protocol: "tcp", external_port: 22, internal_port: 22, internal_ip_address: "10.0.0.4" }];
    const ip = {
      id: "f2", floating_ip_address: "198.51.100.8", fixed_ip_address: null, port_id: null, status: "DOWN",
      floating_network_id: "gone", port_forwardings,
    };
    await cloud.fault({ service: "network", path: "/floatingips", status: 200, body: { floatingips: [ip] } });
    await maru.signInAs("demo", "floating-ips");
    await expect(maru.row("198.51.100.8")).toContainText(t("floating_ips.forwards"));
    await expect(maru.row("198.51.100.8")).not.toContainText(t("floating_ips.unattached"));
    const menu = await maru.rowMenu("198.51.100.8");
    await expect(menu.getByRole("menuitem", { name: starts("floating_ips.detach_ask") })).toHaveAttribute("aria-disabled", "true");
    await expect(menu.getByRole("menuitem", { name: starts("floating_ips.attach_ask") })).toHaveAttribute("aria-disabled", "true");
  });

  test("S30 a floating IP that only the network service tells is the instance's, and the way in", async ({ maru, page, cloud }) => {
    const { servers } = await cloud.client("GET", "compute/v2/{tenant}/servers?name=dev-minji");
    const { ports } = await cloud.client("GET", `network/v2.0/ports?device_id=${servers[0].id}`);
    const ip = {
      id: "f9", floating_ip_address: "198.51.100.77", fixed_ip_address: ports[0].fixed_ips[0].ip_address,
      port_id: ports[0].id, status: "ACTIVE", floating_network_id: "pool",
    };
    await cloud.fault({ service: "network", path: "/floatingips", status: 200, body: { floatingips: [ip] } });
    await maru.signInAs("demo");
    await maru.row("dev-minji").getByRole("link").click();
    await expect(page.getByText(/^ssh .*@198\.51\.100\.77$/)).toBeVisible();
    await expect(page.getByRole("row", { name: /198\.51\.100\.77/ })).toContainText(t("instance.floating"));
    await expect(page.getByRole("row", { name: /198\.51\.100\.77/ })).not.toContainText(t("instance.floating_coming"));
  });
});

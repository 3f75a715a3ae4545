// Security groups: the groups and their rules (row N05).
import type { Page } from "@playwright/test";
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

/** Opens the page of a group. */
const openGroup = async (maru: Console, user: string, name: string) => {
  await maru.signInToOwn(user, "security-groups");
  await maru.row(name).getByRole("link", { name, exact: true }).click();
  await expect(maru.heading(name)).toBeVisible();
};

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1);

/** Both dialects have the same calls: the demo speaks NHN's, the other is a stock OpenStack. */
const clouds = ["demo", "stock"];

/** The quota of the user `quota`. */
const RULES_OF_QUOTA = 20;

test.describe("Security groups", { tag: "@sim" }, () => {
  for (const user of clouds) {
    test(`N05 the list tells rules, users and what is open to everyone (${user})`, async ({ maru, cloud }) => {
      await maru.signInToOwn(user, "security-groups");
      await expect(maru.row("web")).toContainText(t("security_groups.open_rules", { n: 2 }));
      await expect(maru.row("web")).toContainText(t("users.used", { n: 2 }));
      await expect(maru.row("ssh-임시")).toContainText(t("security_groups.open_rules", { n: 1 }));
      await expect(maru.row("ssh-임시")).toContainText(t("users.unused"));
      await expect(maru.row("default")).not.toContainText(like("security_groups.and_open"));
      expect((await cloud.expectReceived("GET", /\/v2\.0\/security-groups$/)).status).toBe(200);
    });

    test(`N05 a group is made, given a rule, loses it and goes (${user})`, async ({ maru, page, cloud }) => {
      await maru.signInToOwn(user, "security-groups");
      await maru.button(t("security_groups.create")).click();
      await maru.field(t("common.name")).fill("api");
      await maru.dialog().getByLabel(t("security_groups.description")).fill("Office only");
      await maru.dialog().getByRole("button", { name: t("security_groups.create") }).click();
      const group = { name: "api", description: "Office only" };
      await cloud.expectReceived("POST", /\/security-groups$/, { security_group: group });
      await expect(maru.heading("api")).toBeVisible();
      await expect(page.getByText(t("security_groups.none_in"))).toBeVisible();

      await maru.button(t("security_groups.add_rule")).click();
      await maru.button(t("security_groups.preset_ssh")).click();
      await expect(maru.field(t("security_groups.ports"))).toHaveValue("22");
      await maru.dialog().getByLabel(t("security_groups.range")).fill("198.51.100.0/24");
      await maru.dialog().getByRole("button", { name: t("security_groups.add_rule") }).click();
      const rule = {
        security_group_id: idOf(page),
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        port_range_min: 22,
        port_range_max: 22,
        remote_ip_prefix: "198.51.100.0/24",
      };
      await cloud.expectReceived("POST", /\/security-group-rules$/, { security_group_rule: rule });
      const row = page.getByRole("row").filter({ hasText: "SSH" });
      await expect(row).toContainText("TCP");
      await expect(row).toContainText("198.51.100.0/24");

      await row.getByRole("button", { name: starts("security_groups.delete_rule_of") }).click();
      const sentence = t("security_groups.sentence_in", { what: "SSH", protocol: "TCP", ports: 22, who: "198.51.100.0/24" });
      await expect(maru.dialog(t("security_groups.delete_rule_title"))).toContainText(sentence);
      await maru.dialog().getByRole("button", { name: t("security_groups.delete_rule"), exact: true }).click();
      expect((await cloud.expectReceived("DELETE", /\/security-group-rules\/./)).status).toBe(204);
      await expect(row).toHaveCount(0);

      const id = idOf(page);
      await maru.button(t("security_groups.delete")).click();
      await maru.confirmDelete("api", "security_groups");
      const gone = await cloud.expectReceived("DELETE", /\/security-groups\/./);
      expect([gone.path.split("/").at(-1), gone.status]).toEqual([id, 204]);
      await expect(maru.heading(t("security_groups.title"))).toBeVisible();
      await expect(maru.row("web")).toBeVisible();
      await expect(maru.row("api")).toHaveCount(0);
    });
  }

  test("N05 a group is renamed, and instances tell the new name", async ({ maru, page, cloud }) => {
    await openGroup(maru, "demo", "web");
    await maru.button(t("security_groups.edit")).click();
    await maru.field(t("common.name")).fill("frontend");
    await maru.dialog().getByRole("button", { name: t("security_groups.save") }).click();
    const { body } = await cloud.expectReceived("PUT", /\/security-groups\/./);
    expect(body).toEqual({ security_group: { name: "frontend", description: "HTTP, HTTPS, 사무실에서 SSH" } });
    await expect(maru.heading("frontend")).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "web-prod-01" })).toBeVisible();
  });

  test("N05 default neither goes nor changes, a group in use says who has it", async ({ maru, page }) => {
    await openGroup(maru, "demo", "default");
    await expect(maru.button(t("security_groups.delete"))).toHaveAttribute("aria-disabled", "true");
    await expect(maru.button(t("security_groups.edit"))).toHaveAccessibleDescription(like("security_groups.is_default"));
    await page.getByRole("link", { name: t("security_groups.back") }).click();
    const menu = await maru.rowMenu("web");
    const remove = menu.getByRole("menuitem", { name: starts("security_groups.delete") });
    await expect(remove).toContainText(t("security_groups.in_use", { n: 2 }));
  });

  test("N05 a group that something else uses is kept by the cloud", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    await maru.signInAs("demo", "security-groups");
    await expect(maru.row("ssh-임시")).toContainText(t("users.unused"));
    await maru.rowAction("ssh-임시", t("security_groups.delete"));
    const NeutronError = { type: "SecurityGroupInUse", message: "Security Group x in use.", detail: "" };
    await cloud.fault({ path: "/security-groups/", method: "DELETE", status: 409, body: { NeutronError }, times: 1 });
    await maru.confirmDelete("ssh-임시", "security_groups");
    await expect(page.getByRole("alert")).toContainText("Security Group x in use.");
    await expect(maru.row("ssh-임시")).toBeVisible();
  });

  test("N05 what is open to everyone is said before it is sent", async ({ maru, page, cloud }) => {
    await openGroup(maru, "stock", "ssh-임시");
    await maru.button(t("security_groups.add_rule")).click();
    await maru.button("HTTP").click();
    await expect(maru.dialog()).toContainText(t("security_groups.world_ports", { ports: "80" }));
    await maru.button(t("security_groups.preset_ssh")).click();
    await expect(maru.dialog()).not.toContainText(t("security_groups.world_all"));
    const range = maru.dialog().getByLabel(t("security_groups.range"));
    await range.fill("0.0.0.0/0");
    await expect(maru.dialog()).toContainText(t("security_groups.world_login"));
    await maru.field(t("security_groups.address_type")).selectOption("IPv6");
    await range.fill("::/0");
    await expect(maru.dialog()).toContainText(t("security_groups.world_login"));
    await maru.dialog().getByRole("button", { name: t("security_groups.add_rule") }).click();
    const { body } = await cloud.expectReceived("POST", /\/security-group-rules$/);
    const rule = { direction: "ingress", ethertype: "IPv6", protocol: "tcp", remote_ip_prefix: "::/0" };
    expect((body as { security_group_rule: object }).security_group_rule).toMatchObject(rule);
    await expect(page.getByRole("row").filter({ hasText: t("security_groups.who_anyone", { range: "::/0" }) })).toBeVisible();
  });

  test("N05 a rule for members of a group, for a range of UDP ports, and for ping", async ({ maru, page, cloud }) => {
    await openGroup(maru, "demo", "web");
    const id = idOf(page);
    const add = () => maru.dialog().getByRole("button", { name: t("security_groups.add_rule") }).click();
    await maru.button(t("security_groups.add_rule")).click();
    await maru.field(t("security_groups.protocol")).selectOption("UDP");
    await maru.field(t("security_groups.ports")).fill("8000-8100");
    await maru.dialog().getByRole("radio", { name: t("security_groups.remote_group") }).check({ force: true });
    const itself = t("security_groups.name_itself", { name: "web", itself: t("security_groups.itself") });
    await maru.dialog().getByLabel(t("security_groups.one")).selectOption(itself);
    await add();
    await cloud.expectReceived("POST", /\/security-group-rules$/, {
      security_group_rule: {
        security_group_id: id,
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "udp",
        port_range_min: 8000,
        port_range_max: 8100,
        remote_group_id: id,
      },
    });
    await expect(page.getByRole("row").filter({ hasText: "8000–8100" })).toContainText(t("security_groups.who_itself"));
    await maru.button(t("security_groups.add_rule")).click();
    await maru.button(t("security_groups.preset_ping")).click();
    await maru.dialog().getByLabel(t("security_groups.range")).fill("198.51.100.7");
    await add();
    await expect(page.getByRole("row").filter({ hasText: "198.51.100.7/32" })).toContainText("ICMP");
  });

  test("N05 each preset sends its protocol, its port, and whom it is for", async ({ maru, page, sent }) => {
    await openGroup(maru, "demo", "ssh-임시");
    const security_group_id = idOf(page);
    const mine = "198.51.100.0/24";
    for (const [preset, protocol, port, remote_ip_prefix] of [
      [t("security_groups.preset_ssh"), "tcp", 22, mine],
      ["HTTP", "tcp", 80, "0.0.0.0/0"],
      ["HTTPS", "tcp", 443, "0.0.0.0/0"],
      [t("security_groups.preset_rdp"), "tcp", 3389, mine],
      [t("security_groups.preset_ping"), "icmp", undefined, mine],
    ] as const) {
      await maru.button(t("security_groups.add_rule")).click();
      await maru.button(preset).click();
      const range = maru.dialog().getByLabel(t("security_groups.range"));
      if (remote_ip_prefix === mine) await range.fill(mine);
      else await expect(range).toHaveCount(0);
      await maru.dialog().getByRole("button", { name: t("security_groups.add_rule") }).click();
      const ports = port && { port_range_min: port, port_range_max: port };
      const rule = { security_group_id, direction: "ingress", ethertype: "IPv4", protocol, ...ports, remote_ip_prefix };
      const request = await sent.expect("POST", /\/security-group-rules$/, { security_group_rule: rule });
      expect((await request.response())?.status(), preset).toBe(201);
      await expect(maru.dialog()).toHaveCount(0);
    }
  });

  for (const [field, typed, words] of [
    [t("security_groups.ports"), "65536", t("security_groups.port_range")],
    [t("security_groups.ports"), "0", t("security_groups.port_range")],
    [t("security_groups.ports"), "ssh", t("security_groups.not_a_port")],
    [t("security_groups.ports"), "90-80", t("security_groups.ports_reversed")],
    [t("security_groups.range"), "10.0.0.0/33", t("security_groups.not_a_range")],
    [t("security_groups.range"), "2001:db8::/32", t("security_groups.other_type")],
  ] as const) {
    test(`N05 ${field} ${typed} is refused in words`, async ({ maru }) => {
      await openGroup(maru, "demo", "web");
      await maru.button(t("security_groups.add_rule")).click();
      const input = maru.dialog().getByRole("textbox", { name: field, exact: true });
      await input.fill(typed);
      await expect(input).toHaveAccessibleDescription(new RegExp(words));
      await expect(input).toHaveAttribute("aria-invalid", "true");
    });
  }

  for (const [ports, right] of [["1", true], ["65535", true], ["1-65535", true], ["65535-65536", false]] as const) {
    test(`N05 ports ${ports} are ${right ? "taken" : "refused"}: the limits at their edges`, async ({ maru, cloud }) => {
      await openGroup(maru, "demo", "web");
      await maru.button(t("security_groups.add_rule")).click();
      await maru.field(t("security_groups.ports")).fill(ports);
      await maru.dialog().getByLabel(t("security_groups.range")).fill("192.0.2.1");
      await maru.dialog().getByRole("button", { name: t("security_groups.add_rule") }).click();
      if (right) expect((await cloud.expectReceived("POST", /\/security-group-rules$/)).status).toBe(201);
      else await expect(maru.field(t("security_groups.ports"))).toBeFocused();
    });
  }

  for (const [length, right] of [[255, true], [256, false]] as const) {
    test(`N05 a name of ${length} characters is ${right ? "taken" : "refused"}`, async ({ maru, page, cloud }) => {
      await maru.signInAs("demo", "security-groups");
      await maru.button(t("security_groups.create")).click();
      await maru.field(t("common.name")).fill("가".repeat(length));
      await maru.dialog().getByRole("button", { name: t("security_groups.create") }).click();
      if (right) expect((await cloud.expectReceived("POST", /\/security-groups$/)).status).toBe(201);
      else await expect(page.getByText(t("security_groups.too_long", { max: 255 }))).toBeVisible();
    });
  }

  test("N05 the name default is taken by every project", async ({ maru, page }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.button(t("security_groups.create")).click();
    await maru.dialog().getByRole("button", { name: t("security_groups.create") }).click();
    await expect(page.getByText(t("security_groups.name_missing"))).toBeVisible();
    await maru.field(t("common.name")).fill("default");
    await expect(page.getByText(t("security_groups.reserved"))).toBeVisible();
  });

  test("N05 NHN makes no rules for IPv6", async ({ maru }) => {
    await openGroup(maru, "demo", "web");
    await maru.button(t("security_groups.add_rule")).click();
    await expect(maru.field(t("security_groups.address_type")).getByRole("option", { name: /IPv6/ })).toBeDisabled();
  });

  test("N05 a project that is full of rules says so in the cloud's words", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    const { security_groups } = await cloud.client("GET", "network/v2.0/security-groups", undefined, "quota");
    const web = security_groups.find((one: { name: string }) => one.name === "web");
    const rules = security_groups.flatMap((one: { security_group_rules: object[] }) => one.security_group_rules);
    for (let port = 9001; port <= 9000 + RULES_OF_QUOTA - rules.length; port += 1) {
      const rule = { security_group_id: web.id, direction: "ingress", ethertype: "IPv4", protocol: "tcp" };
      const ports = { port_range_min: port, port_range_max: port, remote_ip_prefix: "192.0.2.0/24" };
      await cloud.client("POST", "network/v2.0/security-group-rules", { security_group_rule: { ...rule, ...ports } }, "quota");
    }
    await openGroup(maru, "quota", "web");
    await maru.button(t("security_groups.add_rule")).click();
    await maru.button("HTTPS").click();
    await maru.field(t("security_groups.ports")).fill("8443");
    await maru.dialog().getByRole("button", { name: t("security_groups.add_rule") }).click();
    await expect(page.getByRole("alert")).toContainText("Quota exceeded for resources: ['security_group_rule'].");
    expect((await cloud.expectReceived("POST", /\/security-group-rules$/)).status).toBe(409);
    await expect(maru.field(t("security_groups.ports"))).toHaveValue("8443");
  });

  test("N05 a group more than the quota allows is refused in the cloud's words", async ({ maru, page, watch }) => {
    watch.allowStatus(409);
    await maru.signInAs("quota", "security-groups");
    await maru.button(t("security_groups.create")).click();
    await maru.field(t("common.name")).fill("one-too-many");
    await maru.dialog().getByRole("button", { name: t("security_groups.create") }).click();
    await expect(page.getByRole("alert")).toContainText("Quota exceeded for resources: ['security_group'].");
  });

  for (const user of ["no-network", "network-down"]) {
    test(`N05 ${user}: the page says so and offers another try`, async ({ maru, page, watch }) => {
      watch.allowStatus(503);
      await maru.signInToOwn(user, "security-groups");
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(page.getByRole("main").getByRole("button", { name: t("common.retry") })).toBeVisible();
    });
  }

  test("N05 a group is opened, given a rule and left by keyboard", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "security-groups");
    await expect(maru.row("web")).toBeVisible();
    await maru.table.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(maru.heading("web")).toBeVisible();
    await maru.button(t("security_groups.add_rule")).focus();
    await page.keyboard.press("Enter");
    await maru.button(t("security_groups.preset_ping")).focus();
    await page.keyboard.press("Enter");
    const range = maru.dialog().getByLabel(t("security_groups.range"));
    await expect(range).toBeFocused();
    await page.keyboard.type("192.0.2.9");
    await page.keyboard.press("Enter");
    await cloud.expectReceived("POST", /\/security-group-rules$/);
    await expect(maru.dialog()).toHaveCount(0);
  });
});

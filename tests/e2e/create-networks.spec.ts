// Interfaces: several, each on a network, a subnet or a port, with an optional address (row S13).
import { CreateForm, NEW } from "./support/create-form";
import { OtherClient } from "./support/other-client";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

test.describe("Create: networks", { tag: "@sim" }, () => {
  test("S13 three interfaces, on a subnet, a network and a port, as the guide's body has them", async ({ maru, page, cloud }) => {
    const other = await OtherClient.of(cloud, "empty");
    const subnets = await other.get("/kr1/network/v2.0/vpcsubnets");
    const subnet = subnets.find((one: any) => one.name === "Default Network");
    const network = subnet.vpc_id ?? subnet.network_id;
    const port = await other.post("/kr1/network/v2.0/ports", { port: { network_id: network, name: "kept" } });
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "wired", count: "2" });
    const summary = await form.open(t("create_more.nics"));
    const outside = { fits: "192.168.0.77", past: "10.0.0.1", words: like("create.not_in_subnet", { cidr: "192.168.0.0/24" }) };
    await form.expectEdge(t("create.fixed_ip_number", { n: 1 }), outside);
    await form.expectEdge(t("create.fixed_ip_number", { n: 1 }), { ...outside, past: "192.168.0", words: like("create.not_an_address") });
    await form.field(t("create.count")).blur();
    await form.expectError(t("create.count"), like("create.one_fixed_ip"));
    await form.field(t("create.count")).fill("1");
    await maru.button(t("create_more.nic_add")).click();
    await maru.button(t("create_more.nic_add")).click();
    await expect(summary).toContainText(`${t("create_more.nics_more", { n: 2 })} · ${t("create_more.nics_fixed", { n: 1 })}`);
    const [second, third] = [form.nic(2), form.nic(3)];
    await second.getByLabel(t("create_more.connect_to")).selectOption("network");
    await form.select(second.getByLabel(t("create.network"), { exact: true }), "Default Network");
    await third.getByLabel(t("create_more.connect_to")).selectOption("port");
    await expect(third.getByLabel(t("create_more.fixed_ip"))).toHaveCount(0);
    await form.select(third.getByLabel(t("create_more.port"), { exact: true }), "kept");
    const shown = await form.json();
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toEqual(shown);
    expect((body as any).server.networks).toEqual([
      { subnet: subnet.id, fixed_ip: "192.168.0.77" },
      { uuid: network },
      { port: port.id },
    ]);
    await cloud.advance(8_000);
    await expect.poll(async () => (await other.get(`/kr1/network/v2.0/ports/${port.id}`)).device_id).not.toBe("");
  });

  test("S13 S14 a port for the only interface: those in use are no choice, and it is for one instance", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", NEW);
    const form = new CreateForm(page, maru);
    const other = await OtherClient.of(cloud);
    const ports = await other.get("/kr1/network/v2.0/ports");
    const used = ports.find((one: any) => one.device_id !== "");
    const port = await other.post("/kr1/network/v2.0/ports", { port: { network_id: used.network_id, name: "kept" } });
    await form.segment(t("create_more.connect_to"), t("create_more.port")).check({ force: true });
    const row = page.getByRole("row").filter({ hasText: used.fixed_ips[0].ip_address });
    await expect(row.getByRole("radio").first()).toBeDisabled();
    await expect(row.first()).toContainText(t("create.not_available"));
    await form.fill({ name: "on-port", where: null });
    await form.submit.click();
    await expect(page.getByRole("radiogroup", { name: t("create_more.port"), exact: true })).toHaveAttribute("aria-invalid", "true");
    await maru.choice(t("create_more.port"), "kept").check();
    await form.expectEdge(t("create.count"), { fits: "1", past: "2", words: like("create.one_port") });
    await form.submit.click();
    const { status, body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(status).toBe(202);
    expect(body).toMatchObject({ server: { networks: [{ port: port.id }], min_count: 1, max_count: 1 } });
  });

  test("S13 what nothing can be connected to stands there with the reason", async ({ maru, page }) => {
    await maru.signInAs("quota", "instances/new");
    const form = new CreateForm(page, maru);
    const picker = (name: string) => page.getByRole("radiogroup", { name, exact: true });
    await expect(picker(t("create.subnet")).getByRole("radio", { name: "격리-서브넷" })).toBeDisabled();
    await expect(picker(t("create.subnet"))).toContainText(t("create_more.subnet_full"));
    await expect(picker(t("create.subnet")).getByRole("radio", { name: "Default Network" })).toBeEnabled();
    await form.segment(t("create_more.connect_to"), t("create.network")).check({ force: true });
    await expect(picker(t("create.network")).getByRole("radio", { name: "bare" })).toBeDisabled();
    await expect(picker(t("create.network"))).toContainText(t("create_more.network_bare"));
  });

  test("S13 on a stock OpenStack a port is made on the subnet first, in the chosen groups", async ({ maru, page, sent }) => {
    const form = await CreateForm.onStock(page, maru);
    await form.segment(t("create_more.connect_to"), t("create.subnet")).check({ force: true });
    await form.fill({ name: "on-port" });
    await page.getByRole("checkbox", { name: "web", exact: true }).check({ force: true });
    await form.submit.click();
    const made = (await sent.expect("POST", /\/ports$/)).postDataJSON().port;
    expect(made).toMatchObject({ name: "on-port", fixed_ips: [{ subnet_id: expect.any(String) }] });
    expect(made.security_groups).toHaveLength(1);
    const request = await sent.expect("POST", /\/servers$/);
    expect(request.postDataJSON().server.networks).toEqual([{ port: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    expect((await request.response())?.status()).toBe(202);
    expect(sent.since(0).filter((line) => line.startsWith("DELETE"))).toEqual([]);
  });

  test("S13 the port that was made is removed again when the create fails", async ({ maru, page, sent, watch }) => {
    watch.allowStatus(500);
    const form = await CreateForm.onStock(page, maru);
    await form.segment(t("create_more.connect_to"), t("create.subnet")).check({ force: true });
    await form.fill({ name: "fail-500-port" });
    await form.submit.click();
    await sent.expect("POST", /\/ports$/);
    const [{ port }] = (await sent.expect("POST", /\/servers$/)).postDataJSON().server.networks;
    await sent.expect("DELETE", new RegExp(`/ports/${port}$`));
    await expect(page.getByRole("alert").filter({ hasText: /req-/ })).toBeVisible();
    await expect(form.field(t("common.name"))).toHaveValue("fail-500-port");
  });
});

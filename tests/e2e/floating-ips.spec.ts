// Floating IPs: the list (row N04), attaching and detaching them in one step (row S30), and the network interfaces of an
// instance where the cloud offers them.
import type { Page } from "@playwright/test";
import { CreateForm } from "./support/create-form";
import type { Console } from "./support/console";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { ko, like, starts, t } from "./support/words";

const FREE = "203.0.113.77";
const clouds = ["demo", "stock"];

const openInstance = async (maru: Console, user: string, name: string) => {
  await maru.signInToOwn(user);
  await maru.row(name).getByRole("link").click();
  await expect(maru.heading(name)).toBeVisible();
};

const addresses = (page: Page) => page.getByRole("table").first();
const attachButton = (maru: Console) => maru.dialog().getByRole("button", { name: t("floating_ips.attach"), exact: true });
const newAddress = (maru: Console) =>
  maru.dialog().getByRole("radio", { name: starts("floating_ips.choice_new", { pool: "public_network" }) });

/** The addresses of the project, from the cloud. */
const owned = async (cloud: Simulator) => {
  const token = await cloud.token();
  const answer = await fetch(`${cloud.origin}/kr1/network/v2.0/floatingips`, { headers: { "X-Auth-Token": token } });
  const { floatingips } = await answer.json();
  return (floatingips as { floating_ip_address: string; port_id: string | null }[])
    .map((ip) => `${ip.floating_ip_address} ${ip.port_id ? "used" : "free"}`)
    .sort();
};

test.describe("Floating IPs", { tag: "@sim" }, () => {
  for (const user of clouds) {
    test(`N04 the list names the instance of each, and what is free and costs (${user})`, async ({ maru, page, cloud }) => {
      await maru.signInToOwn(user, "floating-ips");
      const used = page.getByRole("row").filter({ hasText: "web-prod-01" });
      await expect(used).toContainText(t("floating_ips.attached"));
      await expect(used).toContainText(/192\.168\.0\.\d+/);
      const free = page.getByRole("row").filter({ hasText: FREE });
      await expect(free).toContainText(t("floating_ips.unattached"));
      await expect(free).toContainText(t("floating_ips.costs"));
      await maru.field(t("floating_ips.show")).selectOption(t("floating_ips.unattached"));
      await expect(maru.rows).toHaveCount(1);
      await expect(page).toHaveURL(/\?q=is%3Afree$/);
      expect((await cloud.expectReceived("GET", /\/v2\.0\/floatingips$/)).status).toBe(200);
    });

    test(`N04 S30 an address is made, attached, detached and released from the list (${user})`, async ({ maru, page, cloud }) => {
      await maru.signInToOwn(user, "floating-ips");
      await expect(page.getByRole("row").filter({ hasText: FREE })).toBeVisible();
      await maru.button(t("floating_ips.create")).click();
      await maru.dialog().getByRole("button", { name: t("floating_ips.create") }).click();
      const made = await cloud.expectReceived("POST", /\/floatingips$/);
      const { floatingip } = made.body as { floatingip: { floating_network_id: string } };
      expect(floatingip.floating_network_id).toMatch(/^[0-9a-f-]{36}$/);
      expect(made.status).toBe(201);
      const notice = page.getByRole("status").filter({ hasText: like("floating_ips.created") });
      const address = /[\d.]+\d/.exec((await notice.textContent()) ?? "")?.[0] ?? "";
      const row = page.getByRole("row").filter({ has: page.getByText(address, { exact: true }) });
      await expect(row).toContainText(t("floating_ips.unattached"));

      await maru.rowAction(address, t("floating_ips.attach_ask"));
      await maru.choice(t("floating_ips.instance"), "staging-api").check();
      await attachButton(maru).click();
      await expect(maru.dialog()).toHaveCount(0);
      const given = await cloud.expectReceived("PUT", /\/floatingips\/./);
      const { port_id } = (given.body as { floatingip: { port_id: string } }).floatingip;
      expect([given.body, given.status]).toEqual([{ floatingip: { port_id } }, 200]);
      await expect(row).toContainText("staging-api");
      await cloud.advance(3_000);
      await expect(row).toContainText(t("floating_ips.attached"));

      await maru.rowAction(address, t("floating_ips.detach_ask"));
      await maru.dialog().getByRole("button", { name: t("floating_ips.detach"), exact: true }).click();
      await expect(row).toContainText(t("floating_ips.unattached"));
      await cloud.expectReceived("PUT", /\/floatingips\/./, { floatingip: { port_id: null } });

      await maru.rowAction(address, t("floating_ips.release_ask"));
      await expect(maru.dialog(t("floating_ips.release_title", { address }))).toBeVisible();
      await maru.dialog().getByRole("button", { name: t("floating_ips.release"), exact: true }).click();
      expect((await cloud.expectReceived("DELETE", /\/floatingips\/./)).status).toBe(204);
      await expect(row).toHaveCount(0);
    });

    test(`S30 on the instance: a new address in one step, detached and released in one (${user})`, async ({ maru, page, cloud }) => {
      await openInstance(maru, user, "staging-api");
      await maru.button(t("instance.attach_floating")).click();
      await newAddress(maru).check({ force: true });
      await attachButton(maru).click();
      await expect(maru.dialog()).toHaveCount(0);
      await cloud.expectReceived("GET", /\/v2\.0\/ports$/);
      expect((await cloud.expectReceived("POST", /\/floatingips$/)).status).toBe(201);
      expect((await cloud.expectReceived("PUT", /\/floatingips\/./)).status).toBe(200);
      const row = addresses(page).getByRole("row").filter({ hasText: t("instance.floating") });
      await expect(row).toHaveCount(1);

      await row.getByRole("button", { name: starts("instance.detach_floating") }).click();
      await maru.dialog().getByLabel(t("floating_ips.release_too")).check();
      await maru.dialog().getByRole("button", { name: t("floating_ips.detach"), exact: true }).click();
      await expect(maru.dialog()).toHaveCount(0);
      expect((await cloud.expectReceived("DELETE", /\/floatingips\/./)).status).toBe(204);
      await expect(row).toHaveCount(0);
    });
  }

  test("S30 a free address is offered first, and none is made", async ({ maru, page, cloud }) => {
    await openInstance(maru, "demo", "staging-api");
    await maru.button(t("instance.attach_floating")).click();
    await expect(maru.dialog().getByRole("radio", { name: new RegExp(FREE) })).toBeChecked();
    await attachButton(maru).click();
    await expect(addresses(page)).toContainText(FREE);
    expect(await cloud.received(0, { method: "POST", service: "network" })).toEqual([]);
  });

  test("S30 an address of a detached one stays the project's", async ({ maru, page, cloud }) => {
    await openInstance(maru, "demo", "web-prod-01");
    const before = (await owned(cloud)).length;
    await addresses(page).getByRole("button", { name: starts("instance.detach_floating") }).click();
    await maru.dialog().getByRole("button", { name: t("floating_ips.detach"), exact: true }).click();
    await expect(addresses(page).getByRole("row").filter({ hasText: t("instance.floating") })).toHaveCount(0);
    expect(await owned(cloud)).toHaveLength(before);
    expect(await cloud.received(0, { method: "DELETE" })).toEqual([]);
  });

  /** Creates an instance and opens its page as soon as it exists. */
  const openFresh = async (maru: Console, page: Page) => {
    await maru.signInAs("empty", "instances/new");
    const form = new CreateForm(page, maru);
    await form.fill({ name: "fresh-1" });
    await form.submit.click();
    await expect(maru.heading("fresh-1")).toBeVisible();
  };

  test("S30 a fresh instance is tried again by itself until its port can be reached", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await openFresh(maru, page);
    await cloud.advance(10_000);
    await maru.leaveNew(page.getByRole("link", { name: t("create.open") }));
    const body = { NeutronError: { type: "PortNotFound", message: "Port p could not be found.", detail: "" } };
    await cloud.fault({ path: "/floatingips/", method: "PUT", status: 404, body, times: 2 });
    await maru.button(t("instance.attach_floating")).click();
    await attachButton(maru).click();
    await expect(maru.dialog()).toContainText(t("floating_ips.waits_fresh"));
    await expect(maru.dialog()).toHaveCount(0);
    const tries = await cloud.received(0, { method: "PUT", service: "network" });
    expect(tries.map((one) => one.status)).toEqual([404, 404, 200]);
    expect(await cloud.received(0, { method: "POST", service: "network" }), "one address, however many tries").toHaveLength(1);
  });

  test("S30 an instance that is still being built gets its address as soon as it can", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await openFresh(maru, page);
    await maru.goFromNew("instances");
    await maru.row("fresh-1").getByRole("link").click();
    await maru.button(t("instance.attach_floating")).click();
    await attachButton(maru).click();
    await cloud.advance(8_000);
    await expect(maru.dialog()).toHaveCount(0);
    const tries = (await cloud.received(0, { method: "PUT", service: "network" })).map((one) => one.status);
    expect([...new Set(tries.slice(0, -1)), tries.at(-1)].filter((status) => status !== 404)).toEqual([200]);
    expect(await cloud.received(0, { method: "POST", service: "network" })).toHaveLength(1);
  });

  test("S30 an attach that breaks offers to undo it, and no orphan stays", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(400);
    await openInstance(maru, "demo", "staging-api");
    const before = await owned(cloud);
    await cloud.fault({ path: "/floatingips/", method: "PUT", status: 400, body: { NeutronError: { type: "BadRequest", message: "The port is special.", detail: "" } } });
    await maru.button(t("instance.attach_floating")).click();
    await newAddress(maru).check({ force: true });
    await attachButton(maru).click();
    await expect(page.getByRole("alert")).toContainText("The port is special.");
    await expect(maru.dialog()).toContainText(like("floating_ips.orphan", { name: "staging-api" }));
    await page.keyboard.press("Escape");
    await expect(maru.dialog(), "an address that hangs in the air is decided about").toBeVisible();
    await maru.button(t("floating_ips.undo")).click();
    await expect(maru.dialog()).toContainText(like("floating_ips.undone"));
    expect((await cloud.expectReceived("DELETE", /\/floatingips\/./)).status).toBe(204);
    expect(await owned(cloud)).toEqual(before);
  });

  test("S30 an attach that broke goes on where it broke, with the address it has made", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(400);
    await openInstance(maru, "demo", "staging-api");
    const body = { NeutronError: { type: "BadRequest", message: "Not now.", detail: "" } };
    await cloud.fault({ path: "/floatingips/", method: "PUT", status: 400, body, times: 1 });
    await maru.button(t("instance.attach_floating")).click();
    await newAddress(maru).check({ force: true });
    await attachButton(maru).click();
    await expect(page.getByRole("alert")).toContainText("Not now.");
    await maru.dialog().getByRole("button", { name: t("common.retry") }).click();
    await expect(maru.dialog()).toHaveCount(0);
    await expect(addresses(page).getByRole("row").filter({ hasText: t("instance.floating") })).toHaveCount(1);
    expect(await cloud.received(0, { method: "POST", service: "network" })).toHaveLength(1);
  });

  test("S30 an address may be kept when it broke", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(400);
    await openInstance(maru, "demo", "staging-api");
    const before = (await owned(cloud)).length;
    await cloud.fault({ path: "/floatingips/", method: "PUT", status: 400 });
    await maru.button(t("instance.attach_floating")).click();
    await newAddress(maru).check({ force: true });
    await attachButton(maru).click();
    await page.getByRole("button", { name: t("floating_ips.keep") }).click();
    await expect(maru.dialog()).toHaveCount(0);
    expect((await owned(cloud)).length).toBe(before + 1);
  });

  test("S30 a release that fails after the detach says that the address is still there", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(500);
    await openInstance(maru, "demo", "web-prod-01");
    await cloud.fault({ path: "/floatingips/", method: "DELETE", status: 500, times: 1 });
    await addresses(page).getByRole("button", { name: starts("instance.detach_floating") }).click();
    await maru.dialog().getByLabel(t("floating_ips.release_too")).check();
    await maru.dialog().getByRole("button", { name: t("floating_ips.detach"), exact: true }).click();
    await expect(maru.dialog()).toContainText(like("floating_ips.off_not_released", { name: "web-prod-01" }));
    await maru.dialog().getByRole("button", { name: t("common.retry") }).click();
    await expect(maru.dialog()).toHaveCount(0);
    const deletes = await cloud.received(0, { method: "DELETE", service: "network" });
    expect(deletes.map((one) => one.status)).toEqual([500, 204]);
    expect(await cloud.received(0, { method: "PUT", service: "network" })).toHaveLength(1);
  });

  test("S30 an instance whose addresses all have one gets no other", async ({ maru }) => {
    await openInstance(maru, "demo", "web-prod-01");
    await maru.button(t("instance.attach_floating")).click();
    await attachButton(maru).click();
    await expect(maru.dialog()).toContainText(t("floating_ips.no_port", { name: "web-prod-01" }));
  });

  test("N04 the quota's end is said in the cloud's words", async ({ maru, page, watch }) => {
    watch.allowStatus(409);
    await maru.signInAs("quota", "floating-ips");
    for (const last of [false, true]) {
      await maru.button(t("floating_ips.create")).first().click();
      await maru.dialog().getByRole("button", { name: t("floating_ips.create") }).click();
      if (last) await expect(page.getByRole("alert")).toContainText("Quota exceeded for resources: ['floatingip'].");
      else await expect(maru.dialog()).toHaveCount(0);
    }
  });

  for (const user of ["no-network", "network-down"]) {
    test(`N04 S30 ${user}: the list says so, and the rest of an instance's page works`, async ({ maru, page, watch }) => {
      watch.allowStatus(503);
      await maru.signInToOwn(user, "floating-ips");
      await expect(page.getByRole("main").getByRole("button", { name: t("common.retry") })).toBeVisible();
      await maru.goTo("instances");
      await maru.row("web-prod-01").getByRole("link").click();
      await expect(addresses(page)).toContainText("203.0.113.10");
      await expect(maru.button(starts("instance.attach_floating"))).toHaveAccessibleDescription(t("instance.no_network_service"));
    });
  }

  test("S30 by keyboard, on a phone, in Korean", async ({ maru, page, cloud }) => {
    await openInstance(maru, "demo", "staging-api");
    await page.setViewportSize({ width: 360, height: 740 });
    await maru.accountMenu().then((menu) => menu.getByRole("menuitemradio", { name: "한국어" }).click());
    await maru.button(ko("instance.attach_floating")).focus();
    await page.keyboard.press("Enter");
    await expect(maru.dialog(ko("floating_ips.attach_title", { name: "staging-api" }))).toBeVisible();
    await maru.dialog().getByRole("radio", { name: new RegExp(FREE) }).focus();
    await page.keyboard.press("Enter");
    await expect(maru.dialog()).toHaveCount(0);
    await cloud.expectReceived("PUT", /\/floatingips\/./);
    await expect(page.getByText(ko("floating_ips.attached_done", { address: FREE, name: "staging-api" }))).toBeVisible();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
  });
});

test.describe("Network interfaces", { tag: "@sim" }, () => {
  test("os-interface: one is added on a network with an address, and removed", async ({ maru, page, cloud }) => {
    await openInstance(maru, "stock", "staging-api");
    await maru.button(t("instance.add_interface")).click();
    await maru.dialog().getByLabel(t("instance.fixed")).fill("10.9.9.9");
    await expect(maru.dialog()).toContainText(t("instance.fixed_bad"));
    await maru.dialog().getByLabel(t("instance.fixed")).fill("192.168.0.199");
    await maru.dialog().getByRole("button", { name: t("instance.add_interface") }).click();
    const added = await cloud.expectReceived("POST", /\/os-interface$/);
    const { interfaceAttachment } = added.body as { interfaceAttachment: { net_id: string } };
    expect(interfaceAttachment).toEqual({ net_id: interfaceAttachment.net_id, fixed_ips: [{ ip_address: "192.168.0.199" }] });
    expect(added.status).toBe(200);
    const remove = maru.button(t("instance.remove_interface", { address: "192.168.0.199" }));
    const row = page.getByRole("row").filter({ has: remove });
    await expect(row).toBeVisible();
    await remove.click();
    await maru.dialog().getByRole("button", { name: t("instance.remove"), exact: true }).click();
    expect((await cloud.expectReceived("DELETE", /\/os-interface\/./)).status).toBe(202);
    await expect(row).toHaveCount(0);
  });

  test("os-interface: a port that is not there is refused in the cloud's words", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(404);
    await openInstance(maru, "stock", "staging-api");
    await maru.button(t("instance.add_interface")).click();
    await maru.dialog().getByRole("radio", { name: like("instance.on_port") }).check({ force: true });
    await maru.dialog().getByRole("button", { name: t("instance.add_interface") }).click();
    await expect(maru.dialog()).toContainText(t("instance.port_missing"));
    const port = "00000000-0000-4000-8000-000000000000";
    await maru.dialog().getByLabel(t("instance.port_id")).fill(port);
    await maru.dialog().getByRole("button", { name: t("instance.add_interface") }).click();
    await cloud.expectReceived("POST", /\/os-interface$/, { interfaceAttachment: { port_id: port } });
    await expect(page.getByRole("alert").last()).toContainText("could not be found");
  });

  for (const user of ["demo", "stock+no-interfaces"]) {
    test(`os-interface: hidden where the cloud has not got it (${user})`, async ({ maru, page, watch }) => {
      watch.allowStatus(404);
      await openInstance(maru, user, "staging-api");
      await expect(maru.button(t("instance.attach_floating"))).toBeVisible();
      await expect(page.getByRole("heading", { name: t("instance.interfaces") })).toHaveCount(0);
    });
  }

  test("S30 an instance that is being deleted is given no address, and none is taken off it", async ({ maru, page, cloud }) => {
    await openInstance(maru, "demo", "web-prod-01");
    await expect(page.getByRole("button", { name: starts("instance.detach_floating") })).toBeVisible();
    await cloud.change("web-prod-01", { task_state: "deleting" });
    for (const name of [starts("instance.attach_floating"), starts("instance.detach_floating")]) {
      const button = page.getByRole("button", { name });
      await expect(button).toHaveAttribute("aria-disabled", "true", { timeout: 40_000 });
      await button.click({ force: true });
    }
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

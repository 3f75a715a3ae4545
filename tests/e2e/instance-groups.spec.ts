// The security groups of an instance (rows S28, S29).
import type { Page } from "@playwright/test";
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { starts, t } from "./support/words";

const openInstance = async (maru: Console, user: string, name: string) => {
  await maru.signInToOwn(user);
  await maru.row(name).getByRole("link").click();
  await expect(maru.heading(name)).toBeVisible();
};

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1);

/** Both dialects have the same calls: the demo speaks NHN's, the other is a stock OpenStack. */
const clouds = ["demo", "stock"];

test.describe("Security groups of an instance", { tag: "@sim" }, () => {
  for (const user of clouds) {
    test(`S28 S29 an instance gets a group and loses it (${user})`, async ({ maru, page, cloud }) => {
      await openInstance(maru, user, "staging-api");
      const groups = page.getByRole("definition").filter({ has: maru.button(t("instance.add_group")) });
      await expect(groups).not.toContainText("ssh-임시");
      await maru.button(t("instance.add_group")).click();
      await expect(maru.dialog()).toContainText(t("instance.add_group_text"));
      await maru.choice(t("instance.group"), "ssh-임시").check();
      await maru.dialog().getByRole("button", { name: t("instance.add_group") }).click();
      const added = await cloud.expectReceived("POST", /\/action$/, { addSecurityGroup: { name: "ssh-임시" } });
      expect(added.status).toBe(202);
      await expect(groups).toContainText("ssh-임시");

      await maru.button(t("instance.remove_group", { group: "ssh-임시" })).click();
      const question = maru.dialog(t("instance.remove_group_title", { group: "ssh-임시", name: "staging-api" }));
      await expect(question).toContainText(t("instance.remove_group_text"));
      await maru.dialog().getByRole("button", { name: t("instance.remove"), exact: true }).click();
      await expect(groups).not.toContainText("ssh-임시");
      const removed = await cloud.expectReceived("POST", /\/action$/, { removeSecurityGroup: { name: "ssh-임시" } });
      expect(removed.status).toBe(202);
    });
  }

  test("S28 S29 every port of an instance with two interfaces gets the group and loses it", async ({ maru, page, cloud, tenant }) => {
    await openInstance(maru, "stock", "staging-api");
    const headers = { "X-Auth-Token": await cloud.token("stock"), "Content-Type": "application/json" };
    const ask = async (path: string, body?: object) => {
      const method = body ? "POST" : "GET";
      const answer = await fetch(`${cloud.origin}/regionone/${path}`, { method, headers, body: body && JSON.stringify(body) });
      expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
      return answer.json();
    };
    const instance = idOf(page);
    const ports = async () => (await ask(`network/v2.0/ports?device_id=${instance}`)).ports;
    const { security_groups } = await ask("network/v2.0/security-groups");
    const group = security_groups.find((one: { name: string }) => one.name === "ssh-임시").id;
    // A port with groups of its own: changes of the instance apply to it as well.
    const [first] = await ports();
    const { port } = await ask("network/v2.0/ports", { port: { network_id: first.network_id, name: "second" } });
    await ask(`compute/v2/${tenant}/servers/${instance}/os-interface`, { interfaceAttachment: { port_id: port.id } });
    const having = async () => {
      const all = await ports();
      return all.map((one: { security_groups: string[] }) => one.security_groups.includes(group));
    };
    expect(await having()).toEqual([false, false]);

    await maru.button(t("instance.add_group")).click();
    await maru.choice(t("instance.group"), "ssh-임시").check();
    await maru.dialog().getByRole("button", { name: t("instance.add_group") }).click();
    await expect(maru.button(t("instance.remove_group", { group: "ssh-임시" }))).toBeVisible();
    expect(await having()).toEqual([true, true]);
    await maru.button(t("instance.remove_group", { group: "ssh-임시" })).click();
    await maru.dialog().getByRole("button", { name: t("instance.remove"), exact: true }).click();
    await expect(maru.button(t("instance.remove_group", { group: "ssh-임시" }))).toHaveCount(0);
    await expect.poll(having).toEqual([false, false]);
  });

  test("S28 a group whose name another has too is sent by its id", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.button(t("security_groups.create")).click();
    await maru.field(t("common.name")).fill("ssh-임시");
    await maru.dialog().getByRole("button", { name: t("security_groups.create") }).click();
    await expect(maru.heading("ssh-임시")).toBeVisible();
    const id = idOf(page);
    await maru.goTo("instances");
    await maru.row("staging-api").getByRole("link").click();
    await maru.button(t("instance.add_group")).click();
    await maru.dialog().getByRole("radio", { name: "ssh-임시" }).last().check();
    const chosen = await maru.dialog().getByRole("radio", { checked: true }).getAttribute("id");
    await maru.dialog().getByRole("button", { name: t("instance.add_group") }).click();
    const { body } = await cloud.expectReceived("POST", /\/action$/);
    const sent = (body as { addSecurityGroup: { name: string } }).addSecurityGroup.name;
    expect(sent).toMatch(/^[0-9a-f-]{36}$/);
    expect(chosen).toContain(sent);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("S29 removing the last group says that nothing reaches the instance then", async ({ maru, page }) => {
    await openInstance(maru, "demo", "staging-api");
    await page.getByRole("button", { name: starts("instance.remove_group") }).first().click();
    await expect(maru.dialog()).toContainText(t("instance.remove_last_group"));
  });

  test("S28 a refusal keeps the dialog open, in the cloud's words", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    await openInstance(maru, "demo", "staging-api");
    await maru.button(t("instance.add_group")).click();
    await maru.choice(t("instance.group"), "web").check();
    const body = { conflictingRequest: { code: 409, message: "Network requires port_security_enabled." } };
    await cloud.fault({ path: "/action", method: "POST", status: 409, body, times: 1 });
    await maru.dialog().getByRole("button", { name: t("instance.add_group") }).click();
    await expect(page.getByRole("alert")).toContainText("Network requires port_security_enabled.");
  });

  test("S28 without the network service the group is typed", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(503, 404);
    await openInstance(maru, "network-down", "staging-api");
    await maru.button(t("instance.add_group")).click();
    await maru.field(t("instance.group_name")).fill("web");
    await maru.dialog().getByRole("button", { name: t("instance.add_group") }).click();
    await cloud.expectReceived("POST", /\/action$/, { addSecurityGroup: { name: "web" } });
    await expect(page.getByRole("button", { name: t("instance.remove_group", { group: "web" }) })).toBeVisible();
  });
});

// Access to an instance (rows N04, N05, S04): the command, and possible obstacles.
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

async function open(maru: Console, name: string, user = "demo") {
  await maru.signInAs(user);
  await maru.row(name).getByRole("link").click();
  await maru.heading(name).waitFor();
}

test.describe("Ways in", { tag: "@sim" }, () => {
  test("the SSH command and the configuration, ready to be copied", async ({ maru, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(maru, "web-prod-01");
    const command = page.getByRole("group", { name: t("ways_in.ssh_command") });
    await expect(command).toHaveText("ssh -i ~/.ssh/dev-laptop.pem ubuntu@203.0.113.10");
    await expect(page.getByRole("group", { name: t("ways_in.ssh_config") })).toHaveText(
      /^Host web-prod-01\n    HostName 203\.0\.113\.10\n    User ubuntu\n    IdentityFile "~\/\.ssh\/dev-laptop\.pem"\n/,
    );
    await maru.button(t("common.copy_what", { what: t("ways_in.ssh_command") })).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^ssh -i /);
    await expect(page.getByText(t("ways_in.user_told", { user: "ubuntu" }))).toBeVisible();
  });

  for (const [name, words, link, to] of [
    ["dev-minji", t("ways_in.only_inside"), t("ways_in.only_inside_do"), /\/floating-ips$/],
    ["배치-서버", t("ways_in.not_running", { status: t("status.shutoff") }), undefined, undefined],
  ] as const) {
    test(`${name}: ${words}`, async ({ maru, page }) => {
      await open(maru, name);
      const line = page.getByRole("listitem").filter({ hasText: words });
      await expect(line).toBeVisible();
      if (!link) return;
      await line.getByRole("link", { name: link }).click();
      await expect(page).toHaveURL(to);
    });
  }

  test("N05 a closed port leads to the security groups", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-01").waitFor();
    const groups = { security_groups: [{ id: "g", name: "web", security_group_rules: [] }, { id: "d", name: "default", security_group_rules: [] }] };
    await cloud.fault({ service: "network", path: "security-groups", method: "GET", status: 200, body: groups });
    await maru.row("web-prod-01").getByRole("link").click();
    const line = page.getByRole("listitem").filter({ hasText: t("ways_in.port_closed", { port: 22 }) });
    await line.getByRole("link", { name: t("ways_in.port_closed_do") }).click();
    await expect(page).toHaveURL(/\/security-groups$/);
  });

  test("a key pair that is not mine is said", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-01").waitFor();
    await cloud.fault({ path: "os-keypairs", method: "GET", status: 200, body: { keypairs: [] } });
    await maru.row("web-prod-01").getByRole("link").click();
    const line = page.getByRole("listitem").filter({ hasText: t("ways_in.key_unknown", { key: "dev-laptop" }) });
    await line.getByRole("link", { name: t("ways_in.key_unknown_do") }).click();
    await expect(maru.heading(t("keypairs.title"))).toBeVisible();
  });

  test("Windows is reached by Remote Desktop", async ({ maru, page }) => {
    await open(maru, "win-ad-01");
    await expect(page.getByRole("group", { name: t("ways_in.rdp_command") })).toHaveText(/^mstsc \/v:203\.0\.113\.\d+:3389$/);
    await expect(page.getByRole("group", { name: t("ways_in.ssh_command") })).toHaveCount(0);
    await expect(page.getByText(like("ways_in.user_told", { user: "Administrator" }))).toBeVisible();
  });

  test("without the network service the command stands, and nothing is claimed of ports", async ({ maru, page }) => {
    await open(maru, "web-prod-01", "no-network");
    await expect(page.getByRole("group", { name: t("ways_in.ssh_command") })).toContainText("ssh -i");
    await expect(page.getByText(like("ways_in.port_closed"))).toHaveCount(0);
  });
});

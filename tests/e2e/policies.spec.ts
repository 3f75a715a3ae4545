// Placement policies (rows N08, N09).
import { expect, test } from "./support/test";
import { t } from "./support/words";

const oneOf = (limit: number) => t("policies.count_of", { count: t("policies.count", { n: 1 }), limit });

test.describe("Placement policies", { tag: "@sim" }, () => {
  test("N08 a policy lists its instances by name, each a link", async ({ maru, page }) => {
    await maru.signInAs("demo", "policies");
    await expect(maru.row("db-spread")).toContainText(t("policies.anti_affinity"));
    await expect(maru.row("db-spread")).toContainText("주문-데이터베이스-예비");
    await expect(page.getByRole("status").filter({ hasText: oneOf(10) })).toBeVisible();
    await maru.row("db-spread").getByRole("link", { name: "db-spread", exact: true }).click();
    await maru.dialog("db-spread").getByRole("link", { name: "주문-데이터베이스", exact: true }).click();
    await expect(maru.heading("주문-데이터베이스")).toBeVisible();
  });

  test("N08 a policy is made on NHN with the one kind there is, and an instance leads into it", async ({
    maru,
    page,
    cloud,
  }) => {
    await maru.signInAs("empty", "policies");
    await expect(page.getByText(t("policies.none_title"))).toBeVisible();
    await maru.button(t("policies.create")).click();
    const dialog = maru.dialog(t("policies.create"));
    await expect(dialog.getByRole("radio")).toHaveCount(0);
    await dialog.getByLabel(t("common.name"), { exact: true }).fill(" 웹-분산 ");
    await dialog.getByRole("button", { name: t("policies.create") }).click();
    await cloud.expectReceived("POST", /\/os-server-groups$/, {
      server_group: { name: "웹-분산", policies: ["anti-affinity"] },
    });
    await expect(maru.row("웹-분산")).toContainText(t("policies.no_members"));
    await maru.rowAction("웹-분산", t("policies.new_member"));
    await expect(page).toHaveURL(/\/instances\/new\?policy=[0-9a-f-]{36}$/);
  });

  test("N08 a stock OpenStack offers both kinds", async ({ maru, page, cloud }) => {
    await maru.signInToStock("+empty", "policies");
    await maru.button(t("policies.create")).click();
    await page.getByRole("dialog").getByLabel(t("common.name"), { exact: true }).fill("close");
    await page.getByRole("dialog").getByRole("radio", { name: t("policies.affinity") }).check();
    await page.getByRole("dialog").getByRole("button", { name: t("policies.create") }).click();
    await cloud.expectReceived("POST", /\/os-server-groups$/, { server_group: { name: "close", policies: ["affinity"] } });
    await expect(maru.row("close")).toContainText(t("policies.affinity"));
  });

  for (const [what, name, words] of [
    ["empty", "  ", t("policies.name_empty")],
    ["of 256 characters", "가".repeat(256), t("policies.name_too_long", { max: 255, is: 256 })],
    ["with an invisible character", "a\u0007b", t("policies.name_invisible")],
  ]) {
    test(`N08 a name ${what} is refused before it is sent`, async ({ maru, page, sent }) => {
      await maru.signInAs("empty", "policies");
      await maru.button(t("policies.create")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t("common.name"), { exact: true }).fill(name);
      await dialog.getByRole("button", { name: t("policies.create") }).click();
      await expect(dialog.getByRole("alert")).toContainText(words);
      await sent.settled();
      expect(sent.since(0).filter((line) => line.startsWith("POST") && line.includes("os-server-groups"))).toEqual([]);
    });
  }

  test("N08 255 characters are a name", async ({ maru, page, cloud }) => {
    const name = "가".repeat(255);
    await maru.signInAs("empty", "policies");
    await maru.button(t("policies.create")).click();
    await page.getByRole("dialog").getByLabel(t("common.name"), { exact: true }).fill(name);
    await page.getByRole("dialog").getByRole("button", { name: t("policies.create") }).click();
    expect((await cloud.expectReceived("POST", /\/os-server-groups$/)).status).toBe(200);
    await expect(maru.row(name)).toBeVisible();
  });

  test("N08 deleting asks for the name and keeps the instances", async ({ maru, cloud }) => {
    await maru.signInAs("demo", "policies");
    await maru.rowAction("db-spread", t("policies.delete"));
    const dialog = maru.dialog(t("policies.delete_title", { name: "db-spread" }));
    await expect(dialog).toContainText(t("policies.delete_members", { n: 2 }));
    await expect(dialog.getByRole("button", { name: t("policies.delete"), exact: true })).toHaveAttribute("aria-disabled", "true");
    await maru.confirmDelete("db-spread", "policies");
    await expect(maru.row("db-spread")).toHaveCount(0);
    expect((await cloud.expectReceived("DELETE", /\/os-server-groups\/[0-9a-f-]{36}$/)).status).toBe(204);
    await maru.goTo("instances");
    await expect(maru.row("주문-데이터베이스")).toBeVisible();
  });

  test("N08 N09 the quota of policies is counted, and the cloud's refusal is shown", async ({ maru, page, watch }) => {
    watch.allowStatus(403);
    await maru.signInAs("quota", "policies");
    const dialog = page.getByRole("dialog");
    const create = async (name: string) => {
      await maru.button(t("policies.create")).first().click();
      await dialog.getByLabel(t("common.name"), { exact: true }).fill(name);
      await dialog.getByRole("button", { name: t("policies.create") }).click();
    };
    await create("one");
    await expect(maru.row("one")).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: oneOf(1) })).toBeVisible();
    await create("two");
    await expect(dialog).toContainText(t("policies.full", { limit: 1 }));
    await expect(dialog.getByRole("alert")).toContainText("Quota exceeded, too many server groups.");
    await expect(dialog.getByRole("alert")).toContainText(/req-[0-9a-f-]{36}/);
  });

  test("N08 a cloud without policies says so, here and in About", async ({ maru, page, watch }) => {
    watch.allowStatus(404);
    await maru.signInAs("demo+no-server-groups", "policies");
    await expect(page.getByText(t("policies.absent_title"))).toBeVisible();
    await expect(maru.button(t("policies.create"))).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: t("shell.about") }).click();
    await expect(page.getByRole("row", { name: `${t("about.f_server_groups")} ${t("about.no")} ${t("about.by_answer")}` })).toBeVisible();
  });
});

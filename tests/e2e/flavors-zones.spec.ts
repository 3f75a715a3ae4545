// Flavors and availability zones (rows S01–S03).
import { expect, test } from "./support/test";
import { either, t } from "./support/words";

test.describe("Flavors", { tag: "@sim" }, () => {
  test("S01 S02 the bounds are sent as typed, and the page says how the cloud took them", async ({
    maru,
    page,
    cloud,
  }) => {
    await maru.signInAs("demo", "flavors");
    await expect(maru.row("m2.c1m2")).toBeVisible();
    await page.getByLabel(t("flavors.min_ram"), { exact: true }).fill("8192");
    await expect(maru.row("m2.c1m2")).toHaveCount(0);
    expect((await cloud.expectReceived("GET", /\/flavors\/detail$/)).query).toBe("minRam=8192");
    const bound = `${t("flavors.min_ram")} 8,192 MB`;
    const how = page.getByRole("status").filter({ hasText: bound });
    await expect(how.filter({ hasText: either("flavors.at_least", "flavors.more_than") })).toBeVisible();
    await page.getByLabel(t("flavors.min_disk"), { exact: true }).fill("60");
    await expect(maru.row("u2.c8m16")).toBeVisible();
    await expect(maru.row("m2.c4m8")).toHaveCount(0);
    const { query } = await cloud.expectReceived("GET", /\/flavors\/detail$/);
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({ minDisk: "60", minRam: "8192" });
    await expect(page).toHaveURL(/minDisk=60|disk=60/);
  });

  test("S01 what is no number is not sent", async ({ maru, page, sent }) => {
    await maru.signInAs("demo", "flavors");
    await expect(maru.row("m2.c1m2")).toBeVisible();
    await page.getByLabel(t("flavors.min_ram"), { exact: true }).fill("8 GB");
    await expect(page.getByRole("alert")).toContainText(t("flavors.not_a_number"));
    await sent.settled();
    expect(sent.since(0).filter((line) => line.includes("minRam"))).toEqual([]);
  });

  test("S02 every documented field of a flavor", async ({ maru, page }) => {
    await maru.signInAs("demo", "flavors");
    await expect(maru.row("m1.c2m4")).toContainText(t("flavors.switched_off"));
    await maru.row("u2.c2m4").getByRole("link", { name: "u2.c2m4" }).click();
    const dialog = page.getByRole("dialog", { name: "u2.c2m4" });
    for (const field of ["state", "vcpus", "ram", "disk", "ephemeral", "swap", "rxtx", "visibility"]) {
      await expect(dialog.getByText(t(`flavors.${field}`), { exact: true })).toBeVisible();
    }
    await expect(dialog.getByText(t("common.id"), { exact: true })).toBeVisible();
    await expect(dialog).toContainText("40 GB");
    await expect(dialog).toContainText("flavor_type = local");
  });
});

test.describe("Zones", { tag: "@sim" }, () => {
  test("S03 each zone with its state and its instances", async ({ maru, page }) => {
    await maru.signInAs("demo", "zones");
    await expect(maru.row("kr-pub-a")).toContainText(t("zones.available"));
    await expect(maru.row("kr-pub-c")).toContainText(t("zones.unavailable"));
    await expect(page.getByText(t("zones.closed", { zones: "kr-pub-c" }))).toBeVisible();
    await expect(maru.row("kr-pub-b")).toContainText(new RegExp(t.pattern("zones.running") + t.pattern("zones.not_running")));
    await maru.row("kr-pub-b").getByRole("link", { name: t("zones.instances", { n: 4 }) }).click();
    await expect(page).toHaveURL(/\/instances\?q=zone%3Dkr-pub-b$/);
    await expect(maru.rows).toHaveCount(4);
  });
});

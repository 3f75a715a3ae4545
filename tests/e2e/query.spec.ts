// The search language of the lists (docs/guide/search.md).
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("The search language", { tag: "@sim" }, () => {
  test("finds instances by their fields, the filter menus edit it, and its address shows the same", async ({ maru, page, sent }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    const box = page.getByRole("searchbox", { name: t("instances.search") });
    const found = async (text: string, rows: number) => {
      await box.fill(text);
      await expect(maru.rows, text).toHaveCount(rows);
    };
    await found("name:web-prod-* zone=kr-pub-b", 1);
    await expect(maru.row("web-prod-02")).toBeVisible();
    await found("status:error,paused", 2);
    await found("key:dev-laptop ip:192.168.0.0/28 age>30d", 4);
    await found("region:KR1 nonsense", 0);
    expect(sent.since(0).filter((one) => one.includes("/flavors/detail"))).toEqual([]);
    // The sizes of flavors are read when they are asked for.
    await found("vcpus>=4", 6);

    await box.fill("web");
    const status = page.getByLabel(t("common.status"), { exact: true });
    await status.selectOption("running");
    await page.getByLabel(t("instances.zone"), { exact: true }).selectOption("kr-pub-b");
    await expect(box).toHaveValue("web status:running zone=kr-pub-b");
    await status.selectOption("");
    await expect(box).toHaveValue("web zone=kr-pub-b");
    await box.fill("zone:kr-pub-b status:error,changing");
    await expect(status).toHaveValue("error, changing");

    // Addresses of earlier versions.
    await maru.open("instances?q=web&status=running&zone=kr-pub-b");
    await expect(box).toHaveValue("web status:running zone=kr-pub-b");
    await expect(maru.rows).toHaveCount(1);
    await expect(status).toHaveValue("running");
    await maru.button(t("common.clear_filters")).click();
    await expect(box).toHaveValue("");
    await expect(maru.rows).toHaveCount(16);
  });
});

// The search language of the lists (docs/guide/search.md).
import { accessible } from "./support/axe";
import { expect, test } from "./support/test";
import { ko, t } from "./support/words";

test.describe("The search language", { tag: "@sim" }, () => {
  test("finds instances by their fields, the filter menus edit it, and its address shows the same", async ({ maru, page, sent }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    const box = maru.search;
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

    const changed = maru.button(t("instances.changed_since_yesterday"));
    await box.fill("web");
    await changed.click();
    await expect(box).toHaveValue("web updated>=yesterday");
    await expect(changed).toHaveAttribute("aria-pressed", "true");
    await changed.click();
    await expect(box).toHaveValue("web");

    // Addresses of earlier versions.
    await maru.open("instances?q=web&status=running&zone=kr-pub-b");
    await expect(box).toHaveValue("web status:running zone=kr-pub-b");
    await expect(maru.rows).toHaveCount(1);
    await expect(status).toHaveValue("running");
    await maru.button(t("common.clear_filters")).click();
    await expect(box).toHaveValue("");
    await expect(maru.rows).toHaveCount(16);
  });

  test("suggests fields and the values that occur, by keyboard alone", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    const { search: box } = maru;
    const list = page.getByRole("listbox", { name: t("query.title") });
    const options = list.getByRole("option");
    await page.keyboard.press("/");
    await expect(list, "only for what is typed").toHaveCount(0);
    await page.keyboard.type("zo");
    await expect(options).toHaveText(["zone:"]);
    await expect(box).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    // With the number of their rows.
    await expect(options).toHaveText(["kr-pub-a12", "kr-pub-b4"]);
    await page.keyboard.press("ArrowUp");
    await expect(options.last()).toHaveAttribute("aria-selected", "true");
    const id = await options.last().getAttribute("id");
    await expect(box).toHaveAttribute("aria-activedescendant", id ?? "");
    await accessible(page);
    await page.keyboard.press("Tab");
    await expect(box).toHaveValue("zone:kr-pub-b");
    await expect(box).toBeFocused();
    await expect(maru.rows).toHaveCount(4);
    await expect(list).toHaveCount(0);

    // Another value, and a part of a word.
    await page.keyboard.type(",");
    await expect(options).toHaveText(["kr-pub-a12"]);
    await page.keyboard.press("Escape");
    await expect(list).toHaveCount(0);
    await expect(box, "Escape closed the list only").toHaveValue("zone:kr-pub-b,");
    await page.keyboard.type(" status:err");
    await expect(maru.rows).toHaveCount(1);
    await expect(options).toHaveText(["error1"]);
    // Nothing is highlighted: Enter leads to the first row.
    await page.keyboard.press("Enter");
    await expect(maru.row("ml-train-x1")).toHaveAttribute("data-active", "true");
    await expect(list).toHaveCount(0);
    await box.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(options).toHaveText(["error1"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(box).toHaveValue("zone:kr-pub-b, status:error");
    await page.keyboard.press("Escape");
    await expect(box).toHaveValue("");
  });

  test("says what is wrong at its place, and the rest applies", async ({ maru, page }) => {
    await maru.signInAs("demo");
    const { search: box } = maru;
    await box.fill("zone:kr-pub-b is:blue colour:red ram>lots");
    await expect(maru.rows).toHaveCount(4);
    const wrong = page.locator("mark");
    await expect(wrong).toHaveText(["blue", "colour"]);
    await page.keyboard.press("Tab");
    await expect(wrong).toHaveText(["blue", "colour", "lots"]);
    await expect(box).toHaveAccessibleDescription(
      [t("query.unknown_word", { part: "blue" }), t("query.unknown_field", { part: "colour" }), t("query.not_a_size", { part: "lots" })].join(" "),
    );
    await accessible(page);
    await box.fill("zone:kr-pub-b");
    await expect(box).toHaveAccessibleDescription("");
    await expect(wrong).toHaveCount(0);
  });

  test("is the same in every list", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?status=in-use&zone=kr-pub-a");
    const { search: box } = maru;
    await expect(box).toHaveValue("status:in-use zone=kr-pub-a");
    await box.fill("size>=100g -is:attached");
    await expect(maru.row("backup-2026")).toBeVisible();
    await maru.openHere("networks");
    await box.fill("ip:192.168.1.77 free>0");
    await expect(maru.rows).toHaveCount(1);
    await expect(maru.row("격리-서브넷")).toBeVisible();
    await maru.openHere("security-groups");
    await box.fill("is:open instances:0");
    await expect(maru.rows).toHaveCount(1);
    await maru.openHere("flavors");
    await box.fill("vcpus:2 ram<=4g family:u2");
    await expect(maru.row("u2.c2m4")).toBeVisible();
    await box.fill("famil");
    await expect(page.getByRole("option")).toHaveText(["family:"]);
  });
});

test.describe("The search language in Korean", { tag: "@sim" }, () => {
  test.use({ locale: "ko-KR" });

  test("is the same, with Korean values and sentences", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    const { search: box } = maru;
    await box.click();
    await expect(page.getByRole("listbox", { name: ko("query.title") }).getByRole("option").first()).toHaveText("name:");
    await box.pressSequentially("key:운");
    await page.getByRole("option", { name: "운영-키" }).click();
    await expect(box).toHaveValue("key:운영-키");
    await expect(maru.rows).toHaveCount(4);
    await page.getByLabel(ko("common.status"), { exact: true }).selectOption("running");
    await expect(box).toHaveValue("key:운영-키 status:running");
    await expect(maru.rows).toHaveCount(1);
    await box.fill("key:운영-키 나이>3일 age>3일");
    await page.keyboard.press("Tab");
    await expect(box).toHaveAccessibleDescription(ko("query.not_a_duration", { part: "3일" }));
  });
});

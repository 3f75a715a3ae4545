// What is said of an instance that is busy (row S09), in both languages.
import type { Page } from "@playwright/test";
import type { Console } from "./support/console";
import { expect, test } from "./support/test";

async function inKorean(maru: Console, page: Page) {
  await page.getByRole("banner").getByRole("button", { name: /@maru\.test/ }).click();
  await page.getByRole("menuitemradio", { name: "한국어" }).click();
}

test.describe("States of an instance", { tag: "@sim" }, () => {
  test("a task is said in the language of the page, and no status beside it contradicts it (S09)", async ({
    maru,
    page,
    cloud,
  }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-01").waitFor();
    await inKorean(maru, page);
    const row = maru.row("web-prod-01");
    for (const [task, says, not] of [
      ["pausing", "일시 정지하는 중", "실행 중"],
      ["resize_prep", "타입 변경 준비 중", "실행 중"],
      ["shelving", "보관하는 중", "실행 중"],
      ["image_uploading", "이미지 업로드 중", "보관하는 중"],
      // Nobody documented it: as it came.
      ["nhn_live_patch", "nhn_live_patch", "이미지 업로드 중"],
    ] as const) {
      await cloud.change("web-prod-01", { task_state: task });
      await expect(row).toContainText(says, { timeout: 40_000 });
      await expect(row).not.toContainText(not);
    }
  });
});

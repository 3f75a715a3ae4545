// The states of a busy instance (row S09), in both languages.
import { expect, test } from "./support/test";
import { ko } from "./support/words";

test.describe("States of an instance", { tag: "@sim" }, () => {
  test("a task is said in the language of the page, and no status beside it contradicts it (S09)", async ({
    maru,
    cloud,
  }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-01").waitFor();
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitemradio", { name: "한국어" }).click();
    const row = maru.row("web-prod-01");
    for (const [task, says, not] of [
      ["pausing", ko("status.pausing"), ko("status.active")],
      ["resize_prep", ko("status.resize_prep"), ko("status.active")],
      ["shelving", ko("status.shelving"), ko("status.active")],
      ["image_uploading", ko("status.image_uploading"), ko("status.shelving")],
      // Undocumented, so shown as sent.
      ["nhn_live_patch", "nhn_live_patch", ko("status.image_uploading")],
    ] as const) {
      await cloud.change("web-prod-01", { task_state: task });
      await expect(row).toContainText(says, { timeout: 40_000 });
      await expect(row).not.toContainText(not);
    }
  });
});

// Volumes and snapshots in notices: begun is said as begun, the end when it is reached (row N06).
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { t } from "./support/words";

/** The mark beside a notice is the green one only at the end. */
const isBusy = (maru: Console, words: string) =>
  expect(maru.page.locator(".toast.busy").filter({ hasText: words })).toBeVisible();
const isDone = (maru: Console, words: string) =>
  expect(maru.page.locator(".toast:not(.busy):not(.bad)").filter({ hasText: words })).toBeVisible({ timeout: 20_000 });

test.describe("Storage notices", { tag: "@sim" }, () => {
  test("a volume: made, grown, and deleted are said when they are", async ({ maru, cloud }) => {
    await maru.signInAs("empty", "volumes");
    await maru.button(t("volumes.create")).first().click();
    const form = maru.dialog(t("volumes.create"));
    await form.getByLabel("Name", { exact: true }).fill("data");
    await form.getByLabel(t("volumes.size"), { exact: true }).fill("10");
    await form.getByRole("button", { name: t("volumes.create"), exact: true }).click();
    await isBusy(maru, t("volumes.create_begun", { name: "data" }));
    await cloud.advance(4_000);
    await isDone(maru, t("volumes.create_done", { name: "data" }));

    await maru.rowAction("data", t("volumes.extend_ask"));
    await maru.dialog().getByLabel(t("volumes.new_size"), { exact: true }).fill("20");
    await maru.answer(t("volumes.extend"));
    await isBusy(maru, t("volumes.extend_begun", { name: "data", size: "20 GB" }));
    await cloud.advance(4_000);
    await isDone(maru, t("volumes.extend_done", { name: "data", size: "20 GB" }));

    await maru.rowAction("data", t("volumes.delete_ask"));
    await maru.confirmDelete("data");
    await isBusy(maru, t("volumes.delete_begun", { name: "data" }));
    await cloud.advance(4_000);
    await isDone(maru, t("volumes.delete_done", { name: "data" }));
  });

  test("a volume that cannot grow is said to have failed", async ({ maru, cloud }) => {
    await cloud.addVolumes(1, "fail-extend");
    await maru.signInAs("empty", "volumes");
    await maru.rowAction("fail-extend-0000", t("volumes.extend_ask"));
    await maru.dialog().getByLabel(t("volumes.new_size"), { exact: true }).fill("20");
    await maru.answer(t("volumes.extend"));
    await isBusy(maru, t("volumes.extend_begun", { name: "fail-extend-0000", size: "20 GB" }));
    await cloud.advance(4_000);
    await expect(maru.page.locator(".toast.bad").filter({ hasText: "fail-extend-0000" })).toBeVisible({ timeout: 20_000 });
  });
});

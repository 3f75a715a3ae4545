// Notices about volumes and snapshots: one at the beginning, and another when the end is reached (row N06).
import type { Console } from "./support/console";
import type { Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { t } from "./support/words";

/** A notice has the green mark only at the end. */
const isBusy = (maru: Console, words: string) =>
  expect(maru.page.locator(".toast.busy").filter({ hasText: words })).toBeVisible();
const isDone = (maru: Console, words: string) =>
  expect(maru.page.locator(".toast:not(.busy):not(.bad)").filter({ hasText: words })).toBeVisible({ timeout: 20_000 });

/** Nothing is reported as done while the cloud answers that it is under way. */
async function isNotDoneBefore(maru: Console, cloud: Simulator, list: "volumes" | "snapshots", state: string, words: string) {
  const body = await cloud.client("GET", `volume/v2/{tenant}/${list}/detail`);
  expect(body[list].map((one: { status: string }) => one.status)).toContain(state);
  const path = `/${list}/detail`;
  await cloud.fault({ service: "volume", method: "GET", path, status: 200, body });
  const before = await cloud.now();
  await cloud.advance(8_000);
  const asked = async () => (await cloud.received(before, { method: "GET", path })).length;
  await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(1);
  await expect(maru.page.locator(".toast.busy")).toHaveCount(1);
  await expect(maru.notice(words)).toHaveCount(0);
  await cloud.endFaults();
  await isDone(maru, words);
}

test.describe("Storage notices", { tag: "@sim" }, () => {
  test("a volume: made, grown, and deleted are said when they are", async ({ maru, cloud }) => {
    await maru.signInAs("empty", "volumes");
    await maru.button(t("volumes.create")).first().click();
    const form = maru.dialog(t("volumes.create"));
    await form.getByLabel(t("common.name"), { exact: true }).fill("data");
    await form.getByLabel(t("volumes.size"), { exact: true }).fill("10");
    await form.getByRole("button", { name: t("volumes.create"), exact: true }).click();
    await isBusy(maru, t("volumes.create_begun", { name: "data" }));
    await cloud.advance(4_000);
    await isDone(maru, t("volumes.create_done", { name: "data" }));

    await maru.rowAction("data", t("volumes.extend_ask"));
    await maru.dialog().getByLabel(t("volumes.new_size"), { exact: true }).fill("20");
    await maru.answer(t("volumes.extend"));
    await isBusy(maru, t("volumes.extend_begun", { name: "data", size: t("common.gb", { n: 20 }) }));
    await cloud.advance(4_000);
    await isDone(maru, t("volumes.extend_done", { name: "data", size: t("common.gb", { n: 20 }) }));

    await maru.rowAction("data", t("volumes.delete_ask"));
    await maru.confirmDelete("data", "volumes");
    await isBusy(maru, t("volumes.delete_begun", { name: "data" }));
    await cloud.advance(4_000);
    await isDone(maru, t("volumes.delete_done", { name: "data" }));
  });

  test("a volume is said to be attached, and detached, when it is and not before", async ({ maru, cloud }) => {
    const names = { name: "backup-2026", server: "web-prod-01" };
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("backup-2026", t("volumes.attach_ask"));
    await maru.dialog().getByRole("radio", { name: "web-prod-01", exact: true }).check();
    await maru.answer(t("volumes.attach"));
    await isBusy(maru, t("volumes.attach_begun_as", { ...names, device: "/dev/vdc" }));
    await isNotDoneBefore(maru, cloud, "volumes", "reserved", t("volumes.attach_done", names));

    await maru.rowAction("backup-2026", t("volumes.detach_ask", names));
    await maru.answer(t("volumes.detach"));
    await isBusy(maru, t("volumes.detach_begun", names));
    await isNotDoneBefore(maru, cloud, "volumes", "detaching", t("volumes.detach_done", names));
  });

  test("a snapshot is said to be there when it is and not before", async ({ maru, cloud }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("backup-2026", t("volumes.snapshot_ask"));
    await maru.dialog().getByLabel(t("common.name"), { exact: true }).fill("daily");
    await maru.answer(t("volumes.snapshot_create"));
    await isBusy(maru, t("volumes.snapshot_begun", { name: "daily" }));
    await isNotDoneBefore(maru, cloud, "snapshots", "creating", t("volumes.snapshot_done", { name: "daily" }));
  });

  test("a volume that cannot grow is said to have failed", async ({ maru, cloud }) => {
    await cloud.addVolumes(1, "fail-extend");
    await maru.signInAs("empty", "volumes");
    await maru.rowAction("fail-extend-0000", t("volumes.extend_ask"));
    await maru.dialog().getByLabel(t("volumes.new_size"), { exact: true }).fill("20");
    await maru.answer(t("volumes.extend"));
    await isBusy(maru, t("volumes.extend_begun", { name: "fail-extend-0000", size: t("common.gb", { n: 20 }) }));
    await cloud.advance(4_000);
    await expect(maru.page.locator(".toast.bad").filter({ hasText: "fail-extend-0000" })).toBeVisible({ timeout: 20_000 });
  });
});

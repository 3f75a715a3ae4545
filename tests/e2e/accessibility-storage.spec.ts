// axe finds nothing on the pages of volumes, snapshots and images, in any of their states.
import { checkEach, openRow, type State } from "./support/axe";
import { test } from "./support/test";
import { t } from "./support/words";

const states: State[] = [
  ["volumes, full", ({ maru }) => maru.signInAs("demo", "volumes").then(() => maru.row("backup-2026").waitFor())],
  ["volumes, empty", ({ maru, page }) =>
    maru.signInAs("empty", "volumes").then(() => page.getByText(t("volumes.none_title")).waitFor())],
  ["volumes, none fits", ({ maru, page }) =>
    maru.signInAs("demo", "volumes?q=zzz").then(() => page.getByText(t("common.nothing_found")).waitFor())],
  ["volumes, no such service", ({ maru, page }) =>
    maru.signInAs("no-volume", "volumes").then(() => page.getByText(t("errors.no_service.what")).waitFor())],
  ["volumes, snapshots", ({ maru }) =>
    maru.signInAs("demo", "volumes?tab=snapshots").then(() => maru.row("backup-2026-10-01").waitFor())],
  ["volumes, snapshot dialog", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes?tab=snapshots");
    await maru.rowAction("backup-2026-10-01", t("common.details"));
    await page.getByRole("dialog").waitFor();
  }],
  ["volumes, no snapshots", ({ maru, page }) =>
    maru.signInAs("empty", "volumes?tab=snapshots").then(() => page.getByText(t("volumes.no_snapshots_title")).waitFor())],
  ["volumes, menu", ({ maru }) => maru.signInAs("demo", "volumes").then(() => maru.rowMenu("web-prod-01-data"))],
  ...["common.details", "volumes.attach_ask", "volumes.snapshot_ask", "volumes.image_ask", "volumes.extend_ask"].map(
    (action): State => [`volumes, ${action} dialog`, async ({ maru, page }) => {
      await maru.signInAs("demo", "volumes");
      await maru.rowAction("backup-2026", t(action));
      await page.getByRole("dialog").waitFor();
    }],
  ),
  ["volumes, Delete dialog", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("공유-데이터", t("volumes.delete_ask"));
    await page.getByRole("dialog").waitFor();
  }],
  ["volumes, Detach dialog", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    await maru.rowAction("web-prod-01-data", t("volumes.detach_ask", { server: "web-prod-01" }));
    await page.getByText(t("volumes.detach_device", { device: "/dev/vdb" })).waitFor();
  }],
  ["volumes, create with mistakes", async ({ maru, page }) => {
    await maru.signInAs("demo", "volumes");
    await maru.button(t("volumes.create")).click();
    await page.getByLabel(t("volumes.of_a_snapshot")).check();
    await maru.dialog().getByRole("button", { name: t("volumes.create"), exact: true }).click();
    await maru.dialog().getByRole("alert").first().waitFor();
  }],
  ["instance, attach volume dialog", async (tools) => {
    await openRow(tools, "web-prod-01");
    await tools.maru.button(t("volumes.attach_volume")).click();
    await tools.page.getByRole("dialog").waitFor();
  }],
  ["images, full", ({ maru }) => maru.signInAs("demo", "images").then(() => maru.row("web-prod-golden").waitFor())],
  ["images, none fits", ({ maru, page }) =>
    maru.signInAs("demo", "images?q=zzz").then(() => page.getByText(t("common.nothing_found")).waitFor())],
  ["images, menu", ({ maru }) => maru.signInAs("demo", "images").then(() => maru.rowMenu("erp-백업-보관"))],
  ...["common.details", "images.delete_ask"].map((action): State => [`images, ${action} dialog`, async ({ maru, page }) => {
    await maru.signInAs("demo", "images");
    await maru.rowAction("web-prod-golden", t(action));
    await page.getByRole("dialog").waitFor();
  }]),
];

test.describe("Accessibility of storage", { tag: "@sim" }, () => checkEach(states));

// A write whose response takes long: the button says so, so that a slow cloud is not mistaken for a frozen page.
import { takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";
import { starts, t } from "./support/words";

test.describe("Slow writes", { tag: "@sim" }, () => {
  for (const width of [1280, 360]) {
    test(`after ten seconds the button of a write says that it still waits, at ${width} px`, async ({ maru, page, cloud }) => {
      await page.setViewportSize({ width, height: 800 });
      await takeClock(page);
      await maru.signInAs("empty", "keypairs");
      await maru.button(t("keypairs.create")).first().click();
      const dialog = maru.dialog(t("keypairs.create"));
      await dialog.getByLabel(t("common.name"), { exact: true }).fill("slow");
      await dialog.getByRole("radio", { name: starts("keypairs.made_by_cloud") }).check();
      const send = dialog.getByRole("button", { name: t("keypairs.create") });
      const label = send.getByText(t("keypairs.create"), { exact: true });
      const wait = send.getByRole("status");
      const before = await send.boundingBox();
      // Without text it takes up no room.
      await expect(wait).toHaveCSS("position", "absolute");

      await cloud.fault({ service: "compute", method: "POST", path: "/os-keypairs", delay_ms: 6_000, times: 1 });
      await send.click();
      await expect(send).toHaveAttribute("aria-busy", "true");
      await page.clock.runFor(5_000);
      await expect(wait).toHaveText("");
      expect((await send.boundingBox())?.width).toBe(before?.width);
      await page.clock.runFor(5_000);
      await expect(wait).toHaveText(t("shell.still_waiting"));
      // After the label of the button, separated from it, and all of it inside the dialog.
      const [words, late, button, frame] = await Promise.all([label, wait, send, dialog].map((one) => one.boundingBox()));
      if (!words || !late || !button || !frame) throw new Error("something is not drawn");
      expect(late.x).toBeGreaterThan(words.x + words.width);
      expect(late.height).toBeLessThanOrEqual(words.height);
      expect(late.x + late.width).toBeLessThanOrEqual(button.x + button.width);
      expect(button.x + button.width).toBeLessThanOrEqual(frame.x + frame.width);

      // The response arrives nevertheless.
      await expect(maru.dialog(t("keypairs.secret_title", { name: "slow" }))).toBeVisible({ timeout: 15_000 });
      await expect(page.getByText(t("shell.still_waiting"))).toHaveCount(0);
    });
  }
});

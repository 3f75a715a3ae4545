// The end of a session: signing in again before it, and requests in its last seconds.
import { passInPage, takeClock } from "./support/passing-time";
import { PASSWORD } from "./support/simulator";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("The end of a session", { tag: "@sim" }, () => {
  for (const width of [1280, 360]) {
    test(`signing in again before it keeps the page and what was typed, at ${width} px`, async ({ maru, page, cloud }) => {
      await page.setViewportSize({ width, height: 800 });
      await maru.signInAs("short-session", "instances/new");
      const name = maru.field(t("common.name"));
      await name.fill("typed-before");
      await page.getByRole("banner").getByRole("button", { name: t("shell.renew") }).click();
      const dialog = maru.dialog(t("shell.renew"));
      await dialog.getByLabel(t("sign_in.api_password")).fill(PASSWORD);
      await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(name).toHaveValue("typed-before");
      const issued = await cloud.received(0, { service: "identity", method: "POST" });
      expect(issued.map((request) => request.status)).toEqual([200, 200]);
    });
  }

  test("the dialog before the end can be left", async ({ maru, page }) => {
    await maru.signInAs("short-session");
    const button = page.getByRole("banner").getByRole("button", { name: t("shell.renew") });
    await button.click();
    await page.keyboard.press("Escape");
    await expect(maru.dialog(t("shell.renew"))).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test("what is sent in the last seconds waits for the next sign-in, and is sent once", async ({ maru, page, sent, cloud }) => {
    await takeClock(page);
    await maru.signInAs("short-session");
    await maru.row("배치-서버").getByRole("button").click();
    await passInPage(page, sent, 56_000, 4_000);
    await page.getByRole("menuitem", { name: t("actions.start.menu"), exact: true }).click();
    const dialog = maru.dialog(t("shell.session_ended"));
    await expect(dialog).toBeVisible();
    const starts = () => cloud.received(0, { service: "compute", method: "POST" });
    expect(await starts()).toEqual([]);
    await dialog.getByLabel(t("sign_in.api_password")).fill(PASSWORD);
    await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(async () => (await starts()).map((request) => request.body)).toEqual([{ "os-start": null }]);
  });

  test("one session locked after inactivity says nothing about the end of another", async ({ maru, page, sent, cloud, watch }) => {
    test.slow();
    watch.allowStatus(401);
    await takeClock(page);
    // As the gateway answers for a locked session.
    const body = { error: { code: "session-idle" } };
    await cloud.fault({ service: "compute", path: "/servers/detail", status: 401, body });
    await maru.signInAs("demo");
    const dialog = maru.dialog(t("shell.session_ended"));
    await expect(dialog).toContainText(t("sign_in_more.again_idle", { cloud: "Demo cloud" }));
    await dialog.getByRole("button", { name: t("sign_in_more.leave") }).click();
    await cloud.endFaults();
    await maru.fillSignIn("short-session+colleague");
    await maru.submitSignIn();
    await maru.row("배치-서버").getByRole("button").click();
    await passInPage(page, sent, 56_000, 4_000);
    await page.getByRole("menuitem", { name: t("actions.start.menu"), exact: true }).click();
    await expect(dialog).toContainText(t("sign_in_more.again_lead", { cloud: "Demo cloud" }));
  });
});

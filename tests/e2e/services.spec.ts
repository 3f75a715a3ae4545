// Services of one cloud that fail independently: a refusal or a requested pause of one does not affect the others.
import { passInPage, takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";
import { like, t } from "./support/words";

const MINUTE = 60_000;

test.describe("Services", { tag: "@sim" }, () => {
  // Bug: a service that answered 401 ended the session again and again.
  test("a service that refuses the session is named, and the rest works", async ({ maru, page, cloud, sent, watch }) => {
    watch.allowStatus(401);
    await takeClock(page);
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toBeVisible();
    await cloud.fault({ service: "volume", status: 401, body: { error: { message: "no such user here" } } });
    await maru.goTo("volumes");
    const refused = page.getByRole("main").getByRole("alert");
    await expect(refused).toContainText(t("errors.not_accepted_volume.what"));
    await expect(refused).toContainText("no such user here");
    await passInPage(page, sent, 5 * MINUTE);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await maru.goTo("instances");
    await cloud.addServers(1, "meanwhile");
    await passInPage(page, sent, MINUTE);
    await expect(maru.row("meanwhile-1")).toBeVisible();

    await cloud.endFaults();
    await maru.goTo("volumes");
    await page.getByRole("button", { name: t("common.refresh") }).click();
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
  });

  test("a session that all services refuse is over", async ({ maru, page, cloud, sent, watch }) => {
    watch.allowStatus(401);
    await takeClock(page);
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toBeVisible();
    await maru.goTo("volumes");
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
    // The page finds out by itself: a click could be too late, because the dialog covers everything.
    await cloud.endSession();
    await passInPage(page, sent, 15_000, 1_000);
    await expect(page.getByRole("dialog")).toContainText(t("shell.session_ended"));
  });

  // Bug: a day of Retry-After on images froze every page, and "Try again" too.
  test("a service that asks to be left alone for a day holds no other, says when it is asked again, and is asked at a person's word", async ({
    maru,
    page,
    cloud,
    sent,
    watch,
  }) => {
    watch.allowStatus(429);
    await takeClock(page);
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toBeVisible();
    await cloud.fault({ service: "image", status: 429, retry_after: 86_400 });
    await maru.goTo("images");
    const refused = page.getByRole("main").getByRole("alert");
    await expect(refused).toContainText(t("errors.rate_limited.what"));
    await expect(refused).toContainText(like("errors.asked_again", { when: /in (5|4) minutes/ }));
    await maru.goTo("volumes");
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();

    await maru.goTo("images");
    await cloud.endFaults();
    const before = sent.count;
    await passInPage(page, sent, MINUTE);
    expect(sent.since(before).filter((line) => line.includes("/images"))).toEqual([]);
    await refused.getByRole("button", { name: t("common.retry") }).click();
    await expect(refused).toHaveCount(0);
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
  });
});

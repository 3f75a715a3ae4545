// Answers that are far too long: the page aborts them, requests less, says so, and continues to work.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { t } from "./support/words";

/** The limits in the requests for the list. */
function limits(page: Page) {
  const seen: number[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith("/servers/detail")) seen.push(Number(url.searchParams.get("limit")));
  });
  return seen;
}

test.describe("Oversized answers", { tag: "@sim" }, () => {
  test("150 instances with 64 KB of metadata each meet the cap, and the list comes in half as long pages", async ({
    maru,
    page,
    cloud,
  }) => {
    await cloud.addServers(150, "heavy");
    const seen = limits(page);
    await maru.signInAs("demo");
    await expect(page.getByRole("status").filter({ hasText: t("instances.count", { n: 166 }) })).toBeVisible();
    // 50 rows are 3 MB, 100 would be 6.
    expect(seen.slice(0, 3)).toEqual([50, 100, 50]);
    await expect(page.getByRole("main").getByRole("alert")).toHaveCount(0);
    expect(Math.max(...seen.slice(3))).toBe(50);
  });

  test("a list without end is given up and said so, and the page goes on", async ({ maru, page, cloud }) => {
    await cloud.fault({ service: "compute", method: "GET", path: "/servers/detail", endless: true });
    const seen = limits(page);
    await maru.signInAs("demo");
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText(t("errors.too_large.what"));
    expect(seen.slice(0, 5)).toEqual([50, 25, 12, 6, 5]);
    await maru.goTo("volumes");
    await expect(maru.row("backup-2026")).toBeVisible();
    await cloud.endFaults();
    await maru.goTo("instances");
    await expect(maru.row("web-prod-01")).toBeVisible();
  });
});

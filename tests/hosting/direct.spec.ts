// Without a proxy: the cloud's CORS headers allow the page to send requests.
import { expect, test } from "../e2e/support/test";
import { t } from "../e2e/support/words";

test("the page asks a cloud that sends CORS headers itself, and no proxy at all", async ({ page, maru, gateway }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await maru.signIn();
  await expect(maru.heading(t("instances.title"))).toBeVisible();
  await expect(maru.rows.first()).toBeVisible();
  const site = new URL(gateway.url).origin;
  expect(asked.filter((url) => new URL(url).pathname.startsWith("/proxy/"))).toEqual([]);
  expect(asked.some((url) => url.startsWith(`${gateway.cloud}/`))).toBe(true);
  const origins = new Set(asked.filter((url) => url.startsWith("http")).map((url) => new URL(url).origin));
  expect([...origins].sort()).toEqual([site, gateway.cloud].sort());
});

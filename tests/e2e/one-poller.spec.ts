// Several tabs of one session: one sends the requests of all (docs/decisions/0011).
import type { BrowserContext } from "@playwright/test";
import { Console } from "./support/console";
import { passInPage, setHidden, takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";

const MINUTE = 60_000;

/** More tabs of the same browser; the clock is the context's. */
async function open(context: BrowserContext, tenant: string, count: number, path = "instances"): Promise<Console[]> {
  const tabs: Console[] = [];
  for (let at = 0; at < count; at++) {
    const tab = new Console(await context.newPage(), tenant);
    await tab.open(path);
    await expect(tab.rows.first()).toBeVisible();
    tabs.push(tab);
  }
  return tabs;
}

test.describe("Tabs of one session", { tag: "@sim" }, () => {
  test.slow();

  test("five visible tabs cost the requests of one", async ({ maru, page, context, sent, cloud }) => {
    await takeClock(page);
    await maru.signInAs("demo");
    await cloud.advance(30 * MINUTE);
    // Steps shorter than the wait for another tab's answer.
    const cost = async () => {
      await passInPage(page, sent, 2 * MINUTE, 1_000);
      const before = sent.count;
      await passInPage(page, sent, 2 * MINUTE, 1_000);
      return sent.count - before;
    };
    const one = await cost();
    await open(context, cloud.tenant, 4);
    expect(await cost()).toBeLessThanOrEqual(Math.ceil(one * 1.2) + 2);
  });

  test("what one tab is told is shown by the others", async ({ maru, page, context, sent, cloud }) => {
    await takeClock(page);
    await maru.signInAs("demo");
    const tabs = [maru, ...(await open(context, cloud.tenant, 2))];
    await passInPage(page, sent, MINUTE);
    await cloud.change("dev-minji", { rename: "dev-jisu" });
    await passInPage(page, sent, MINUTE);
    for (const tab of tabs) await expect(tab.row("dev-jisu")).toBeVisible();
  });

  for (const how of ["closed", "hidden"]) {
    test(`another tab goes on when the one that asks is ${how}`, async ({ maru, page, context, sent, cloud }) => {
      await takeClock(page);
      await maru.signInAs("demo");
      const [other] = await open(context, cloud.tenant, 1);
      await passInPage(page, sent, MINUTE);
      await (how === "closed" ? page.close() : setHidden(page, true));
      await cloud.change("dev-minji", { rename: "dev-jisu" });
      await passInPage(other.page, sent, MINUTE);
      await expect(other.row("dev-jisu")).toBeVisible();
    });
  }

  test("without locks or channels each tab asks for itself", async ({ maru, page, context, sent, cloud }) => {
    await context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, "locks");
      Reflect.deleteProperty(window, "BroadcastChannel");
    });
    await takeClock(page);
    await maru.signInAs("demo");
    const [other] = await open(context, cloud.tenant, 1);
    await passInPage(page, sent, MINUTE);
    await cloud.change("dev-minji", { rename: "dev-jisu" });
    await passInPage(page, sent, MINUTE);
    for (const tab of [maru, other]) await expect(tab.row("dev-jisu")).toBeVisible();
  });
});

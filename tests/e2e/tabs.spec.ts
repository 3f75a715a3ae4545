// One sign-in, many tabs: a new one continues without typing, and what happens to the session reaches all of them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { Console } from "./support/console";
import { CreateForm, NEW } from "./support/create-form";
import { signInAgain } from "./support/faults";
import { besides } from "./support/gateway";
import { TOKEN } from "./support/held";
import { keepLists } from "./support/kept-lists";
import { setHidden, takeClock } from "./support/passing-time";
import { PASSWORD, type Simulator } from "./support/simulator";
import { asStaticHost } from "./support/site";
import { expect, test } from "./support/test";
import { t } from "./support/words";

const HOUR = 3_600_000;

test.describe("Tabs behind the gateway", { tag: "@sim" }, () => {
  for (const count of [2, 5]) {
    test(`N01 ${count} go on with one sign-in, also after a reload; one signs out, and all leave at once`, async ({
      maru,
      context,
      cloud,
      tenant,
    }) => {
      test.slow();
      await maru.signInAs("demo");
      const paths = ["zones", "keypairs", "volumes", "flavors"].slice(0, count - 1);
      const tabs = [maru];
      for (const path of paths) tabs.push(await tab(context, tenant, path));
      for (const one of tabs) await expect(one.rows.first()).toBeVisible();
      for (const one of tabs) {
        await one.page.reload();
        await expect(one.rows.first()).toBeVisible();
      }
      await cloud.expectReceived("GET", /\/os-availability-zone$/);
      expect(await signIns(cloud)).toHaveLength(1);

      await tabs.at(-1)!.signOut();
      for (const one of tabs) {
        await expect(one.signInHeading).toBeVisible();
        await expect(one.rows).toHaveCount(0);
      }
      await expect.poll(() => context.cookies()).toEqual([]);
      expect(await signIns(cloud)).toHaveLength(1);
    });
  }

  test("N01 the end of the session reaches all, and signing in again in one lets all go on", async ({
    maru,
    context,
    cloud,
    sent,
    tenant,
    watch,
  }) => {
    test.slow();
    watch.allowStatus(401);
    await maru.signInAs("demo");
    const other = await tab(context, tenant, "zones");
    for (const one of [maru, other]) await expect(one.rows.first()).toBeVisible();
    await sent.settled();
    await cloud.endSession();
    const ended = (one: Console) => one.dialog(t("shell.session_ended"));
    // The tab that sends the next request finds the session ended, and tells the other.
    await expect(ended(maru)).toBeVisible({ timeout: 45_000 });
    await expect(ended(other)).toBeVisible();
    // The gateway still lists the session; the typed text must not be lost because of that.
    const password = ended(other).getByLabel(t("sign_in.api_password"));
    await password.fill(PASSWORD);
    const third = await tab(context, tenant, "flavors");
    await expect(ended(third)).toBeVisible();
    await expect(password).toHaveValue(PASSWORD);
    await ended(other).getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
    for (const one of [maru, other, third]) await expect(ended(one)).toHaveCount(0);
    await expect(maru.rows.first()).toBeVisible();
    await expect(third.rows.first()).toBeVisible();
    await maru.goTo("keypairs");
    expect(await cloud.expectReceived("GET", /\/os-keypairs$/)).toMatchObject({ status: 200 });
    expect(await signIns(cloud)).toHaveLength(2);
  });

  test("N01 the gateway's lock reaches all: it is said in words, and one sign-in opens all", async ({
    maru,
    context,
    cloud,
    tenant,
    watch,
  }) => {
    // The shortest lock possible.
    test.setTimeout(240_000);
    watch.allowStatus(401);
    await besides(cloud.origin, () => "idle_m = 1", async ({ url }) => {
      await maru.signInAs("demo", `${url}instances`);
      await keepLists(maru);
      const other = await tab(context, tenant, `${url}zones`);
      await expect(other.rows.first()).toBeVisible();
      const locked = t("sign_in_more.again_idle", { cloud: "Demo cloud" });
      const question = (one: Console) => one.dialog(t("shell.session_ended"));
      for (const one of [maru, other]) await expect(question(one)).toContainText(locked, { timeout: 150_000 });
      // A new tab knows it too, and asks for the password at once.
      const later = await tab(context, tenant, `${url}keypairs`);
      await expect(question(later)).toContainText(locked);
      // Nor does it show what this browser kept.
      const list = await tab(context, tenant, `${url}instances`);
      await expect(question(list)).toContainText(locked);
      await expect(list.rows).toHaveCount(0);
      await signInAgain(later);
      for (const one of [maru, other, later, list]) await expect(question(one)).toHaveCount(0);
      await expect(later.rows.first()).toBeVisible();
      expect(await cloud.expectReceived("GET", /\/os-keypairs$/)).toMatchObject({ status: 200 });
    });
  });

  test("N01 a tab from yesterday asks over its page, and loses nothing", async ({
    maru,
    page,
    context,
    sent,
    cloud,
    tenant,
    watch,
  }) => {
    watch.allowStatus(401);
    await takeClock(page);
    await maru.signInAs("demo");
    await expect(maru.rows).toHaveCount(16);
    await maru.search.fill("web-prod");
    await expect(maru.rows).toHaveCount(2);
    await setHidden(page, true);
    await sent.settled();
    await cloud.advance(25 * HOUR);
    await cloud.endSession();
    // As after a night with the lid closed: no timer fired.
    await page.clock.setSystemTime(Date.now() + 25 * HOUR);
    await setHidden(page, false);
    await page.clock.runFor(60_000);
    await expect(maru.dialog(t("shell.session_ended"))).toBeVisible();
    // So does a tab that is opened today.
    const today = await tab(context, tenant, "zones");
    await expect(today.dialog(t("shell.session_ended"))).toBeVisible();
    await signInAgain(maru);
    await expect(maru.search).toHaveValue("web-prod");
    await page.clock.runFor(10_000);
    await expect(maru.rows).toHaveCount(2);
    await expect(today.dialog()).toHaveCount(0);
    await expect(today.rows.first()).toBeVisible();
    expect(await cloud.expectReceived("GET", /\/servers\/detail$/)).toMatchObject({ status: 200 });
  });

  test("N01 cookies cleared in the middle: all ask over their pages, and what was typed is sent after", async ({
    maru,
    page,
    context,
    cloud,
    tenant,
    watch,
  }) => {
    watch.allowStatus(401);
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "typed-before" });
    const other = await tab(context, tenant, "zones");
    await expect(other.rows.first()).toBeVisible();
    await context.clearCookies();
    await other.goTo("keypairs");
    const words = t("sign_in_more.again_lead", { cloud: "Demo cloud" });
    for (const one of [other, maru]) await expect(one.dialog(t("shell.session_ended"))).toContainText(words);
    await signInAgain(other);
    await expect(maru.dialog(t("shell.session_ended"))).toHaveCount(0);
    await page.bringToFront();
    await expect(maru.field(t("common.name"))).toHaveValue("typed-before");
    await form.submit.click();
    await expect(maru.heading("typed-before")).toBeVisible();
    const { body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(body).toMatchObject({ server: { name: "typed-before" } });
  });

  for (const [keys, goesOn] of [["with the same keys", true], ["with new keys", false]] as const) {
    test(`N01 the gateway is restarted ${keys}: ${goesOn ? "all go on" : "all ask over their pages"}`, async ({
      maru,
      page,
      context,
      cloud,
      tenant,
      watch,
    }) => {
      watch.allowStatus(401);
      watch.allowNoAnswer();
      const session = (folder: string) => {
        if (!goesOn) return "";
        writeFileSync(join(folder, "keys"), `${"5a".repeat(32)}\n`, { mode: 0o600 });
        return `key_file = "${join(folder, "keys")}"`;
      };
      await besides(cloud.origin, session, async ({ url, restart }) => {
        await maru.signInAs("demo", `${url}instances`);
        const other = await tab(context, tenant, `${url}zones`);
        await expect(other.rows.first()).toBeVisible();
        await maru.search.fill("web-prod");
        await expect(maru.rows).toHaveCount(2);
        // The address is written when typing pauses.
        await expect(page).toHaveURL(/q=web-prod/);
        await restart();
        await other.goTo("keypairs");
        if (!goesOn) {
          for (const one of [other, maru]) await expect(one.dialog(t("shell.session_ended"))).toBeVisible();
          await signInAgain(other);
          await expect(maru.dialog(t("shell.session_ended"))).toHaveCount(0);
        }
        await expect(other.rows.first()).toBeVisible();
        expect(await cloud.expectReceived("GET", /\/os-keypairs$/)).toMatchObject({ status: 200 });
        await expect(maru.search).toHaveValue("web-prod");
        await page.reload();
        await expect(maru.rows).toHaveCount(2);
        expect(await signIns(cloud)).toHaveLength(goesOn ? 1 : 2);
      });
    });
  }
});

test.describe("Tabs on a static host", { tag: "@sim" }, () => {
  test("N01 each asks for itself, unless the box hands the session to the others", async ({
    maru,
    page,
    context,
    cloud,
    tenant,
  }) => {
    await asStaticHost(context);
    await maru.signInAs("demo");
    const other = await tab(context, tenant, "zones");
    await expect(other.signInHeading).toBeVisible();
    await page.reload();
    await expect(maru.signInHeading).toBeVisible();

    await maru.fillSignIn("demo");
    await expect(maru.field(t("sign_in.keep"))).toHaveAccessibleDescription(t("sign_in.keep_hint"));
    await maru.field(t("sign_in.keep")).check();
    await maru.submitSignIn();
    // A tab that is already open, and one that is opened later.
    const later = await tab(context, tenant, "flavors");
    const tabs = [maru, other, later];
    for (const one of tabs) await expect(one.rows.first()).toBeVisible();
    for (const one of tabs) {
      await one.page.reload();
      await expect(one.rows.first()).toBeVisible();
      expect(await one.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(TOKEN);
    }
    expect(await cloud.expectReceived("GET", /\/os-availability-zone$/)).toMatchObject({ status: 200 });
    expect(await signIns(cloud)).toHaveLength(2);

    await other.signOut();
    for (const one of tabs) {
      await expect(one.signInHeading).toBeVisible();
      expect(await one.page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
    }
  });

  test("N01 a session that ends ends in all that have it, and the new one is handed on", async ({
    maru,
    context,
    cloud,
    sent,
    tenant,
    watch,
  }) => {
    test.slow();
    watch.allowStatus(401);
    await asStaticHost(context);
    await maru.open();
    await maru.fillSignIn("demo");
    await maru.field(t("sign_in.keep")).check();
    await maru.submitSignIn();
    const other = await tab(context, tenant, "zones");
    for (const one of [maru, other]) await expect(one.rows.first()).toBeVisible();
    await sent.settled();
    await cloud.endSession();
    await expect(maru.dialog(t("shell.session_ended"))).toBeVisible({ timeout: 45_000 });
    await expect(other.dialog(t("shell.session_ended"))).toBeVisible();
    await signInAgain(maru);
    await expect(other.dialog()).toHaveCount(0);
    await other.goTo("flavors");
    await expect(other.rows.first()).toBeVisible();
    expect(await cloud.expectReceived("GET", /\/flavors\/detail$/)).toMatchObject({ status: 200 });
    expect(await signIns(cloud)).toHaveLength(2);
  });
});

/** The sign-ins that identity received. */
const signIns = (cloud: Simulator) => cloud.received(0, { service: "identity", method: "POST" });

async function tab(context: BrowserContext, tenant: string, path: string): Promise<Console> {
  const one = new Console(await context.newPage(), tenant);
  await one.open(path);
  return one;
}

// Two users of one project in one browser: nothing of the first is left for the second.
import type { BrowserContext } from "@playwright/test";
import { Console } from "./support/console";
import { expect, test } from "./support/test";
import { t } from "./support/words";

const COLLEAGUE = "demo+colleague";

test.describe("Another user of the same project", { tag: "@sim" }, () => {
  test("N01 takes the place of the first in every tab, who does not come back after signing out", async ({
    maru,
    page,
    context,
    tenant,
  }) => {
    await maru.signInAs("demo");
    const other = new Console(await context.newPage(), tenant);
    await other.open("zones");
    await expect(other.rows.first()).toBeVisible();
    const before = await handles(context);
    await signInOver(maru, COLLEAGUE);
    for (const one of [maru, other]) await expect(user(one)).toContainText(COLLEAGUE);
    // The gateway was told to end the first user's session.
    await expect.poll(() => handles(context)).toHaveLength(1);
    expect(await handles(context)).not.toEqual(before);
    await page.reload();
    await expect(user(maru)).toContainText(COLLEAGUE);
    await other.signOut();
    await expect(maru.signInHeading).toBeVisible();
    await expect.poll(() => handles(context)).toEqual([]);
    await page.reload();
    await expect(maru.signInHeading).toBeVisible();
  });

  test("N01 sees nothing that was read for the first", async ({ maru, page, cloud, watch }) => {
    watch.allowNoAnswer();
    await maru.signInAs("demo", "keypairs");
    await expect(maru.rows.first()).toBeVisible();
    await cloud.fault({ service: "compute", path: "/os-keypairs", gone: true });
    await signInOver(maru, COLLEAGUE);
    await maru.goTo("keypairs");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(maru.rows).toHaveCount(0);
  });

  test("N01 is sent no answers of a token whose user the cloud did not report", async ({ maru, context, cloud, tenant }) => {
    const token = await cloud.token();
    await maru.signInByToken(token, cloud.origin);
    const listener = await context.newPage();
    await listener.goto("about");
    const heard = await listener.evaluateHandle(() => {
      const heard: string[] = [];
      const channel = new BroadcastChannel(`maru${new URL(document.baseURI).pathname.replace(/\/[^/]*$/, "")}`);
      channel.onmessage = ({ data }) => heard.push(data);
      return heard;
    });
    // A tab shares answers once it has heard of another one.
    const greet = () =>
      listener.evaluate(() => {
        new BroadcastChannel(`maru${new URL(document.baseURI).pathname.replace(/\/[^/]*$/, "")}`).postMessage('{"word":"hello"}');
      });
    await greet();
    const readers = async () => {
      const answers = (await heard.jsonValue()).filter((text) => text.includes('"word":"answer"'));
      return answers.map((text) => JSON.parse(text.split("\n")[0]).reader as string);
    };
    for (const path of ["zones", "keypairs", "flavors"]) {
      await maru.goTo(path);
      await expect(maru.rows.first()).toBeVisible();
    }
    const other = new Console(await context.newPage(), tenant);
    await other.signInAs(COLLEAGUE, "zones");
    await greet();
    await other.goTo("keypairs");
    await expect.poll(readers).not.toEqual([]);
    for (const reader of await readers()) expect(reader).toMatch(/^maru:demo\./);
  });
});

/** Signs in on the sign-in page without loading it, so that what the tab has read is not lost by itself. */
async function signInOver(maru: Console, name: string) {
  await maru.scope.click();
  await maru.dialog().getByRole("link", { name: t("shell.switch_sign_in") }).click();
  await maru.fillSignIn(name);
  await maru.submitSignIn();
}

const user = (one: Console) => one.page.getByRole("banner").locator(".account");

/** The names of the cookies that hold a session, which differ for each user. */
const handles = async (context: BrowserContext) =>
  (await context.cookies()).filter(({ path }) => path === "/").map(({ name }) => name);

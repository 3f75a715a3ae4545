// The read-only switch: while it is on, nothing that changes something is sent.
import type { Console } from "./support/console";
import type { Sent } from "./support/sent";
import { expect, test } from "./support/test";

async function switchIt(maru: Console) {
  await maru.button("demo@maru.test").click();
  await maru.page.getByRole("menuitemradio", { name: /^Read only/ }).click();
}

const changes = (sent: Sent, since: number) =>
  sent.since(since).filter((line) => !line.startsWith("GET") && !line.includes("/tokens"));

test.describe("Read only", { tag: "@sim" }, () => {
  test("S23–S27 every action says why not, and nothing is sent", async ({ maru, page, sent }) => {
    await maru.signInAs("demo");
    await expect(maru.row("web-prod-01")).toBeVisible();
    await switchIt(maru);
    await expect(page.getByRole("banner").getByText("Read only")).toBeVisible();
    const before = sent.count;
    const menu = await maru.rowMenu("web-prod-01");
    const able = menu.locator('[role="menuitem"]:not([aria-disabled])');
    await expect(able).toHaveText(["Copy ID", "Copy address"]);
    for (const action of ["Stop", "Reboot…", "Resize…", "Create image…", "Shelve…", "Rename…", "Delete…"]) {
      const item = menu.getByRole("menuitem", { name: new RegExp(`^${action}`) });
      await expect(item).toContainText("Read-only is switched on");
      await item.click({ force: true });
    }
    await page.keyboard.press("Escape");
    await maru.row("web-prod-01").getByRole("link").click();
    await expect(maru.heading("web-prod-01")).toBeVisible();
    for (const button of ["Stop", "Reboot…", "Delete…", "Rename"]) {
      await expect(page.getByRole("main").getByRole("button", { name: button })).toHaveAttribute("aria-disabled", "true");
    }
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("S17 what was open when it was switched on is refused with a sentence, and goes through when it is off", async ({
    maru,
    page,
    context,
    sent,
    cloud,
  }) => {
    await maru.signInAs("demo");
    await maru.rowAction("dev-minji", "Rename…");
    await maru.field("Name").fill("renamed");
    // In another tab of the same browser.
    const other = await context.newPage();
    await other.goto("flavors");
    await other.evaluate(() => localStorage.setItem("maru.read-only", "on"));
    await other.close();
    await sent.settled();
    const before = sent.count;
    await maru.button("Save").click();
    const alert = maru.dialog().getByRole("alert");
    await expect(alert).toContainText("Read-only is switched on");
    await expect(alert).toContainText("switch it off in the account menu");
    expect(changes(sent, before)).toEqual([]);
    await page.keyboard.press("Escape");
    await switchIt(maru);
    await expect(page.getByRole("banner").getByText("Read only")).toHaveCount(0);
    await maru.rowAction("dev-minji", "Rename…");
    await maru.field("Name").fill("renamed");
    await maru.button("Save").click();
    await cloud.expectReceived("PUT", /\/servers\//, { server: { name: "renamed" } });
  });

  test("S06 S08 S13 key pairs and the form for a new instance say it too", async ({ maru, page, sent }) => {
    await maru.signInAs("demo", "keypairs");
    await expect(maru.row("dev-laptop")).toBeVisible();
    await switchIt(maru);
    const before = sent.count;
    await expect(maru.button(/^Create key pair/)).toHaveAttribute("aria-disabled", "true");
    await expect(maru.button(/^Register public key/)).toHaveAttribute("aria-disabled", "true");
    const menu = await maru.rowMenu("dev-laptop");
    await expect(menu.getByRole("menuitem", { name: /^Delete/ })).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Escape");
    await maru.goTo("Instances");
    await page.getByRole("link", { name: "Create instance" }).first().click();
    await maru.heading("Create instance").waitFor();
    const create = page.getByRole("main").getByRole("button", { name: /^Create/ });
    await expect(create).toHaveAttribute("aria-disabled", "true");
    await create.click({ force: true });
    await sent.settled();
    expect(changes(sent, before)).toEqual([]);
  });

  test("it is kept for the next visit, and watching goes on", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo", "instances", { keep: true });
    await switchIt(maru);
    await page.reload();
    await expect(page.getByRole("banner").getByText("Read only")).toBeVisible();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await cloud.change("web-prod-01", { rename: "changed-elsewhere" });
    await expect(maru.row("changed-elsewhere")).toBeVisible({ timeout: 40_000 });
    await switchIt(maru);
    await page.reload();
    await expect(maru.row("changed-elsewhere")).toBeVisible();
    await expect(page.getByRole("banner").getByText("Read only")).toHaveCount(0);
  });
});

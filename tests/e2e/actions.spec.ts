// What can be done to an instance beyond its power: resize, images, shelving and the ways out (rows S09, S26, S27, N07,
// N08).
import type { Console } from "./support/console";
import { expect, test } from "./support/test";

const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

/** Presses the button of the open question. */
const answer = (maru: Console, verb: string) =>
  maru.dialog().getByRole("button", { name: verb, exact: true }).click();

const flavorOf = (maru: Console, name: string) => maru.choice("New flavor", name);

/** What stands below the name of a choice that cannot be made. */
const whyNot = (maru: Console, name: string) =>
  maru.page.getByRole("radiogroup").getByRole("row").filter({ has: maru.page.getByText(name, { exact: true }) });

test.describe("Resize", { tag: "@sim" }, () => {
  test("S26 S09 the new flavor beside the old, the restart said before; VERIFY_RESIZE goes by itself", async ({
    maru,
    cloud,
  }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", "Resize…");
    const dialog = maru.dialog("Resize web-prod-01");
    await expect(dialog).toContainText("It is running: it will be stopped and started again.");
    await expect(dialog.getByRole("button", { name: /^Resize/ })).toHaveAttribute("aria-disabled", "true");
    await flavorOf(maru, "m2.c4m8").check({ force: true });
    await expect(dialog.getByRole("row", { name: "vCPUs 2 4" })).toBeVisible();
    await expect(dialog.getByRole("row", { name: "Memory 4 GB 8 GB" })).toBeVisible();
    await expect(dialog).toContainText(/vCPUs: \d+ of [\d,]+ used, 2 more with this/);
    await answer(maru, "Resize");
    await expect(dialog).toHaveCount(0);
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await expect(maru.notice("Resizing web-prod-01…")).toBeVisible();
    await cloud.advance(10_000);
    await expect(maru.row("web-prod-01")).toContainText("Running");
    await expect(maru.row("web-prod-01")).toContainText("m2.c4m8");
    await expect(maru.notice("web-prod-01 has its new flavor")).toBeVisible();
    // The guide forbids to confirm.
    const sent = (await cloud.received(0, { method: "POST" })).filter((one) => ACTION.test(one.path));
    expect(sent).toHaveLength(1);
  });

  test("S26 S09 VERIFY_RESIZE under the guide's rules is a step, not a question", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await expect(maru.row("dev-minji")).toBeVisible();
    await cloud.change("dev-minji", { vm_state: "resized" });
    await expect(maru.row("dev-minji")).toContainText("Confirming resize", { timeout: 40_000 });
    const menu = await maru.rowMenu("dev-minji");
    await expect(menu.getByRole("menuitem", { name: /^Resize/ })).toHaveAttribute("aria-disabled", "true");
    await expect(menu.getByRole("menuitem", { name: /^(Confirm|Go back)/ })).toHaveCount(0);
  });

  test("S26 what is no target says why: the present flavor, U2, what is no longer offered", async ({ maru }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", "Resize…");
    for (const [name, why] of [
      ["m2.c2m4", "It has this flavor"],
      ["u2.c8m16", "Nothing can be resized to U2"],
      ["m1.c2m4", "No longer offered"],
    ] as const) {
      await expect(flavorOf(maru, name)).toBeDisabled();
      await expect(whyNot(maru, name)).toContainText(why);
    }
  });

  test("S26 an instance on U2 stays there, and the menu says why", async ({ maru }) => {
    await maru.signInAs("demo");
    const menu = await maru.rowMenu("staging-api");
    const item = menu.getByRole("menuitem", { name: /^Resize/ });
    await expect(item).toHaveAttribute("aria-disabled", "true");
    await expect(item).toContainText("Not on U2");
  });

  test("S26 Windows needs 2 GB: at the edge it can be chosen, below it not", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("win-ad-01", "Resize…");
    await page.getByRole("searchbox", { name: "Search", exact: true }).fill("c1m");
    await expect(flavorOf(maru, "t2.c1m2")).toBeEnabled();
    await expect(flavorOf(maru, "m2.c1m2")).toBeEnabled();
    await expect(flavorOf(maru, "t2.c1m1")).toBeDisabled();
    await expect(whyNot(maru, "t2.c1m1")).toContainText("Needs at least 2 GB of memory");
  });

  test("S26 a stopped instance is resized without a word of a restart, and stays stopped", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.rowAction("주문-데이터베이스-예비", "Resize…");
    await expect(maru.dialog()).not.toContainText("stopped and started again");
    await flavorOf(maru, "r2.c2m8").check({ force: true });
    await answer(maru, "Resize");
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await cloud.advance(10_000);
    await expect(maru.row("주문-데이터베이스-예비")).toContainText("r2.c2m8");
    await expect(maru.row("주문-데이터베이스-예비")).toContainText("Stopped");
  });

  test("S26 a resize that fails goes back to the old flavor, and a notice says so", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await cloud.change("dev-minji", { rename: "fail-resize-1" });
    await maru.rowAction("fail-resize-1", "Resize…");
    await flavorOf(maru, "t2.c1m2").check({ force: true });
    await answer(maru, "Resize");
    await expect(maru.row("fail-resize-1")).toContainText("resize");
    await cloud.advance(5_000);
    await expect(maru.notice("fail-resize-1 could not be resized; it has its old flavor as before")).toBeVisible();
    await expect(maru.row("fail-resize-1")).toContainText("t2.c1m1");
    await expect(maru.row("fail-resize-1")).toContainText("Running");
  });

  test("S26 what the cloud refuses stays in the dialog with its words and the request id", async ({
    maru,
    cloud,
    watch,
  }) => {
    watch.allowStatus(409);
    await maru.signInAs("demo");
    await cloud.change("dev-minji", { rename: "fail-action-1" });
    await maru.rowAction("fail-action-1", "Resize…");
    await flavorOf(maru, "t2.c1m2").check({ force: true });
    await answer(maru, "Resize");
    const alert = maru.dialog().getByRole("alert");
    await expect(alert).toContainText(/req-[0-9a-f-]{36}/);
    await expect(flavorOf(maru, "t2.c1m2")).toBeChecked();
  });

  test("S26 N09 more than the quota has room for is said before", async ({ maru, cloud }) => {
    await maru.signInToStock("+quota");
    await expect(maru.page.getByText("No instances yet")).toBeVisible();
    await cloud.addServers(1, "small");
    await maru.rowAction("small-1", "Resize…");
    await flavorOf(maru, "m2.c2m4").check({ force: true });
    await expect(maru.dialog()).toContainText("vCPUs: 1 of 4 used, 1 more with this");
    await expect(maru.dialog()).not.toContainText("The quota has no room");
    await flavorOf(maru, "m2.c8m16").check({ force: true });
    await expect(maru.dialog()).toContainText("The quota has no room for this");
  });

  test("S26 a stock cloud waits: the new flavor is confirmed on the page", async ({ maru, cloud, page }) => {
    await maru.signInToStock();
    await maru.row("web-prod-01").getByRole("link").click();
    await maru.button("More").click();
    await page.getByRole("menuitem", { name: /^Resize/ }).click();
    await expect(maru.dialog()).toContainText("The cloud then waits for you to confirm");
    await flavorOf(maru, "m2.c4m8").check({ force: true });
    await maru.field("Partition of the root disk").selectOption("AUTO");
    await answer(maru, "Resize");
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID, "OS-DCF:diskConfig": "AUTO" } });
    await cloud.advance(7_000);
    await expect(page.getByRole("heading", { name: "The new flavor is waiting for you" })).toBeVisible();
    await expect(maru.notice("web-prod-01 has its new flavor")).toBeVisible();
    await page.getByRole("main").getByRole("button", { name: "Confirm the new flavor" }).click();
    await cloud.expectReceived("POST", ACTION, { confirmResize: null });
    await cloud.advance(2_000);
    await expect(maru.notice("The new flavor of web-prod-01 is confirmed")).toBeVisible();
    await expect(page.getByRole("heading", { name: "The new flavor is waiting for you" })).toHaveCount(0);
    await expect(page.getByRole("main").getByText("m2.c4m8").first()).toBeVisible();
  });

  test("S26 a stock cloud waits: from the menu it goes back to the old flavor", async ({ maru, cloud }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", "Resize…");
    await flavorOf(maru, "m2.c4m8").check({ force: true });
    await answer(maru, "Resize");
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await cloud.advance(7_000);
    await expect(maru.row("web-prod-01")).toContainText("m2.c4m8");
    await expect(maru.row("web-prod-01")).toContainText("Waiting for you");
    await expect(maru.notice("web-prod-01 has its new flavor")).toBeVisible();
    await maru.rowAction("web-prod-01", "Go back to the old flavor…");
    await expect(maru.dialog("Take web-prod-01 back to its old flavor?")).toContainText("stopped and started again");
    await answer(maru, "Go back");
    await cloud.expectReceived("POST", ACTION, { revertResize: null });
    await cloud.advance(4_000);
    await expect(maru.notice("web-prod-01 has its old flavor again")).toBeVisible();
    await expect(maru.row("web-prod-01")).toContainText("m2.c2m4");
  });
});

test.describe("Images of instances", { tag: "@sim" }, () => {
  test("S27 of U2: created, followed with its size until it is ready", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.rowAction("staging-api", "Create image…");
    const dialog = maru.dialog("Create an image of staging-api");
    await expect(dialog).toContainText("stop it first, if you can");
    await maru.field("Name of the image").fill("golden");
    await maru.field("Metadata").fill("stage = prod\nteam=shop");
    await answer(maru, "Create image");
    const { body, status } = await cloud.expectReceived("POST", ACTION);
    expect([body, status]).toEqual([{ createImage: { name: "golden", metadata: { stage: "prod", team: "shop" } } }, 202]);
    await expect(dialog).toContainText("Saving image golden of staging-api: waiting");
    await cloud.advance(4_000);
    await expect(dialog).toContainText(/Saving image golden of staging-api: [\d,.]+ [MG]B/);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(maru.notice(/Saving image golden of staging-api: [\d,.]+ [MG]B/)).toBeVisible();
    await cloud.advance(6_000);
    await expect(maru.notice("Image golden of staging-api is ready")).toBeVisible();
    const images = await imagesCalled(cloud, "golden");
    expect(images).toEqual([expect.objectContaining({ status: "active", stage: "prod", team: "shop" })]);
  });

  test("S27 an image that cannot be saved says so", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await cloud.change("배치-서버", { rename: "fail-image-1" });
    await maru.rowAction("fail-image-1", "Create image…");
    await expect(maru.dialog()).not.toContainText("stop it first");
    await maru.field("Name of the image").fill("broken");
    await answer(maru, "Create image");
    await cloud.expectReceived("POST", ACTION, { createImage: { name: "broken" } });
    await cloud.advance(5_000);
    await expect(maru.notice("Image broken of fail-image-1 could not be saved (killed)")).toBeVisible();
    await expect(maru.dialog()).toContainText("could not be saved (killed)");
  });

  test("S27 the name is needed, 255 characters at most, and metadata is a name and a value a line", async ({ maru }) => {
    await maru.signInAs("demo");
    await maru.rowAction("staging-api", "Create image…");
    const create = maru.dialog().getByRole("button", { name: /^Create image/ });
    await expect(create).toContainText("A name is needed.");
    await maru.field("Name of the image").fill("가".repeat(255));
    await expect(create).not.toHaveAttribute("aria-disabled");
    await maru.field("Name of the image").fill("가".repeat(256));
    await expect(maru.dialog().getByRole("alert")).toContainText("At most 255 characters; this has 256.");
    await maru.field("Name of the image").fill("ok");
    await maru.field("Metadata").fill("a=1\nno equals");
    await expect(maru.dialog().getByRole("alert")).toContainText("Line 2: a name");
    await expect(create).toHaveAttribute("aria-disabled", "true");
  });

  test("N07 of all others: the root volume is uploaded, also while it is in use", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", "Create image…");
    await expect(maru.dialog()).toContainText(/The image is made of the root volume .+, 50 GB\./);
    await maru.field("Name of the image").fill("web-golden");
    await maru.page.getByLabel("Protect the image from being deleted").check();
    await answer(maru, "Create image");
    const { body, status } = await cloud.expectReceived("POST", /\/volumes\/[0-9a-f-]{36}\/action$/);
    const upload = { image_name: "web-golden", force: true, disk_format: "qcow2", container_format: "bare" };
    expect(body).toEqual({ "os-volume_upload_image": { ...upload, visibility: "private", protected: true } });
    expect(status).toBe(202);
    await cloud.advance(9_000);
    await expect(maru.notice("Image web-golden of web-prod-01 is ready")).toBeVisible();
    expect(await imagesCalled(cloud, "web-golden")).toEqual([expect.objectContaining({ status: "active", protected: true })]);
  });

  test("N07 without block storage nothing is sent, and the dialog says why", async ({ maru, watch, cloud }) => {
    watch.allowStatus(503);
    await maru.signInAs("volume-down+demo");
    await maru.rowAction("web-prod-01", "Create image…");
    await maru.field("Name of the image").fill("x");
    const create = maru.dialog().getByRole("button", { name: /^Create image/ });
    await expect(create).toContainText("The root volume of this instance is not known");
    await expect(maru.dialog().getByRole("alert")).toContainText("The cloud failed");
    await create.click({ force: true });
    expect((await cloud.received(0, { method: "POST", service: "volume" })).length).toBe(0);
  });

  test("S27 a stock cloud makes an image of any instance", async ({ maru, cloud }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", "Create image…");
    await maru.field("Name of the image").fill("stock-golden");
    await answer(maru, "Create image");
    await cloud.expectReceived("POST", ACTION, { createImage: { name: "stock-golden" } });
    await cloud.advance(10_000);
    await expect(maru.notice("Image stock-golden of web-prod-01 is ready")).toBeVisible();
  });
});

/** The images of this name, as another client sees them. */
async function imagesCalled(cloud: { origin: string; token(): Promise<string> }, name: string) {
  const headers = { "X-Auth-Token": await cloud.token() };
  const { images } = await (await fetch(`${cloud.origin}/kr1/image/v2/images?limit=100`, { headers })).json();
  return images.filter((image: { name: string }) => image.name === name);
}

test.describe("Ways out", { tag: "@sim" }, () => {
  /** What the action is called, the word on the question's button (none: it is done at once), what the cloud receives. */
  interface Way {
    asks?: string;
    body: object;
    notice: string;
    state: string;
  }
  const ways = (name: string): Record<string, Way> => ({
    "Shelve…": { asks: "Shelve", body: { shelve: null }, notice: `${name} is shelved`, state: "Shelved (offloaded)" },
    Unshelve: { body: { unshelve: null }, notice: `${name} is running again`, state: "Running" },
    "Pause…": { asks: "Pause", body: { pause: null }, notice: `${name} is paused`, state: "Paused" },
    Unpause: { body: { unpause: null }, notice: `${name} runs on`, state: "Running" },
    "Suspend…": { asks: "Suspend", body: { suspend: null }, notice: `${name} is suspended`, state: "Suspended" },
    Resume: { body: { resume: null }, notice: `${name} runs on`, state: "Running" },
    "Leave rescue mode…": {
      asks: "Leave rescue mode",
      body: { unrescue: null },
      notice: `${name} runs its own system again`,
      state: "Running",
    },
    "Free its host…": {
      asks: "Free its host",
      body: { shelveOffload: null },
      notice: `${name} is shelved`,
      state: "Shelved (offloaded)",
    },
  });

  for (const [title, stock, name, state, actions] of [
    ["N08 shelve and unshelve", false, "dev-minji", undefined, ["Shelve…", "Unshelve"]],
    ["N08 a shelved instance comes back", false, "archive-node", undefined, ["Unshelve"]],
    ["N08 shelve and unshelve on a stock cloud", true, "web-prod-01", undefined, ["Shelve…", "Unshelve"]],
    ["N08 the host of a shelved instance", true, "web-prod-01", "shelved", ["Free its host…"]],
    ["S09 out of Paused, where the guide knows no pause", false, "legacy-erp", undefined, ["Unpause"]],
    ["S09 out of Suspended, where the guide knows no suspend", false, "report-2019", undefined, ["Resume"]],
    ["S09 pause and unpause", true, "web-prod-01", undefined, ["Pause…", "Unpause"]],
    ["S09 suspend and resume", true, "web-prod-01", undefined, ["Suspend…", "Resume"]],
    ["S09 out of the rescue system", true, "web-prod-01", "rescued", ["Leave rescue mode…"]],
  ] as const) {
    test(title, async ({ maru, cloud }) => {
      await (stock ? maru.signInToStock() : maru.signInAs("demo"));
      await expect(maru.row(name)).toBeVisible();
      if (state) {
        await cloud.change(name, { vm_state: state });
        await expect(maru.row(name)).not.toContainText("Running", { timeout: 40_000 });
      }
      for (const action of actions) {
        const way = ways(name)[action];
        await maru.rowAction(name, action);
        if (way.asks) {
          await expect(maru.dialog()).toContainText(name);
          await answer(maru, way.asks);
        }
        await cloud.expectReceived("POST", ACTION, way.body);
        await cloud.advance(8_000);
        await expect(maru.notice(way.notice)).toBeVisible();
        await expect(maru.row(name)).toContainText(way.state);
      }
    });
  }

  test("what today's guide does not name is not in the menu of NHN Cloud", async ({ maru }) => {
    await maru.signInAs("demo");
    const menu = await maru.rowMenu("web-prod-01");
    await expect(menu.getByRole("menuitem", { name: /^Shelve/ })).toBeVisible();
    for (const action of ["Pause", "Suspend", "Rescue", "Rebuild", "Lock", "Confirm"]) {
      await expect(menu.getByRole("menuitem", { name: new RegExp(`^${action}`) })).toHaveCount(0);
    }
  });

  test("S09 what a cloud turns out not to have leaves the menu", async ({ maru, watch, cloud }) => {
    watch.allowStatus(400);
    await maru.signInToStock("+no-pause");
    await maru.rowAction("web-prod-01", "Pause…");
    await answer(maru, "Pause");
    await cloud.expectReceived("POST", ACTION, { pause: null });
    await expect(maru.page.getByRole("alert")).toContainText("There is no such action");
    const menu = await maru.rowMenu("web-prod-01");
    await expect(menu.getByRole("menuitem", { name: /^Suspend/ })).toBeVisible();
    await expect(menu.getByRole("menuitem", { name: /^Pause/ })).toHaveCount(0);
  });

  test("S09 rescue shows its password once", async ({ maru, cloud, page }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", "Rescue…");
    await expect(maru.dialog("Rescue web-prod-01?")).toContainText("Nothing on it is changed.");
    await expect(maru.choice("Image of the rescue system", "The cloud chooses")).toBeChecked();
    await answer(maru, "Rescue");
    await cloud.expectReceived("POST", ACTION, { rescue: null });
    await expect(maru.dialog()).toContainText("It is shown here and never again.");
    const password = await maru.dialog().locator("code").textContent();
    expect(password?.length).toBeGreaterThan(7);
    await answer(maru, "Done");
    await expect(page.getByText(password ?? "")).toHaveCount(0);
    await cloud.advance(3_000);
    await expect(maru.notice("web-prod-01 runs its rescue system")).toBeVisible();
    await expect(maru.row("web-prod-01")).toContainText("Rescue");
  });

  test("S09 rescue with an image of one's own choice; what the cloud refuses is said", async ({ maru, cloud, watch }) => {
    watch.allowStatus(400);
    await maru.signInToStock();
    await maru.rowAction("golden-from-volume", "Rescue…");
    await maru.choice("Image of the rescue system", "Debian 12.11 Bookworm (2026.08.19)").check({ force: true });
    await answer(maru, "Rescue");
    await cloud.expectReceived("POST", ACTION, { rescue: { rescue_image_ref: ID } });
    await expect(maru.dialog().getByRole("alert")).toContainText("Cannot rescue a volume-backed instance");
  });

  test("S09 a locked instance refuses, and is unlocked at once", async ({ maru, cloud, watch, page }) => {
    watch.allowStatus(409);
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", "Lock…");
    await expect(maru.dialog("Lock web-prod-01?")).toContainText("It goes on running.");
    await answer(maru, "Lock");
    await cloud.expectReceived("POST", ACTION, { lock: null });
    await expect(maru.notice("web-prod-01 is locked")).toBeVisible();
    await maru.rowAction("web-prod-01", "Stop");
    await answer(maru, "Stop");
    await expect(page.getByRole("region", { name: "Notices" }).getByRole("alert")).toContainText("is locked");
    await maru.rowAction("web-prod-01", "Unlock");
    await cloud.expectReceived("POST", ACTION, { unlock: null });
    await expect(maru.notice("web-prod-01 is unlocked")).toBeVisible();
  });

  test("S09 rebuild says what is lost, wants the name typed, and shows the password once", async ({ maru, cloud }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", "Rebuild…");
    const dialog = maru.dialog("Rebuild web-prod-01?");
    await expect(dialog).toContainText("Everything on the root disk");
    await maru.choice("Image", "Debian 12.11 Bookworm (2026.08.19)").check({ force: true });
    const rebuild = dialog.getByRole("button", { name: /^Rebuild/ });
    await expect(rebuild).toHaveAttribute("aria-disabled", "true");
    await maru.field("Type web-prod-01 to confirm").fill("web-prod-01");
    await rebuild.click();
    await cloud.expectReceived("POST", ACTION, { rebuild: { imageRef: ID } });
    await expect(maru.dialog()).toContainText("Administrator password");
    await answer(maru, "Done");
    await expect(maru.row("web-prod-01")).toContainText("Rebuilding");
    await cloud.advance(6_000);
    await expect(maru.notice("web-prod-01 has been rebuilt")).toBeVisible();
    await expect(maru.row("web-prod-01")).toContainText("Running");
  });

  test("S09 a way out that ends in ERROR is told by a notice", async ({ maru, cloud, page }) => {
    await maru.signInToStock();
    await expect(maru.row("web-prod-01")).toBeVisible();
    await cloud.change("web-prod-01", { rename: "fail-pause-1" });
    await maru.rowAction("fail-pause-1", "Pause…");
    await answer(maru, "Pause");
    await cloud.expectReceived("POST", ACTION, { pause: null });
    await cloud.advance(4_000);
    await expect(page.getByRole("region", { name: "Notices" }).getByRole("alert")).toContainText("fail-pause-1");
    await expect(maru.row("fail-pause-1")).toContainText("Error");
  });

  test("the keyboard alone resizes", async ({ maru, cloud, page }) => {
    await maru.signInAs("demo");
    await maru.button("Actions for dev-minji").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("r");
    await expect(page.getByRole("menuitem", { name: /^Reboot/ })).toBeFocused();
    await page.keyboard.press("r");
    await page.keyboard.press("Enter");
    await expect(maru.dialog("Resize dev-minji")).toBeVisible();
    await page.getByRole("searchbox", { name: "Search", exact: true }).focus();
    await page.keyboard.type("t2.c1m2");
    await flavorOf(maru, "t2.c1m2").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await cloud.expectReceived("POST", ACTION, { resize: { flavorRef: ID } });
    await expect(maru.button("Actions for dev-minji")).toBeFocused();
  });
});

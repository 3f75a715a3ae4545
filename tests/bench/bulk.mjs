// A run over about 200 of 10,000 instances: what it costs the page and the cloud while the table is shown.
import { start } from "./gateway.mjs";
import { keepWasmMemory, memory } from "./memory.mjs";
import { signIn } from "./opening.mjs";
import { median } from "./numbers.mjs";

/** About one in fifty instances of the simulated cloud has it in its name. */
const WORD = "shop-web";
const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

/** Stops the running ones among them, ten at once. */
export async function run(inPage, size) {
  const gateway = await start(size);
  try {
    return await inPage(async (page) => {
      await page.addInitScript(keepWasmMemory);
      await signIn(page, gateway.url, size);
      // The files that are loaded while the browser is idle.
      await page.waitForTimeout(5_000);
      const before = await memory(page);
      const requests = count(page);
      await page.locator("main [data-search]").fill(WORD);
      await page.getByRole("status").filter({ hasText: / of /u }).waitFor();
      await page.locator("main [data-search]").press("Enter");
      await page.keyboard.press("Control+a");
      await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Actions", exact: true }).click();
      await page.getByRole("menuitem", { name: "Stop…", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("How many at once").fill("10");
      const confirm = dialog.getByRole("button", { name: /^Stop \d+ instances$/ });
      const items = Number(/\d+/.exec(await confirm.textContent())[0]);
      await page.evaluate(watchFrames);
      const began = Date.now();
      requests.forget();
      await confirm.click();
      const chip = page.locator("#runs-chip");
      await chip.click();
      await chip.filter({ hasText: "Finished" }).waitFor({ timeout: 300_000 });
      const took = Date.now() - began;
      const frames = await page.evaluate(() => globalThis.frames_);
      // The browser reports the sizes of the last answers a little later.
      await page.waitForTimeout(1_000);
      const sorted = frames.sort((one, other) => one - other);
      return {
        items,
        took,
        frames: { median: median(frames), most: sorted.at(-1), late: frames.filter((ms) => ms > 50).length, all: frames.length },
        requests: await requests.sum(),
        before,
        after: await memory(page),
      };
    });
  } finally {
    await gateway.stop();
  }
}

/** Runs in the page: the time between two frames, in ms. */
function watchFrames() {
  const frames = [];
  let last = performance.now();
  const next = (now) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  globalThis.frames_ = frames;
}

/** Actions, and everything that was read meanwhile. */
function count(page) {
  let sent = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/proxy/")) sent.push(request);
  });
  return {
    forget: () => (sent = []),
    async sum() {
      const actions = sent.filter((one) => one.method() === "POST" && ACTION.test(new URL(one.url()).pathname));
      const reads = sent.filter((one) => one.method() === "GET");
      const lists = reads.filter((one) => new URL(one.url()).pathname.endsWith("/servers/detail"));
      const sizes = await Promise.all(reads.map((one) => one.sizes()));
      const bytes = sizes.reduce((sum, one) => sum + one.responseBodySize, 0);
      return { actions: actions.length, reads: reads.length, lists: lists.length, bytes };
    },
  };
}

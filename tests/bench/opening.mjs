// The time from navigation to rows.
import { median } from "./numbers.mjs";

/** Opens the demo and waits until all instances are loaded. */
export async function signIn(page, url, size) {
  await page.goto(`${url}instances`);
  await page.locator(".sign-in-demo button").click();
  await complete(page, size);
}

/** Signs in to the stock cloud as a user with this many instances. */
export async function signInToStock(page, url, user, size) {
  const field = (label) => page.getByLabel(label, { exact: true });
  await page.goto(`${url}instances`);
  await page.getByText("Sign in with other credentials").click();
  await field("Cloud").selectOption("Stock");
  // The form is drawn again, and its first field gets the focus.
  await page.locator("input:focus").and(field("User")).waitFor();
  await field("User").fill(user.name);
  await field("Password").fill(user.password);
  await field("Project").fill(user.tenant);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await complete(page, size);
}

/** The line above the table counts up while pages arrive; after the last one it shows only the number. */
export async function complete(page, size) {
  const wanted = `${size.toLocaleString("en-US")} instances`;
  await page.getByRole("status").filter({ hasText: new RegExp(`^${wanted}$`) }).waitFor({ timeout: 120_000 });
}

/** Milliseconds from navigation until the first rows are painted, and until all pages of the list have arrived. */
export async function firstRows(page, url, size, times) {
  await page.addInitScript(watchForRows);
  await signIn(page, url, size);
  const cdp = await page.context().newCDPSession(page);
  // Every visit is a first one; only the session is kept, so that it begins with the list.
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  const rows = [];
  const all = [];
  for (let turn = 0; turn < times; turn += 1) {
    await page.goto(`${url}instances`);
    await complete(page, size);
    all.push(await page.evaluate(() => performance.now()));
    rows.push(await page.evaluate(() => globalThis.firstRows));
  }
  return { rows: median(rows), all: median(all) };
}

/** Runs in the page before its own scripts. Times are since the navigation. */
function watchForRows() {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('[role="row"] [role="rowheader"]')) return;
    seen.disconnect();
    // The second frame begins when the first has been passed on for painting.
    requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.firstRows = performance.now())));
  });
  seen.observe(document, { childList: true, subtree: true });
}

// 10,000 instances in ten projects in one table, beside 10,000 in one project.
import { keepWasmMemory, memory } from "./memory.mjs";
import { complete, signInToStock } from "./opening.mjs";
import { keystrokes, sorts } from "./scripting.mjs";

const PROJECTS = 10;
const EACH = 1_000;
const user = (words, tenant) => ({ name: `stock+${words}+one-region@maru.test`, password: "demo-password", tenant });

/** The table of one project with all of them, and that of all projects. */
export async function everywhere(browser, gateway, inPage, turns) {
  const one = await inPage(async (page) => {
    await page.addInitScript(keepWasmMemory);
    await signInToStock(page, gateway.url, user(`many-${PROJECTS * EACH}`, gateway.tenant), PROJECTS * EACH);
    return measure(browser, page, turns);
  });
  const all = await inPage(async (page) => {
    await page.addInitScript(keepWasmMemory);
    await signInToStock(page, gateway.url, user(`many-${EACH}+projects-${PROJECTS}`, "b".repeat(32)), EACH);
    for (let at = 1; at < PROJECTS; at += 1) await openAnother(page);
    await page.getByRole("navigation").getByRole("link", { name: "All projects" }).click();
    await complete(page, PROJECTS * EACH);
    return measure(browser, page, turns);
  });
  return { projects: PROJECTS, each: EACH, one, all };
}

/** Opens the first project of the switcher that has no session yet. */
async function openAnother(page) {
  await page.getByRole("button", { name: "Switch project or region" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Not open yet" }).first().click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await complete(page, EACH);
}

async function measure(browser, page, turns) {
  const typed = await keystrokes(browser, page, turns);
  const sorted = await sorts(browser, page, turns);
  return { typed, sorted, memory: await memory(page) };
}

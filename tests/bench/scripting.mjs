// The script time of one keystroke and one sort, from the browser's trace.
import { median } from "./numbers.mjs";

/** What DevTools counts as scripting, and what it subtracts again where it is nested. */
const SCRIPT = new Set(["EventDispatch", "FunctionCall", "RunMicrotasks", "FireAnimationFrame"]);
const NOT_SCRIPT = new Set(["Layout", "UpdateLayoutTree", "ParseHTML"]);

/** Letters typed into the search box and removed, one by one. */
export async function keystrokes(browser, page, turns) {
  const keys = ["w", "e", "b", "-", "0", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace"];
  await page.locator("[data-search]").focus();
  return repeat(browser, page, turns, keys.map((key) => () => page.keyboard.press(key)));
}

/** The last values of a search with fields, typed and removed letter by letter. */
export async function queries(browser, page, turns) {
  const box = page.locator("[data-search]");
  await box.fill("-status:error age>1h ip:10.0.0.0/8 vcpus>=1 zone:");
  // The sizes of flavors arrive.
  await page.waitForTimeout(2_000);
  const keys = ["k", "r", "-", "p", "Backspace", "Backspace", "Backspace", "Backspace"];
  const typed = await repeat(browser, page, turns, keys.map((key) => () => page.keyboard.press(key)));
  await box.fill("");
  return typed;
}

/** Sorts by each heading in both directions. */
export async function sorts(browser, page, turns) {
  const headings = await page.locator("th button.sort:visible").all();
  const clicks = headings.flatMap((heading) => [() => heading.click(), () => heading.click()]);
  return repeat(browser, page, turns, clicks);
}

/** Selects all rows by Ctrl+A, and none by Escape. */
export async function selections(browser, page, turns) {
  await page.locator("[role=grid]").focus();
  return repeat(browser, page, turns, ["Control+a", "Escape"].map((key) => () => page.keyboard.press(key)));
}

/** Groups the rows by one thing after the other, and by none again. */
export async function groupings(browser, page, turns) {
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("menuitem", { name: "Columns and groups" }).click();
  const select = page.getByLabel("Group by");
  await select.focus();
  // Status, zone, flavor; the list of flavors is read before they are measured.
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(2_000);
  const keys = ["ArrowDown", "ArrowDown", "Home"];
  const took = await repeat(browser, page, turns, keys.map((key) => () => page.keyboard.press(key)));
  await page.keyboard.press("Escape");
  return took;
}

/** Exports all rows as CSV. */
export async function exports(browser, page, turns) {
  const took = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const entry = page.getByRole("menuitem", { name: "CSV file" }).first();
    // The names of images are read when the menu opens.
    await page.waitForTimeout(1_000);
    const saved = page.waitForEvent("download");
    took.push(...(await repeatOnce(browser, page, [() => entry.click()])));
    await saved;
  }
  return summary(took);
}

async function repeat(browser, page, turns, actions) {
  const took = [];
  for (let turn = 0; turn < turns; turn += 1) took.push(...(await repeatOnce(browser, page, actions)));
  return summary(took);
}

async function repeatOnce(browser, page, actions) {
  const took = [];
  for (const action of actions) took.push(await traced(browser, page, action));
  return took;
}

function summary(took) {
  const of = (part) => took.map((one) => one[part]);
  return { script: median(of("script")), worst: Math.max(...of("script")), layout: median(of("layout")), times: took.length };
}

/** Milliseconds of the page's main thread for one action, until the next frame. */
async function traced(browser, page, action) {
  // The address is written when typing pauses, which belongs to no keystroke.
  await page.waitForTimeout(400);
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  await action();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return add(traceEvents);
}

function add(events) {
  const input = events.find((event) => event.name === "EventDispatch" && /^(key|mouse|pointer|click)/.test(event.args?.data?.type));
  const thread = events.filter((event) => event.ph === "X" && event.pid === input.pid && event.tid === input.tid);
  const sorted = thread.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const sum = { script: 0, layout: 0 };
  let scriptEnds = -1;
  let layoutEnds = -1;
  let timerEnds = -1;
  for (const event of sorted) {
    // The clock that runs once a second, and timers for a pause.
    if (event.name === "TimerFire") timerEnds = event.ts + event.dur;
    if (event.ts < timerEnds) continue;
    if (NOT_SCRIPT.has(event.name) && event.ts >= layoutEnds) {
      sum.layout += cpu(event);
      if (event.ts < scriptEnds) sum.script -= cpu(event);
      layoutEnds = event.ts + event.dur;
    }
    if (SCRIPT.has(event.name) && event.ts >= scriptEnds) {
      sum.script += cpu(event);
      scriptEnds = event.ts + event.dur;
    }
  }
  return sum;
}

/** Processor time in ms, because the time that other programs took is not the page's. */
const cpu = (event) => (event.tdur ?? event.dur) / 1_000;

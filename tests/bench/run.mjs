// Measures the numbers in docs/performance.md and writes them there: `cargo xtask bench`, or by hand after `cargo xtask
// dist`: `node tests/bench/run.mjs [--quick]`.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { resolve } from "node:path";
import { chromium } from "@playwright/test";
import { flags } from "../chromium.mjs";
import { run as runOfMany } from "./bulk.mjs";
import { changes } from "./changes.mjs";
import { everywhere } from "./everywhere.mjs";
import { firstLoad } from "./first-load.mjs";
import { start, startStock } from "./gateway.mjs";
import { halfHour } from "./idle.mjs";
import { keepWasmMemory, memory } from "./memory.mjs";
import { firstRows, signIn } from "./opening.mjs";
import { exports, groupings, keystrokes, queries, selections, sorts } from "./scripting.mjs";
import { report } from "./report.mjs";

const SIZES = [10, 1_000, 10_000];
const quick = process.argv.includes("--quick");
const document = resolve(import.meta.dirname, "../../docs/performance.md");

const browser = await chromium.launch({ executablePath: process.env.MARU_CHROMIUM, args: flags });
const measured = { when: new Date(), chromium: browser.version(), machine: machine(), sizes: [] };
try {
  for (const size of SIZES) measured.sizes.push(await withInstances(size));
  measured.everywhere = await inAllProjects();
  console.error("  a run over many");
  measured.bulk = await runOfMany(inPage, SIZES.at(-1));
} finally {
  await browser.close();
}
const text = report(measured);
console.log(text);
if (!quick) write(text);

/** All measurements with one number of instances. */
async function withInstances(size) {
  const gateway = await start(size);
  const say = (what) => console.error(`  ${size} instances: ${what}`);
  try {
    say("opening");
    const files = await inPage((page) => firstLoad(page, gateway.url));
    const opening = await inPage((page) => firstRows(page, gateway.url, size, quick ? 3 : 7));
    say("typing and sorting");
    const doing = await inPage(async (page) => {
      await page.addInitScript(keepWasmMemory);
      await signIn(page, gateway.url, size);
      const typed = await keystrokes(browser, page, quick ? 1 : 3);
      const queried = await queries(browser, page, quick ? 1 : 3);
      const sorted = await sorts(browser, page, quick ? 1 : 3);
      const selected = await selections(browser, page, quick ? 1 : 3);
      const grouped = await groupings(browser, page, quick ? 1 : 3);
      const exported = await exports(browser, page, quick ? 1 : 3);
      return { typed, queried, sorted, selected, grouped, exported, memory: await memory(page) };
    });
    say("half an hour");
    const idle = await inPage((page) => halfHour(page, gateway, size, quick ? 5 : 30));
    return { size, files, opening, idle, changed: await changed(size), ...doing };
  } finally {
    await gateway.stop();
  }
}

/** Changes by other clients, each in a cloud of its own, because they are not undone. */
async function changed(size) {
  const took = {};
  for (const [way, atWork] of [["at work", true], ["idle", false]]) {
    console.error(`  ${size} instances: changed by somebody else, ${way}`);
    const gateway = await startStock();
    try {
      took[way] = await inPage((page) => changes(page, gateway, size, atWork));
    } finally {
      await gateway.stop();
    }
  }
  return took;
}

/** As many instances as in the largest list, in several projects. */
async function inAllProjects() {
  console.error("  all projects");
  const gateway = await startStock();
  try {
    return await everywhere(browser, gateway, inPage, quick ? 1 : 3);
  } finally {
    await gateway.stop();
  }
}

/** A new context, so that nothing is kept from one measurement to the next. */
async function inPage(measure) {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 } });
  try {
    return await measure(await context.newPage());
  } finally {
    await context.close();
  }
}

/** The machine is not named, but readers need to know how busy it was. */
function machine() {
  const cores = availableParallelism();
  return `${cores} cores, ${loadavg()[0].toFixed(1)} processes waiting for them at the start`;
}

function write(table) {
  const [begin, end] = ["<!-- bench: begin -->", "<!-- bench: end -->"];
  const old = readFileSync(document, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${document} has no place between ${begin} and ${end}`);
  writeFileSync(document, `${old.slice(0, from + begin.length)}\n\n${table}\n${old.slice(to)}`);
}

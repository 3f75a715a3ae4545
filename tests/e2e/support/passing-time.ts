// The page's clock, so that half an hour of polling takes a second. The cloud has another (`cloud.advance`).
import type { Page } from "@playwright/test";
import { smallTimerIds } from "../../timer-ids.mjs";
import type { Sent } from "./sent";

/** Called before the page is opened. */
export async function takeClock(page: Page) {
  await page.clock.install();
  // In every tab, because they share the clock.
  await page.context().addInitScript(smallTimerIds);
}

/** Lets time pass in the page, in steps: requests of one step are answered before the next. */
export async function passInPage(page: Page, sent: Sent, ms: number, step = 5_000) {
  for (let passed = 0; passed < ms; passed += step) {
    await page.clock.runFor(step);
    await sent.settled();
  }
}

/**
 * Hides the tab or shows it. A headless browser never hides a tab, so this overrides what the page reads and fires the
 * browser's event.
 */
export async function setHidden(page: Page, hidden: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

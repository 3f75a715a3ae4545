// The page's own clock, so that half an hour of polling takes a second. The cloud's clock is another (`cloud.advance`).
import type { Page } from "@playwright/test";
import { smallTimerIds } from "../../timer-ids.mjs";
import type { Sent } from "./sent";

/** Called before the page is opened. */
export async function takeClock(page: Page) {
  await page.clock.install();
  // Of every tab: the clock is that of all of them.
  await page.context().addInitScript(smallTimerIds);
}

/** Lets time pass in the page, in steps: what is asked in one is answered before the next. */
export async function passInPage(page: Page, sent: Sent, ms: number, step = 5_000) {
  for (let passed = 0; passed < ms; passed += step) {
    await page.clock.runFor(step);
    await sent.settled();
  }
}

/**
 * Puts the tab out of sight or back. A headless browser never hides a tab by itself, so this overrides what the page
 * reads and fires the event that the browser would.
 */
export async function setHidden(page: Page, hidden: boolean) {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

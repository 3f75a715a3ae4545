// Layout shifts: how much moved on the page without an action of the person.
import type { Page } from "@playwright/test";

interface Seen {
  sum: number;
  /** What moved, and how far. */
  moved: string[];
}

/** Counts from the next page on. */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const seen: Seen = { sum: 0, moved: [] };
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Element }[] })[]) {
        seen.sum += entry.value;
        seen.moved.push(...entry.sources.map(({ node }) => `${entry.value.toFixed(4)} ${node?.className ?? node?.nodeName}`));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return {
    seen: () => page.evaluate(() => (window as unknown as { shifts: Seen }).shifts),
    forget: () =>
      page.evaluate(() => Object.assign((window as unknown as { shifts: Seen }).shifts, { sum: 0, moved: [] })),
  };
}

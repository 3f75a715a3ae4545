// Checks a page in many states with axe, in both themes, wide and narrow.
import axe from "axe-core";
import type { Page } from "@playwright/test";
import type { Console } from "./console";
import type { Simulator } from "./simulator";
import { expect, test } from "./test";
import type { Watch } from "./watch";

export interface Tools {
  maru: Console;
  page: Page;
  cloud: Simulator;
  watch: Watch;
}

/** The name of the state, and how to reach it. */
export type State = [string, (tools: Tools) => Promise<unknown>];

/** Opens an instance of the demo. */
export const openRow = async ({ maru }: Tools, name: string) => {
  await maru.signInAs("demo");
  await maru.row(name).getByRole("link").click();
  await maru.heading(name).waitFor();
};

const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds on the page as it is, by these rules or all: "rule: elements". */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // Read once for each page, and without the details of what is right: both took most of the time.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const found = await axe.run(document, { resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);
  }, rules);
}

/** Whether the page as it is passes axe in both themes, wide and narrow, and nothing sticks out. */
export async function accessible(page: Page) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // The themes differ in colors only.
      const rules = colorScheme === "dark" ? COLOR_RULES : undefined;
      expect.soft(await violations(page, rules), `${width} px, ${colorScheme}`).toEqual([]);
    }
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(tooWide, `${width} px: nothing sticks out`).toBeLessThanOrEqual(0);
  }
}

/** A test for each state. */
export function checkEach(states: State[]) {
  for (const [name, reach] of states) {
    test(`axe: ${name}`, async ({ maru, page, cloud, watch }) => {
      test.slow();
      await reach({ maru, page, cloud, watch });
      await accessible(page);
    });
  }
}

// Checks a page in many states with axe, in both themes, wide and narrow.
import AxeBuilder from "@axe-core/playwright";
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

/** A test for each state. */
export function checkEach(states: State[]) {
  for (const [name, reach] of states) {
    test(`axe: ${name}`, async ({ maru, page, cloud, watch }) => {
      test.slow();
      await reach({ maru, page, cloud, watch });
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`);
          expect.soft(found, `${width} px, ${colorScheme}`).toEqual([]);
        }
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(tooWide, `${width} px: nothing sticks out`).toBeLessThanOrEqual(0);
      }
    });
  }
}

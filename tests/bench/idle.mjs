// Requests of an idle page. Half an hour passes in the page and in the simulated cloud, faster than real time.
import { smallTimerIds } from "../timer-ids.mjs";
import { signIn } from "./opening.mjs";
import { Wire } from "./wire.mjs";

/** Short compared with every interval of `sync`, so that no request is noticeably late. */
const STEP = 2_500;
const MINUTE = 60_000;

/** Requests to the cloud and their bytes, in both directions with headers, for each minute. */
export async function halfHour(page, gateway, size, minutes) {
  const wire = new Wire(page);
  await page.clock.install();
  await page.addInitScript(smallTimerIds);
  await signIn(page, gateway.url, size);
  // Operations under way in the cloud end first, because they are polled more often.
  await pass(3);
  wire.forget();
  await pass(minutes);
  const { requests, bytes } = await wire.sum();
  return { requests: requests / minutes, bytes: bytes / minutes };

  async function pass(minutes) {
    for (let passed = 0; passed < minutes * MINUTE; passed += STEP) {
      await gateway.advance(STEP);
      await page.clock.runFor(STEP);
      await wire.settled();
    }
  }
}

// What an idle page asks for. Half an hour passes in the page and in the simulated cloud alike, faster than outside.
import { smallTimerIds } from "../timer-ids.mjs";
import { signIn } from "./opening.mjs";
import { Wire } from "./wire.mjs";

/** Small against every interval of `sync`, so that no request comes noticeably late. */
const STEP = 2_500;
const MINUTE = 60_000;

/** Requests to the cloud and bytes of them, both ways with headers, a minute. */
export async function halfHour(page, gateway, size, minutes) {
  const wire = new Wire(page);
  await page.clock.install();
  await page.addInitScript(smallTimerIds);
  await signIn(page, gateway.url, size);
  // What was under way in the cloud comes to its end; that is asked for more often.
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

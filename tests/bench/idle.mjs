// What an idle page asks for. Half an hour passes in the page and in the simulated cloud alike, faster than outside.
import { smallTimerIds } from "../timer-ids.mjs";
import { signIn } from "./opening.mjs";

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

/** The page's requests to the cloud, through the proxy. */
class Wire {
  #sent = [];
  #open = 0;

  constructor(page) {
    const cloud = (then) => (request) => new URL(request.url()).pathname.startsWith("/proxy/") && then(request);
    page.on("request", cloud((request) => {
      this.#sent.push(request);
      this.#open += 1;
    }));
    page.on("requestfinished", cloud(() => (this.#open -= 1)));
    page.on("requestfailed", cloud((request) => {
      this.#open -= 1;
      // Chromium 156 says so, now and then, of an answer that the page has read to its end.
      if (request.failure()?.errorText === "net::ERR_ABORTED") return;
      throw new Error(`${request.url()}: ${request.failure()?.errorText}`);
    }));
  }

  forget() {
    this.#sent = [];
  }

  async settled() {
    while (this.#open > 0) await new Promise((done) => setTimeout(done, 5));
  }

  async sum() {
    const sizes = await Promise.all(this.#sent.map((request) => request.sizes()));
    const bytes = sizes.flatMap((size) => Object.values(size)).reduce((sum, one) => sum + one, 0);
    return { requests: sizes.length, bytes };
  }
}

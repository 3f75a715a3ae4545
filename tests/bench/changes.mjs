// How long until the page shows what somebody else changed: seconds of the page's and the cloud's clocks, which go on
// together.
import { smallTimerIds } from "../timer-ids.mjs";
import { OtherClient } from "./other-client.mjs";
import { signIn } from "./opening.mjs";
import { Wire } from "./wire.mjs";

const STEP = 1_000;
/** Seconds after which nobody waits any longer. */
const LONGEST = 180;

/** What other clients do while the list of instances is shown, in turn, and what is then to be seen. */
const IN_THE_LIST = [
  ["stopped", (other, seen) => other.act(seen.server, { "os-stop": null }), (seen) => seen.row("Stopped")],
  ["started", (other, seen) => other.act(seen.server, { "os-start": null }), (seen) => seen.row("Running")],
  ["address attached", attach, (seen) => seen.row(seen.address.floating_ip_address)],
  ["address taken away", (other, seen) => other.bind(seen.address), (seen) => seen.rowWithout(seen.address.floating_ip_address)],
  ["renamed", rename, (seen) => seen.row("")],
  ["deleted", (other, seen) => other.remove(seen.server), (seen) => seen.noRow()],
];

const made = (path, body) => (other) => other.ask("POST", path, body);
const name = "from-outside";

/** And on pages of their own. */
const ON_PAGES = [
  ["key pair", "keypairs", made("compute/v2/{tenant}/os-keypairs", { keypair: { name } })],
  ["security group", "security-groups", made("network/v2.0/security-groups", { security_group: { name } })],
  ["volume", "volumes", made("volume/v2/{tenant}/volumes", { volume: { size: 1, name } })],
  ["policy", "policies", made("compute/v2/{tenant}/os-server-groups", { server_group: { name, policies: ["anti-affinity"] } })],
  ["floating IP", "floating-ips", async (other, seen) => (seen.text = (await other.allocate()).floating_ip_address)],
];

/** `[what, seconds]` of each, while a person is at work or while nobody is. */
export async function changes(page, gateway, size, atWork) {
  const wire = new Wire(page);
  await page.clock.install();
  await page.addInitScript(smallTimerIds);
  await signIn(page, gateway.url, size);
  const other = await OtherClient.of(gateway.cloud, gateway.tenant);
  const seen = new Seen(page, await other.instance());
  const took = [];
  await pass(5 * 60);
  for (const [what, make, isShown] of IN_THE_LIST) {
    took.push([`an instance: ${what}`, await measure(make, isShown)]);
    // So that the next change does not fall just behind an answer, as this one's end does.
    await pass(7);
  }
  for (const [what, path, make] of ON_PAGES) {
    await page.goto(`${gateway.url}${path}`);
    seen.text = name;
    await pass(5 * 60);
    took.push([`a new ${what}`, await measure(make, (seen) => seen.words())]);
  }
  return took;

  async function measure(make, isShown) {
    await make(other, seen);
    for (let seconds = 1; seconds <= LONGEST; seconds += 1) {
      await pass(1);
      if (await isShown(seen)) return seconds;
    }
    return LONGEST;
  }

  async function pass(seconds) {
    for (let passed = 0; passed < seconds; passed += 1) {
      // A key that does nothing: somebody is there.
      if (atWork && passed % 30 === 0) await page.keyboard.press("Shift");
      await gateway.advance(STEP);
      await page.clock.runFor(STEP);
      await wire.settled();
    }
  }
}

async function attach(other, seen) {
  seen.address = await other.allocate();
  await other.bind(seen.address, seen.server);
}

async function rename(other, seen) {
  seen.name = `${seen.name}-a`;
  await other.rename(seen.server, seen.name);
}

/** What is on screen of the things that are changed. */
class Seen {
  constructor(page, server) {
    this.page = page;
    this.server = server;
    this.name = server.name;
  }

  async row(words) {
    return (await this.#rows().filter({ hasText: words }).count()) === 1;
  }

  async rowWithout(words) {
    return (await this.row("")) && !(await this.row(words));
  }

  async noRow() {
    return (await this.#rows().count()) === 0;
  }

  async words() {
    return this.page.getByRole("main").getByText(this.text).first().isVisible();
  }

  #rows() {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: this.name }) });
  }
}

// How long until the page shows what another client changed, in seconds of the page's and the cloud's clocks, which move
// together. The cloud is a stock OpenStack, where networks can be created and interfaces removed.
import { smallTimerIds } from "../timer-ids.mjs";
import { OtherClient } from "./other-client.mjs";
import { signInToStock } from "./opening.mjs";
import { Wire } from "./wire.mjs";

const STEP = 1_000;
/** In seconds; longer waits are aborted. */
const LONGEST = 180;

/** What other clients do while the list of instances is shown, one after the other, and what it must show then. */
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

/** The same on other pages: what, which page, what is done there, and what it must show then (else its name). */
const ON_PAGES = [
  ["an instance's page: volume attached", volumePage, attachVolume],
  ["an instance's page: interface taken away", instancePage, takeInterface, (seen) => seen.noWords()],
  ["a new key pair", at("keypairs"), made("compute/v2/{tenant}/os-keypairs", { keypair: { name } })],
  ["a new security group", at("security-groups"), (other) => other.securityGroup(name)],
  ["a new security group rule", groupPage, openPort],
  ["a new volume", at("volumes"), (other) => other.volume(name)],
  ["a new image", at("images"), made("image/v2/images", { name, disk_format: "raw", container_format: "bare" })],
  ["a new network", at("networks"), made("network/v2.0/networks", { network: { name } })],
  ["a new policy", at("policies"), made("compute/v2/{tenant}/os-server-groups", { server_group: { name, policies: ["anti-affinity"] } })],
  ["a new floating IP", at("floating-ips"), async (other, seen) => (seen.text = (await other.allocate()).floating_ip_address)],
];

/** `[what, seconds]` of each, while a person is active or not. */
export async function changes(page, gateway, size, atWork) {
  const wire = new Wire(page);
  const user = { name: `stock+many-${size}@maru.test`, password: "demo-password", tenant: gateway.tenant };
  await page.clock.install();
  await page.addInitScript(smallTimerIds);
  await signInToStock(page, gateway.url, user, size);
  const other = await OtherClient.of(gateway.cloud, user);
  const [first, second] = await other.running();
  const seen = new Seen(page, first);
  const took = [];
  await pass(5 * 60);
  for (const [what, make, isShown] of IN_THE_LIST) {
    took.push([`an instance: ${what}`, await measure(make, isShown)]);
    // So that the next change is not right after an answer, as the end of this one is.
    await pass(7);
  }
  seen.server = second;
  for (const [what, path, make, isShown = (seen) => seen.words()] of ON_PAGES) {
    seen.text = name;
    await page.goto(`${gateway.url}${await path(other, seen)}`);
    await pass(5 * 60);
    took.push([what, await measure(make, isShown)]);
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
      // A key that does nothing, so that a person seems active.
      if (atWork && passed % 30 === 0) await page.keyboard.press("Shift");
      await gateway.advance(STEP);
      await page.clock.runFor(STEP);
      await wire.settled();
    }
  }
}

function at(path) {
  return () => path;
}

function instancePage(_, seen) {
  return `instances/${seen.server.id}`;
}

/** The name of the volume occurs nowhere else. */
async function volumePage(other, seen) {
  seen.text = "brought-along";
  seen.volume = await other.volume(seen.text);
  return instancePage(other, seen);
}

function attachVolume(other, seen) {
  const body = { volumeAttachment: { volumeId: seen.volume.id } };
  return other.ask("POST", `compute/v2/{tenant}/servers/${seen.server.id}/os-volume_attachments`, body);
}

async function takeInterface(other, seen) {
  const [port] = await other.ports(seen.server);
  seen.text = port.fixed_ips[0].ip_address;
  if (!(await seen.words())) throw new Error(`${seen.text} is not on the page`);
  await other.ask("DELETE", `compute/v2/{tenant}/servers/${seen.server.id}/os-interface/${port.id}`);
}

async function groupPage(other, seen) {
  seen.group = await other.securityGroup("with-rules");
  return `security-groups/${seen.group.id}`;
}

function openPort(other, seen) {
  seen.text = "4242";
  const range = { port_range_min: 4242, port_range_max: 4242, remote_ip_prefix: "203.0.113.0/24" };
  const rule = { security_group_id: seen.group.id, direction: "ingress", ethertype: "IPv4", protocol: "tcp", ...range };
  return other.ask("POST", "network/v2.0/security-group-rules", { security_group_rule: rule });
}

async function attach(other, seen) {
  seen.address = await other.allocate();
  await other.bind(seen.address, seen.server);
}

async function rename(other, seen) {
  seen.name = `${seen.name}-a`;
  await other.rename(seen.server, seen.name);
}

/** What the page shows of the changed things. */
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
    return (await this.#texts().count()) > 0;
  }

  async noWords() {
    return !(await this.words());
  }

  #texts() {
    return this.page.getByRole("main").getByText(this.text).filter({ visible: true });
  }

  #rows() {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: this.name }) });
  }
}

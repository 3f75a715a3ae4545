// The request script, the same on every cloud. Each answer is recorded under a name, the states of each server as a
// sequence.
import { instance } from "./instance.mjs";
import { shape } from "./shape.mjs";

const PUBLIC_KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl someone@laptop";
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Runs it and removes what it created, also after an error. */
export async function run(cloud) {
  const script = new Script(cloud);
  try {
    await script.all();
  } finally {
    await script.cleanUp();
  }
  return { shapes: script.shapes, sequences: script.sequences };
}

class Script {
  shapes = new Map();
  sequences = new Map();
  servers = [];
  /** Addresses of other things to remove: images, volumes. */
  others = [];
  mark = `conf-${Math.random().toString(36).slice(2, 8)}`;
  key = `${this.mark}-own`;

  constructor(cloud) {
    this.cloud = cloud;
  }

  async all() {
    await this.identity();
    await this.catalogs();
    await this.keyPairs();
    await this.refusedCreates();
    await this.life();
    await this.failedBuild();
    await instance(this);
    await this.note("DELETE os-keypairs/NAME", "DELETE", `/os-keypairs/${this.key}`);
  }

  /** Sends a request to compute, records the shape of the answer under the name, and returns the body. */
  async note(name, method, path, body, token) {
    return this.keep(name, await this.cloud.compute(method, path, body, token));
  }

  keep(name, answer) {
    this.shapes.set(name, shape(answer));
    return answer.body;
  }

  async identity() {
    const { cloud } = this;
    const tokens = `${cloud.identity}/auth/tokens`;
    this.keep("POST auth/tokens", await cloud.ask("POST", tokens, cloud.credentials()));
    this.keep("POST auth/tokens, wrong password", await cloud.ask("POST", tokens, cloud.credentials("wrong")));
    await cloud.signIn();
    await this.note("GET servers/detail without a token", "GET", "/servers/detail", undefined, "");
    await this.note("GET servers/detail with a bad token", "GET", "/servers/detail", undefined, "bad");
  }

  /** What the form offers: flavors, images, zones, networks, groups. Stores the ids of the names in the cloud's file. */
  async catalogs() {
    const { cloud } = this;
    const named = (list, name) => {
      const found = list.find((item) => item.name === name);
      if (!found) throw new Error(`${cloud.file.name} has no ${name}`);
      return found.id;
    };
    await this.note("GET flavors", "GET", "/flavors");
    const { flavors } = await this.note("GET flavors/detail", "GET", "/flavors/detail");
    this.flavor = named(flavors, cloud.file.flavor);
    this.larger = named(flavors, cloud.file.resizeTo);
    this.tooLarge = cloud.file.noHost?.flavor && named(flavors, cloud.file.noHost.flavor);
    await this.note("GET flavors/ID", "GET", `/flavors/${this.flavor}`);
    await this.note("GET flavors/ID, unknown", "GET", `/flavors/${NOBODY}`);
    await this.note("GET os-availability-zone", "GET", "/os-availability-zone");
    const images = await cloud.ask("GET", `${cloud.endpoints.image}/v2/images`);
    this.image = named(this.keep("GET images", images).images, cloud.file.image);
    const network = async (name) => this.keep(`GET ${name}`, await cloud.ask("GET", `${cloud.endpoints.network}/v2.0/${name}`));
    this.network = named((await network("networks")).networks, cloud.file.network);
    await network("subnets");
    await network("security-groups");
  }

  async keyPairs() {
    const made = `${this.mark}-made`;
    const keypair = { name: this.key, public_key: PUBLIC_KEY };
    await this.note("POST os-keypairs, generate", "POST", "/os-keypairs", { keypair: { name: made } });
    await this.note("POST os-keypairs, register", "POST", "/os-keypairs", { keypair });
    await this.note("POST os-keypairs, taken name", "POST", "/os-keypairs", { keypair });
    const bad = { keypair: { name: `${made}-2`, public_key: "no key" } };
    await this.note("POST os-keypairs, bad key", "POST", "/os-keypairs", bad);
    await this.note("GET os-keypairs", "GET", "/os-keypairs");
    await this.note("GET os-keypairs/NAME", "GET", `/os-keypairs/${made}`);
    await this.note("GET os-keypairs/NAME, unknown", "GET", `/os-keypairs/${made}-2`);
    await this.note("DELETE os-keypairs/NAME, generated", "DELETE", `/os-keypairs/${made}`);
    await this.note("DELETE os-keypairs/NAME, unknown", "DELETE", `/os-keypairs/${made}`);
  }

  /** A create as the console sends it to a cloud without NHN's dialect, with some changes. */
  server(changes = {}) {
    return {
      server: {
        name: this.mark,
        imageRef: this.image,
        flavorRef: this.flavor,
        networks: [{ uuid: this.network }],
        availability_zone: this.cloud.file.zone,
        key_name: this.key,
        security_groups: [{ name: this.cloud.file.group }],
        min_count: 1,
        max_count: 1,
        ...changes,
      },
    };
  }

  async refusedCreates() {
    for (const [what, changes] of Object.entries({
      "no name": { name: undefined },
      "name of 256 characters": { name: "x".repeat(256) },
      "no flavor": { flavorRef: undefined },
      "unknown flavor": { flavorRef: NOBODY },
      "unknown image": { imageRef: NOBODY },
      "unknown network": { networks: [{ uuid: NOBODY }] },
      "unknown zone": { availability_zone: "nowhere" },
      "unknown key": { key_name: "nobody" },
      "unknown group": { security_groups: [{ name: "nobody" }] },
      "user data that is no base64": { user_data: "abc" },
      "min_count above max_count": { min_count: 2, max_count: 1 },
    })) {
      const body = await this.note(`POST servers, ${what}`, "POST", "/servers", this.server(changes));
      // Accepted unexpectedly: that is a difference, and the instance must be removed.
      if (body?.server?.id) this.servers.push(body.server.id);
    }
  }

  async life() {
    const id = await this.create("POST servers", {});
    const path = `/servers/${id}`;
    const action = (body, name) => this.note(`action ${name}`, "POST", `${path}/action`, body);
    const follow = (name, done) => this.follow(name, id, done);
    await this.note("GET servers/ID, building", "GET", path);
    await follow("create", "ACTIVE");
    await this.note("GET servers/ID, active", "GET", path);
    await this.lists(id);
    await this.note("GET servers/ID/os-volume_attachments", "GET", `${path}/os-volume_attachments`);
    await action({ "os-start": null }, "os-start while active");
    await action({ reboot: { type: "WARM" } }, "reboot of no type");
    await action({ reboot: { type: "SOFT" } }, "reboot SOFT");
    await follow("soft reboot", "ACTIVE");
    await action({ reboot: { type: "HARD" } }, "reboot HARD");
    await follow("hard reboot", "ACTIVE");
    await action({ "os-stop": null }, "os-stop");
    await follow("stop", "SHUTOFF");
    await this.note("GET servers/ID, shut off", "GET", path);
    await action({ "os-stop": null }, "os-stop while shut off");
    await action({ reboot: { type: "SOFT" } }, "reboot SOFT while shut off");
    await action({ "os-start": null }, "os-start");
    await follow("start", "ACTIVE");
    await action({ "no-such": null }, "that nobody knows");
    await this.rename(path);
    const since = new Date(Date.now() - 3_600_000).toISOString();
    await this.note("DELETE servers/ID", "DELETE", path);
    await this.note("GET servers/ID, just after DELETE", "GET", path);
    await follow("delete", "404");
    await this.note("GET servers/ID, gone", "GET", path);
    await this.note("DELETE servers/ID, gone", "DELETE", path);
    const changed = await this.cloud.compute("GET", `/servers/detail?changes-since=${since}`);
    // Other instances of the project have other states: only this row is compared.
    const row = changed.body?.servers?.find((server) => server.id === id);
    this.keep("GET servers/detail changes-since, gone", { ...changed, body: { servers: [row] } });
    this.sequences.set("as changes-since tells of a deleted one", [row ? stateOf(row) : "not told"]);
  }

  async create(name, changes) {
    const body = await this.note(name, "POST", "/servers", this.server(changes));
    const id = body?.server?.id;
    if (!id) throw new Error(`${this.cloud.file.name}: ${name}: ${JSON.stringify(body)}`);
    this.servers.push(id);
    return id;
  }

  async lists(id) {
    const mine = `name=${this.mark}`;
    await this.note("GET servers", "GET", `/servers?${mine}`);
    await this.note("GET servers/detail", "GET", `/servers/detail?${mine}`);
    await this.note("GET servers/detail limit=1", "GET", `/servers/detail?${mine}&limit=1`);
    await this.note("GET servers/detail after the last", "GET", `/servers/detail?${mine}&marker=${id}`);
    await this.note("GET servers/detail, unknown marker", "GET", `/servers/detail?marker=${NOBODY}`);
    await this.note("GET servers/detail, unknown status", "GET", "/servers/detail?status=NONSENSE");
    await this.note("GET servers/detail, limit of no number", "GET", "/servers/detail?limit=abc");
    await this.note("GET servers/detail changes-since, malformed", "GET", "/servers/detail?changes-since=yesterday");
    const future = new Date(Date.now() + 86_400_000).toISOString();
    await this.note("GET servers/detail changes-since, future", "GET", `/servers/detail?changes-since=${future}`);
    await this.note("GET servers/ID, unknown", "GET", `/servers/${NOBODY}`);
    await this.note("GET servers/ID, not an id", "GET", "/servers/not-an-id");
  }

  async rename(path) {
    const name = async (what, value) => this.note(`PUT servers/ID${what}`, "PUT", path, { server: { name: value } });
    await name("", `${this.mark}-2`);
    await name(", empty name", "");
    await name(", name of 256 characters", "x".repeat(256));
  }

  /** No host can take it: the simulated cloud fails by the name, a real one because the flavor is too large. */
  async failedBuild() {
    const { name = "" } = this.cloud.file.noHost ?? {};
    const changes = { name: `${name}${this.mark}`, flavorRef: this.tooLarge ?? this.flavor };
    const id = await this.create("POST servers, no host takes it", changes);
    await this.follow("create, no host takes it", id, "ERROR");
    await this.note("GET servers/ID, failed", "GET", `/servers/${id}`);
    await this.note("action os-start of a failed one", "POST", `/servers/${id}/action`, { "os-start": null });
    await this.note("DELETE servers/ID, failed", "DELETE", `/servers/${id}`);
  }

  /** Polls until nothing changes and the status is the wanted one (404: until it is gone); records each state once. */
  async follow(name, id, wanted) {
    const seen = [];
    for (let looks = 0; looks < 1_500; looks += 1) {
      const { status, body } = await this.cloud.compute("GET", `/servers/${id}`);
      const state = status === 404 ? "404" : stateOf(body.server);
      if (state !== seen.at(-1)) seen.push(state);
      this.sequences.set(name, seen);
      const still = status === 404 || body.server["OS-EXT-STS:task_state"] === null;
      if (still && state.startsWith(wanted)) return;
      await this.cloud.pass(50);
    }
    throw new Error(`${this.cloud.file.name}: ${name} never ends with ${wanted}: ${seen.join(", ")}`);
  }

  async cleanUp() {
    for (const id of this.servers) await this.cloud.compute("DELETE", `/servers/${id}`).catch(() => {});
    for (const url of this.others) await this.cloud.ask("DELETE", url).catch(() => {});
    for (const key of [this.key, `${this.mark}-made`]) {
      await this.cloud.compute("DELETE", `/os-keypairs/${key}`).catch(() => {});
    }
  }
}

/** Status, vm_state, task_state, power_state: what a console reads. */
function stateOf(server) {
  const part = (name) => server[`OS-EXT-STS:${name}_state`];
  return [server.status, part("vm"), part("task") ?? "-", part("power")].join(" ");
}

// The optional calls of another instance: reads, changes, actions that leave each state, and at the end the other ways to
// create.

/** `script` records shapes and sequences, as for the core calls. */
export async function instance(script) {
  await aroundIt(script);
  const id = await script.create("POST servers, for the ways out", {});
  await script.follow("create, for the ways out", id, "ACTIVE");
  const one = new One(script, id);
  await one.reads();
  await one.metadata();
  await one.groups();
  await one.waysOut();
  await one.lock();
  await one.resize();
  await one.image();
  await one.rebuild();
  await one.volume();
  // Last, because a real Nova's resize fails right after it.
  await one.interfaces();
  await one.remove();
  await fromVolume(script);
  await batch(script);
}

/** Limits, quota, placement policies. */
async function aroundIt(script) {
  const { cloud } = script;
  const tenant = cloud.endpoints.compute.split("/").at(-1);
  await script.note("GET limits", "GET", "/limits");
  await script.note("GET os-quota-sets/TENANT", "GET", `/os-quota-sets/${tenant}`);
  const group = (name, policies) => ({ server_group: { name, policies } });
  const groups = "/os-server-groups";
  const made = await script.note("POST os-server-groups", "POST", groups, group(script.mark, ["anti-affinity"]));
  const path = `${groups}/${made.server_group.id}`;
  await script.note("POST os-server-groups, unknown policy", "POST", groups, group(script.mark, ["nowhere"]));
  await script.note("POST os-server-groups, no name", "POST", groups, group(undefined, ["anti-affinity"]));
  await script.note("GET os-server-groups", "GET", groups);
  await script.note("GET os-server-groups/ID", "GET", path);
  await script.note("DELETE os-server-groups/ID", "DELETE", path);
  await script.note("GET os-server-groups/ID, gone", "GET", path);
  await script.note("DELETE os-server-groups/ID, gone", "DELETE", path);
}

/** One instance and the calls on it. */
class One {
  constructor(script, id) {
    Object.assign(this, { script, id, path: `/servers/${id}` });
  }

  note(name, method, path, body) {
    return this.script.note(name, method, `${this.path}${path}`, body);
  }

  action(name, body) {
    return this.note(`action ${name}`, "POST", "/action", body);
  }

  /** An action and the states it leads through. */
  async through(verb, wanted, argument = null) {
    await this.action(verb, { [verb]: argument });
    await this.script.follow(verb, this.id, wanted);
  }

  async reads() {
    await this.note("GET servers/ID/os-interface", "GET", "/os-interface");
    await this.note("GET servers/ID/os-security-groups", "GET", "/os-security-groups");
    await this.note("GET servers/ID/os-server-password", "GET", "/os-server-password");
    await this.action("os-getConsoleOutput", { "os-getConsoleOutput": { length: 5 } });
    await this.action("os-getVNCConsole", { "os-getVNCConsole": { type: "novnc" } });
    await this.action("os-getSPICEConsole", { "os-getSPICEConsole": { type: "spice-html5" } });
  }

  async metadata() {
    const set = (key, body) => this.note(`PUT metadata, ${key}`, "PUT", `/metadata/${key}`, body);
    await this.note("POST metadata", "POST", "/metadata", { metadata: { a: "1" } });
    await set("b", { meta: { b: "2" } });
    await set("other-key", { meta: { b: "2" } });
    await set("too-long", { meta: { "too-long": "x".repeat(256) } });
    await this.note("GET metadata", "GET", "/metadata");
    await this.note("GET metadata/KEY", "GET", "/metadata/a");
    await this.note("GET metadata/KEY, unknown", "GET", "/metadata/nothing");
    await this.note("PUT metadata", "PUT", "/metadata", { metadata: { c: "3" } });
    await this.note("DELETE metadata/KEY", "DELETE", "/metadata/c");
    await this.note("DELETE metadata/KEY, unknown", "DELETE", "/metadata/c");
  }

  async groups() {
    const change = (what, verb, name) => this.action(`${verb}${what}`, { [verb]: { name } });
    await change("", "addSecurityGroup", "default");
    await change(", unknown", "addSecurityGroup", "nobody");
    await change("", "removeSecurityGroup", "default");
    await change(", not there", "removeSecurityGroup", "default");
  }

  async waysOut() {
    await this.action("unpause while active", { unpause: null });
    await this.through("pause", "PAUSED");
    await this.action("pause while paused", { pause: null });
    await this.action("resize while paused", { resize: { flavorRef: this.script.larger } });
    await this.through("unpause", "ACTIVE");
    await this.through("suspend", "SUSPENDED");
    await this.through("resume", "ACTIVE");
    await this.through("rescue", "RESCUE");
    await this.action("os-stop while rescued", { "os-stop": null });
    await this.through("unrescue", "ACTIVE");
    await this.through("shelve", "SHELVED_OFFLOADED");
    await this.note("GET servers/ID, shelved", "GET", "");
    await this.through("unshelve", "ACTIVE");
  }

  async lock() {
    await this.action("lock", { lock: null });
    await this.action("os-stop while locked", { "os-stop": null });
    await this.action("reboot HARD while locked", { reboot: { type: "HARD" } });
    await this.note("DELETE servers/ID, locked", "DELETE", "");
    await this.action("unlock", { unlock: null });
  }

  async resize() {
    const { script } = this;
    await this.action("resize to the same flavor", { resize: { flavorRef: script.flavor } });
    await this.action("resize to no flavor", { resize: { flavorRef: "nope" } });
    await this.action("resize without a flavor", { resize: {} });
    await this.action("confirmResize of nothing", { confirmResize: null });
    await this.through("resize", "VERIFY_RESIZE", { flavorRef: script.larger });
    await this.note("GET servers/ID, to verify", "GET", "");
    await this.through("revertResize", "ACTIVE");
    await script.cloud.compute("POST", `${this.path}/action`, { resize: { flavorRef: script.larger } });
    await script.follow("resize again", this.id, "VERIFY_RESIZE");
    await this.through("confirmResize", "ACTIVE");
  }

  /** The image is only in `Location`, whose URL differs, but not its id. */
  async image() {
    const { script } = this;
    await this.action("createImage without a name", { createImage: {} });
    const body = { createImage: { name: `${script.mark}-image`, metadata: { purpose: "conformance" } } };
    const answer = await script.cloud.compute("POST", `${this.path}/action`, body);
    script.keep("action createImage", answer);
    const image = `${script.cloud.endpoints.image}/v2/images/${answer.headers.get("location").split("/").at(-1)}`;
    script.others.push(image);
    await script.follow("createImage", this.id, "ACTIVE");
    await statuses(script, "image of an instance", image, (found) => found.status, "active");
  }

  async rebuild() {
    await this.action("rebuild without an image", { rebuild: {} });
    await this.through("rebuild", "ACTIVE", { imageRef: this.script.image });
  }

  async volume() {
    const { script } = this;
    const { cloud } = script;
    const volumes = `${cloud.endpoints.volumev3}/volumes`;
    const wanted = { volume: { name: script.mark, size: 1, availability_zone: cloud.file.zone } };
    const { body } = await cloud.ask("POST", volumes, wanted);
    const { id } = body.volume;
    script.others.push(`${volumes}/${id}`);
    const until = (name, status) => statuses(script, name, `${volumes}/${id}`, (found) => found.volume.status, status);
    const attach = (what, volumeId) =>
      this.note(`POST os-volume_attachments${what}`, "POST", "/os-volume_attachments", { volumeAttachment: { volumeId } });
    await until("volume, made", "available");
    await attach("", id);
    await until("volume, attached", "in-use");
    await attach(", twice", id);
    await attach(", unknown", "00000000-0000-4000-8000-000000000000");
    await attach(", none", undefined);
    const one = `/os-volume_attachments/${id}`;
    await this.note("GET os-volume_attachments, one", "GET", "/os-volume_attachments?limit=1");
    await this.note("GET os-volume_attachments, after it", "GET", "/os-volume_attachments?offset=1");
    await this.note("GET os-volume_attachments/ID", "GET", one);
    await this.note("GET servers/ID, with a volume", "GET", "");
    await this.note("DELETE os-volume_attachments/ID", "DELETE", one);
    await until("volume, detached", "available");
    await this.note("GET os-volume_attachments/ID, gone", "GET", one);
    await this.note("DELETE os-volume_attachments/ID, gone", "DELETE", one);
  }

  async interfaces() {
    const add = (what, interfaceAttachment) =>
      this.note(`POST os-interface${what}`, "POST", "/os-interface", { interfaceAttachment });
    const made = await add("", { net_id: this.script.network });
    const port = made.interfaceAttachment.port_id;
    await add(", unknown network", { net_id: "00000000-0000-4000-8000-000000000000" });
    await add(", network and port", { net_id: this.script.network, port_id: port });
    await this.note("GET os-interface/PORT", "GET", `/os-interface/${port}`);
    await this.note("DELETE os-interface/PORT", "DELETE", `/os-interface/${port}`);
  }

  async remove() {
    await this.script.cloud.compute("DELETE", this.path);
    await this.script.follow("delete, after the ways out", this.id, "404");
  }
}

/** Polls until the resource has the wanted status; records each status once. */
async function statuses(script, name, url, read, wanted) {
  const seen = [];
  for (let looks = 0; looks < 1_500; looks += 1) {
    const status = read((await script.cloud.ask("GET", url)).body);
    if (status !== seen.at(-1)) seen.push(status);
    script.sequences.set(name, seen);
    if (status === wanted) return;
    await script.cloud.pass(50);
  }
  throw new Error(`${script.cloud.file.name}: ${name} never is ${wanted}: ${seen.join(", ")}`);
}

/** The root disk on a volume, and the resulting differences. */
async function fromVolume(script) {
  const root = {
    boot_index: 0,
    uuid: script.image,
    source_type: "image",
    destination_type: "volume",
    volume_size: 50,
    delete_on_termination: true,
  };
  const mapping = (changes) => ({ block_device_mapping_v2: [{ ...root, ...changes }] });
  for (const [what, changes] of Object.entries({
    "no size": { volume_size: undefined },
    "no boot order": { boot_index: 1 },
    "unknown volume": { source_type: "volume", uuid: "00000000-0000-4000-8000-000000000000" },
    "unknown snapshot": { source_type: "snapshot", uuid: "00000000-0000-4000-8000-000000000000" },
  })) {
    const body = script.server({ imageRef: "", ...mapping(changes) });
    const made = await script.note(`POST servers, mapping with ${what}`, "POST", "/servers", body);
    if (made?.server?.id) script.servers.push(made.server.id);
  }
  const id = await script.create("POST servers, from a volume", { imageRef: "", ...mapping({}) });
  await script.follow("create from a volume", id, "ACTIVE");
  const one = new One(script, id);
  await one.note("GET servers/ID, from a volume", "GET", "");
  const list = await one.note("GET os-volume_attachments, root", "GET", "/os-volume_attachments");
  const { id: volume } = list.volumeAttachments[0];
  await one.note("DELETE os-volume_attachments/ID, root", "DELETE", `/os-volume_attachments/${volume}`);
  await one.action("rescue of a volume-backed one", { rescue: null });
  await one.remove();
}

/** Several at once, which are known only by their reservation. */
async function batch(script) {
  const changes = { min_count: 2, max_count: 2, return_reservation_id: true };
  const made = await script.note("POST servers, two by reservation", "POST", "/servers", script.server(changes));
  const mine = `/servers?reservation_id=${made.reservation_id}`;
  const { servers } = await script.note("GET servers of a reservation", "GET", mine);
  script.servers.push(...servers.map(({ id }) => id));
  script.sequences.set("how many a reservation has", [String(servers.length)]);
}

// Another client of the page's project, whose changes the page has to notice.

export class OtherClient {
  #origin;
  #tenant;
  #token;

  static async of(origin, { name, password, tenant }) {
    const auth = { tenantId: tenant, passwordCredentials: { username: name, password } };
    const answer = await fetch(`${origin}/identity/v2.0/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
    const client = new OtherClient();
    client.#origin = origin;
    client.#tenant = tenant;
    client.#token = (await answer.json()).access.token.id;
    return client;
  }

  /** `compute/v2/{tenant}/servers`, `network/v2.0/ports`, …; returns the answer, if there is one. */
  async ask(method, path, body) {
    const url = `${this.#origin}/regionone/${path.replace("{tenant}", this.#tenant)}`;
    const headers = { "X-Auth-Token": this.#token, "Content-Type": "application/json" };
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text && JSON.parse(text);
  }

  /** The running instances at the beginning of a list. */
  async running() {
    return (await this.ask("GET", "compute/v2/{tenant}/servers/detail?limit=50&status=ACTIVE")).servers;
  }

  act = (server, action) => this.ask("POST", `compute/v2/{tenant}/servers/${server.id}/action`, action);

  rename = (server, name) => this.ask("PUT", `compute/v2/{tenant}/servers/${server.id}`, { server: { name } });

  remove = (server) => this.ask("DELETE", `compute/v2/{tenant}/servers/${server.id}`);

  /** Allocates an address; returns its record. */
  async allocate() {
    const { networks } = await this.ask("GET", "network/v2.0/networks");
    const pool = networks.find((network) => network["router:external"]);
    const body = { floatingip: { floating_network_id: pool.id } };
    return (await this.ask("POST", "network/v2.0/floatingips", body)).floatingip;
  }

  /** The ports of an instance. */
  async ports(server) {
    return (await this.ask("GET", `network/v2.0/ports?device_id=${server.id}`)).ports;
  }

  /** Creates a volume, which takes two seconds. */
  async volume(name) {
    return (await this.ask("POST", "volume/v3/{tenant}/volumes", { volume: { size: 1, name } })).volume;
  }

  async securityGroup(name) {
    return (await this.ask("POST", "network/v2.0/security-groups", { security_group: { name } })).security_group;
  }

  /** Attaches the address to the instance's first port, or detaches it. */
  async bind(address, server) {
    const floatingip = { port_id: server ? (await this.ports(server))[0].id : null };
    await this.ask("PUT", `network/v2.0/floatingips/${address.id}`, { floatingip });
  }
}

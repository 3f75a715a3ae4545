// Another client of the demo's project, beside the page: what it changes the page has to find out.

const PASSWORD = "demo-password";

export class OtherClient {
  #origin;
  #tenant;
  #token;

  static async of(origin, tenant) {
    const auth = { tenantId: tenant, passwordCredentials: { username: "demo@maru.test", password: PASSWORD } };
    const answer = await fetch(`${origin}/identity/v2.0/tokens`, { method: "POST", body: JSON.stringify({ auth }) });
    const client = new OtherClient();
    client.#origin = origin;
    client.#tenant = tenant;
    client.#token = (await answer.json()).access.token.id;
    return client;
  }

  /** `compute/v2/{tenant}/servers`, `network/v2.0/ports`, …; the answer, if there is one. */
  async ask(method, path, body) {
    const url = `${this.#origin}/kr1/${path.replace("{tenant}", this.#tenant)}`;
    const headers = { "X-Auth-Token": this.#token, "Content-Type": "application/json" };
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text && JSON.parse(text);
  }

  /** The instance that a list begins with, of those that run. */
  async instance() {
    const { servers } = await this.ask("GET", "compute/v2/{tenant}/servers/detail?limit=50&status=ACTIVE");
    return servers[0];
  }

  act = (server, action) => this.ask("POST", `compute/v2/{tenant}/servers/${server.id}/action`, action);

  rename = (server, name) => this.ask("PUT", `compute/v2/{tenant}/servers/${server.id}`, { server: { name } });

  remove = (server) => this.ask("DELETE", `compute/v2/{tenant}/servers/${server.id}`);

  /** An address of the pool; its record. */
  async allocate() {
    const { networks } = await this.ask("GET", "network/v2.0/networks");
    const pool = networks.find((network) => network["router:external"]);
    const body = { floatingip: { floating_network_id: pool.id } };
    return (await this.ask("POST", "network/v2.0/floatingips", body)).floatingip;
  }

  /** Gives the address to the instance's first port, or takes it away. */
  async bind(address, server) {
    const { ports } = await this.ask("GET", `network/v2.0/ports?device_id=${server?.id ?? "none"}`);
    const floatingip = { port_id: server ? ports[0].id : null };
    await this.ask("PUT", `network/v2.0/floatingips/${address.id}`, { floatingip });
  }
}

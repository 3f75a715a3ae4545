// Another client of the simulated cloud, which creates and finds things independently of the page.
import { PASSWORD, type Simulator } from "./simulator";

type Thing = Record<string, any>;

export class OtherClient {
  private constructor(
    private readonly cloud: Simulator,
    private readonly token: string,
  ) {}

  static async of(cloud: Simulator, user = "demo"): Promise<OtherClient> {
    const passwordCredentials = { username: `${user}@maru.test`, password: PASSWORD };
    const body = JSON.stringify({ auth: { tenantId: cloud.tenant, passwordCredentials } });
    const answer = await fetch(`${cloud.origin}/identity/v2.0/tokens`, { method: "POST", body });
    return new OtherClient(cloud, (await answer.json()).access.token.id);
  }

  /** `/kr1/volume/v2/{tenant}/volumes`, `/kr1/network/v2.0/ports`, …; returns the one value of the answer. */
  async get(path: string): Promise<any> {
    return this.ask("GET", path);
  }

  async post(path: string, body: Thing): Promise<Thing> {
    return this.ask("POST", path, body);
  }

  private async ask(method: string, path: string, body?: Thing) {
    const headers = { "X-Auth-Token": this.token, "Content-Type": "application/json" };
    const url = this.cloud.origin + path.replace("{tenant}", this.cloud.tenant);
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    // The answer also contains texts and links.
    return Object.values(await answer.json()).find((value) => typeof value === "object");
  }
}

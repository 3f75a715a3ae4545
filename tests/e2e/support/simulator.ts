// The simulated cloud's control endpoint (crates/cloudsim/README.md, "Control"), for one project.
import { expect } from "@playwright/test";
import { noteAsserted } from "./proof";

export const PASSWORD = "demo-password";
export const DEMO_TENANT = "5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";

/** The second project of this project's user (crates/cloudsim/README.md, "Projects and regions"). */
export const secondOf = (tenant: string) => (parseInt(tenant[0], 16) ^ 1).toString(16) + tenant.slice(1);

/** A request as the cloud received it. */
export interface Received {
  seq: number;
  service: string;
  /** As in the catalog, `KR1`; `null` for identity. */
  region: string | null;
  method: string;
  path: string;
  query: string;
  body: unknown;
  /** Some of them; secret ones are `***`. */
  headers: Record<string, string>;
  status: number;
}

/** An answer instead of the real one. */
export interface Fault {
  service?: string;
  /** Only for requests to this region, as in the catalog: `KR2`. */
  region?: string;
  method?: string;
  path?: string;
  status?: number;
  body?: unknown;
  /** The target of a redirect. */
  location?: string;
  gone?: boolean;
  /** No answer is sent. */
  hang?: boolean;
  endless?: boolean;
  /** The request takes effect nevertheless. */
  done?: boolean;
  /** The answer ends after this many bytes, as if complete. */
  truncate?: number;
  /** The connection breaks after this many bytes. */
  cut?: number;
  content_type?: string;
  /** Reads return the state at the time the fault was set. */
  stale?: boolean;
  /** A list is split into pages of this many rows without being asked to. */
  page_max?: number;
  delay_ms?: number;
  times?: number;
  retry_after?: number;
}

export class Simulator {
  constructor(
    readonly origin: string,
    readonly tenant: string,
    /** As in the catalog. Without it requests go to NHN's first region, and changes to the project's first. */
    readonly region?: string,
  ) {}

  /** The same cloud, for another project. */
  project(tenant: string) {
    return new Simulator(this.origin, tenant, this.region);
  }

  /** The same cloud, for the second project of the same user. */
  second() {
    return this.project(secondOf(this.tenant));
  }

  /** The same project in another region. */
  in(region: string) {
    return new Simulator(this.origin, this.tenant, region);
  }

  /** The base path of the region's services. */
  private get base() {
    return `${this.origin}/${(this.region ?? "KR1").toLowerCase()}`;
  }

  /** Lets time pass in the cloud, so that builds and actions end. */
  advance = (ms: number) => this.post("clock", { advance_ms: ms });
  /** Sets its clock ahead of the real one, or behind it if negative, before anybody signs in. */
  skew = (ms: number) => this.post("clock", { skew_ms: ms });
  fault = (fault: Fault) => this.post("faults", fault);
  endFaults = () => this.ask("DELETE", `faults?tenant=${this.tenant}`);
  endSession = () => this.post("token", { expire: true });
  addServers = (count: number, name: string) => this.post("servers", { add: count, name, region: this.region });
  /** Changes an instance without the page's knowledge. */
  change = (name: string, change: object) => this.post("servers", { name, region: this.region, ...change });

  /** Deletes an instance as another client would. */
  async deleteServer(name: string) {
    const token = await this.token();
    const compute = `${this.base}/compute/v2/${this.tenant}/servers`;
    const headers = { "X-Auth-Token": token };
    const { servers } = await (await fetch(`${compute}?name=${encodeURIComponent(name)}`, { headers })).json();
    const answer = await fetch(`${compute}/${servers[0].id}`, { method: "DELETE", headers });
    if (answer.status !== 204) throw new Error(`DELETE ${name}: ${answer.status}`);
  }

  /** Sends a request as another client would: `volume/v2/{tenant}/volumes`. */
  async client(method: string, path: string, body?: object, user?: string) {
    const url = `${this.base}/${path.replace("{tenant}", this.tenant)}`;
    const headers = { "X-Auth-Token": await this.token(user), "Content-Type": "application/json" };
    const answer = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text === "" ? undefined : JSON.parse(text);
  }

  /** Creates volumes of 1 GB, `name-0000` first, and lets them become available. */
  async addVolumes(count: number, name: string) {
    const token = await this.token("empty");
    const url = `${this.base}/volume/v2/${this.tenant}/volumes`;
    const headers = { "X-Auth-Token": token, "Content-Type": "application/json" };
    for (let number = 0; number < count; number += 1) {
      const volume = { size: 1, name: `${name}-${String(number).padStart(4, "0")}` };
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ volume }) });
      if (!answer.ok) throw new Error(`${volume.name}: ${answer.status} ${await answer.text()}`);
    }
    await this.advance(4_000);
  }

  /** A token of the project for another client. */
  async token(user = "demo"): Promise<string> {
    const auth = { tenantId: this.tenant, passwordCredentials: { username: `${user}@maru.test`, password: PASSWORD } };
    const body = JSON.stringify({ auth });
    const answer = await fetch(`${this.origin}/identity/v2.0/tokens`, { method: "POST", body });
    return (await answer.json()).access.token.id;
  }

  /** The newest sequence number, to compare later requests with. */
  async now(): Promise<number> {
    return (await this.ask("GET", "clock")).seq;
  }

  async received(after = 0, filter: Record<string, string> = {}): Promise<Received[]> {
    const query = new URLSearchParams({ after: String(after), tenant: this.tenant, ...filter });
    return (await this.ask("GET", `requests?${query}`)).requests;
  }

  /** Waits until the newest such request that the cloud received has this body, and returns it. */
  async expectReceived(method: string, path: RegExp, body?: unknown): Promise<Received> {
    const find = async () => (await this.received(0, { method })).filter((one) => path.test(one.path)).at(-1);
    await expect.poll(async () => (await find())?.path, { message: `${method} ${path}` }).toMatch(path);
    // An earlier one may have been of the same kind.
    if (body !== undefined) await expect.poll(async () => (await find())?.body, { message: `${method} ${path}` }).toEqual(body);
    const found = await find();
    if (!found) throw new Error(`${method} ${path} vanished from the journal`);
    noteAsserted(method, found.query ? `${found.path}?${found.query}` : found.path, found.body);
    return found;
  }

  private post(what: string, body: object) {
    return this.ask("POST", what, { tenant: this.tenant, ...body });
  }

  private async ask(method: string, what: string, body?: object) {
    const answer = await fetch(`${this.origin}/_sim/${what}`, {
      method,
      headers: { "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} /_sim/${what}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

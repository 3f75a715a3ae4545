// What can go wrong between the page and the cloud, by name. Each case is asked of the simulated cloud; what a page must
// make of it stands beside it.
import { expect } from "@playwright/test";
import type { Console } from "./console";
import { PASSWORD, type Fault, type Received, type Simulator } from "./simulator";
import { t } from "./words";

/** What a proxy before a cloud says for itself. */
const html = (words: string) => `<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
const NO_JSON = '{"server": {"id": oops, "servers": [}';
const JSON_TYPE = "application/json";

export interface Case {
  name: string;
  fault: Fault;
  /** A read under it brings what was asked for. */
  reads: boolean;
  /** A write under it happens all the same. */
  happens: boolean;
  /** What the page knows of a create under it: taken, refused, or the answer lost, so that it is looked for. */
  create: "taken" | "refused" | "lost";
  /** So it is with an action, whose answer says nothing but its status. */
  action: "taken" | "told";
}

export const CASES: Case[] = [
  { name: "slow", fault: { delay_ms: 2_500 }, reads: true, happens: true, create: "taken", action: "taken" },
  { name: "another content type", fault: { content_type: "text/html" }, reads: true, happens: true, create: "taken", action: "taken" },
  { name: "cut in the middle", fault: { cut: 30 }, reads: false, happens: true, create: "lost", action: "told" },
  { name: "truncated JSON", fault: { truncate: 30 }, reads: false, happens: true, create: "lost", action: "taken" },
  {
    name: "malformed JSON of what is done",
    fault: { status: 200, body: NO_JSON, content_type: JSON_TYPE, done: true },
    reads: false,
    happens: true,
    create: "lost",
    action: "taken",
  },
  {
    name: "malformed JSON of what is not done",
    fault: { status: 200, body: NO_JSON, content_type: JSON_TYPE },
    reads: false,
    happens: false,
    create: "lost",
    action: "taken",
  },
  {
    name: "429 in HTML",
    fault: { status: 429, body: html("429 Too Many Requests"), retry_after: 1 },
    reads: false,
    happens: false,
    create: "refused",
    action: "told",
  },
  {
    name: "500 in HTML, and it is done",
    fault: { status: 500, body: html("500 Internal Server Error"), done: true },
    reads: false,
    happens: true,
    create: "lost",
    action: "told",
  },
  {
    name: "502 in HTML",
    fault: { status: 502, body: html("502 Bad Gateway") },
    reads: false,
    happens: false,
    create: "lost",
    action: "told",
  },
  {
    name: "503 in HTML",
    fault: { status: 503, body: html("503 Service Unavailable") },
    reads: false,
    happens: false,
    create: "lost",
    action: "told",
  },
  { name: "no answer to what is done", fault: { gone: true, done: true }, reads: false, happens: true, create: "lost", action: "told" },
  { name: "no answer to what is not done", fault: { gone: true }, reads: false, happens: false, create: "lost", action: "told" },
];

/** What the cloud received and has, whatever the page believes. */
export class Truth {
  constructor(
    private readonly cloud: Simulator,
    private readonly user = "demo",
  ) {}

  /** The creates that arrived, lost answers counted in. */
  creates(after = 0): Promise<Received[]> {
    return this.posts(/\/servers$/, after);
  }

  actions(after = 0): Promise<Received[]> {
    return this.posts(/\/servers\/[0-9a-f-]{36}\/action$/, after);
  }

  /** The instances that are there of a name. */
  async instances(name: string): Promise<{ id: string; metadata: Record<string, string> }[]> {
    const path = `compute/v2/{tenant}/servers/detail?name=${encodeURIComponent(name)}`;
    return (await this.cloud.client("GET", path, undefined, this.user)).servers;
  }

  /** So many creates arrived, and so many instances came of them. */
  async expectMade(name: string, creates: number, instances: number) {
    expect(await this.creates()).toHaveLength(creates);
    expect(await this.instances(name)).toHaveLength(instances);
  }

  /** How often the most wanted address was asked for since. */
  async busiest(after: number): Promise<[string, number]> {
    const counts = new Map<string, number>();
    for (const { method, path } of await this.cloud.received(after)) {
      const key = `${method} ${path}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ["nothing", 0]);
  }

  private async posts(path: RegExp, after: number): Promise<Received[]> {
    return (await this.cloud.received(after, { method: "POST" })).filter((one) => path.test(one.path));
  }
}

/** The question over the page after the token ended. */
export async function signInAgain(maru: Console) {
  const dialog = maru.dialog(t("shell.session_ended"));
  await dialog.getByLabel(t("sign_in.api_password")).fill(PASSWORD);
  await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

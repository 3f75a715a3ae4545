// Faults between the page and the cloud, by name. The simulated cloud produces each; next to it is what the page must do.
import { expect } from "@playwright/test";
import type { Console } from "./console";
import { PASSWORD, type Fault, type Received, type Simulator } from "./simulator";
import { t } from "./words";

/** The answer of a proxy in front of a cloud. */
const html = (words: string) => `<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`;
const NO_JSON = '{"server": {"id": oops, "servers": [}';
const JSON_TYPE = "application/json";

export interface Case {
  name: string;
  fault: Fault;
  /** Whether a read succeeds. */
  reads: boolean;
  /** Whether a write takes effect. */
  happens: boolean;
  /** What the page learns about a create: taken, refused, or the answer is lost, so the instance is looked for. */
  create: "taken" | "refused" | "lost";
  /** The same for an action, whose answer has only a status. */
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

/** What the cloud received and has, whatever the page shows. */
export class Truth {
  constructor(
    private readonly cloud: Simulator,
    private readonly user = "demo",
  ) {}

  /** The creates that arrived, including those whose answer was lost. */
  creates(after = 0): Promise<Received[]> {
    return this.posts(/\/servers$/, after);
  }

  actions(after = 0): Promise<Received[]> {
    return this.posts(/\/servers\/[0-9a-f-]{36}\/action$/, after);
  }

  /** The existing instances with a name. */
  async instances(name: string): Promise<{ id: string; metadata: Record<string, string> }[]> {
    const path = `compute/v2/{tenant}/servers/detail?name=${encodeURIComponent(name)}`;
    return (await this.cloud.client("GET", path, undefined, this.user)).servers;
  }

  /** Expects this many creates to have arrived, and this many instances. */
  async expectMade(name: string, creates: number, instances: number) {
    expect(await this.creates()).toHaveLength(creates);
    expect(await this.instances(name)).toHaveLength(instances);
  }

  /** The path that was requested most often since then, and how often. */
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

/** The dialog over the page after the session ended. */
export async function signInAgain(maru: Console) {
  const dialog = maru.dialog(t("shell.session_ended"));
  await dialog.getByLabel(t("sign_in.api_password")).fill(PASSWORD);
  await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

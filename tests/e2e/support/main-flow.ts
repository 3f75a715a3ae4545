// The main flow, once for all clouds and languages: the words are the spec's, the names are the cloud's.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";
import type { Sent } from "./sent";
import { ko, t } from "./words";
import { step, target } from "./target";

/** The words of the page, in the language under test. */
export interface Words {
  instances: string;
  keypairs: string;
  createKey: string;
  registerKey: string;
  name: string;
  publicKey: string;
  download: RegExp;
  done: string;
  createInstance: string;
  image: string;
  flavor: string;
  rootDisk: string;
  deleteDisk: string;
  zone: string;
  /** Where the network interface goes: a subnet or a network, as the cloud takes it. */
  network: RegExp;
  key: string;
  count: string;
  openInstance: string;
  running: string;
  stopped: string;
  actionsOf: (name: string) => string;
  stop: string;
  start: string;
  reboot: string;
  soft: string;
  hard: string;
  rename: string;
  save: string;
  delete: string;
  typeName: (name: string) => string;
  notice: Record<"stopped" | "started" | "rebooted" | "deleted", (name: string) => string>;
}

/** Somebody's, made elsewhere. */
export const PUBLIC_KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl someone@laptop";

export class MainFlow {
  private readonly instance: string;
  private readonly key: string;
  private readonly registered: string;

  constructor(
    private readonly page: Page,
    private readonly maru: Console,
    private readonly sent: Sent,
    private readonly words: Words,
  ) {
    const mark = maru.tenant.slice(0, 6);
    [this.instance, this.key, this.registered] = [`e2e-${mark}`, `e2e-made-${mark}`, `e2e-own-${mark}`];
  }

  /** All of it, from a signed-in page. */
  async run() {
    await step("list", () => this.list());
    await step("key pair create", () => this.createKey());
    await step("key pair register", () => this.registerKey());
    await step("create", () => this.create());
    await step("open", () => this.open());
    await step("stop", () => this.stop());
    await step("start", () => this.start());
    await step("soft reboot", () => this.reboot(this.words.soft, "SOFT"));
    await step("hard reboot", () => this.reboot(this.words.hard, "HARD"));
    await step("rename", () => this.rename());
    await step("delete", () => this.delete());
    await step("key pair delete", () => this.deleteKeys());
  }

  private async list() {
    await expect(this.maru.heading(this.words.instances)).toBeVisible();
    await this.sent.expect("GET", /\/servers\/detail\?/);
  }

  private async createKey() {
    await this.goTo(this.words.keypairs);
    await this.sent.expect("GET", /\/os-keypairs(\?|$)/);
    await this.maru.button(this.words.createKey).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel(this.words.name, { exact: true }).fill(this.key);
    await dialog.getByRole("button", { name: this.words.createKey, exact: true }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: this.words.download }).click();
    expect((await download).suggestedFilename()).toContain(this.key);
    await this.maru.button(this.words.done).click();
    const public_key = expect.stringMatching(/^ssh-ed25519 [\w+/=]+ /);
    await this.sent.expect("POST", /\/os-keypairs$/, { keypair: { name: this.key, public_key } });
    await expect(this.maru.row(this.key)).toBeVisible();
  }

  private async registerKey() {
    await this.maru.button(this.words.registerKey).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel(this.words.name, { exact: true }).fill(this.registered);
    await dialog.getByLabel(this.words.publicKey, { exact: true }).fill(PUBLIC_KEY);
    await dialog.getByRole("button", { name: this.words.registerKey, exact: true }).click();
    const keypair = { name: this.registered, public_key: PUBLIC_KEY };
    await this.sent.expect("POST", /\/os-keypairs$/, { keypair });
    await expect(this.maru.row(this.registered)).toBeVisible();
  }

  private async create() {
    const { words, maru } = this;
    await this.goTo(words.instances);
    await this.page.getByRole("link", { name: words.createInstance }).first().click();
    await maru.field(words.name).fill(this.instance);
    await maru.choice(words.image, target.image).check();
    await maru.choice(words.flavor, target.flavor).check();
    await step("root disk", async () => {
      await maru.field(words.rootDisk).fill(target.disk ?? "");
      await this.page.getByRole("radio", { name: words.deleteDisk }).check();
    });
    await maru.choice(words.zone, target.zone).check();
    const place = this.page.getByRole("radiogroup", { name: words.network });
    await place.getByRole("radio", { name: target.network, exact: true }).check();
    await this.page.getByRole("checkbox", { name: target.group, exact: true }).check({ force: true });
    await maru.choice(words.key, this.registered).check();
    await maru.field(words.count).fill("1");
    await maru.button(words.createInstance).click();
    await this.sent.expect("POST", /\/servers$/, { server: this.server() });
    await expect(maru.heading(this.instance)).toBeVisible();
    await maru.pass();
    await expect(this.page.getByRole("link", { name: words.openInstance })).toBeVisible();
    await this.shows(words.running);
  }

  /** What must have been sent: the same on every cloud, and what the cloud's dialect adds. */
  private server() {
    return {
      name: this.instance,
      imageRef: ID,
      flavorRef: ID,
      availability_zone: target.zone,
      key_name: this.registered,
      security_groups: [{ name: target.group }],
      metadata: { "maru-create": expect.stringMatching(/^[0-9a-f]{32}$/) },
      min_count: 1,
      max_count: 1,
      ...withIds(target.create),
    };
  }

  private async open() {
    const say = (await this.page.locator("html").getAttribute("lang")) === "ko" ? ko : t;
    await this.maru.leaveNew(this.page.getByRole("link", { name: this.words.openInstance }), say);
    await expect(this.page).toHaveURL(/\/instances\/[0-9a-f-]{36}$/);
    await expect(this.maru.heading(this.instance)).toBeVisible();
    await this.sent.expect("GET", /\/servers\/[0-9a-f-]{36}$/);
    await this.shows(this.words.running);
  }

  private async stop() {
    await this.maru.button(this.words.stop).click();
    await this.confirm(this.words.stop);
    await this.acted({ "os-stop": null });
    await this.shows(this.words.stopped);
    await this.notice("stopped");
  }

  private async start() {
    await this.maru.button(this.words.start).click();
    await this.acted({ "os-start": null });
    await this.shows(this.words.running);
    await this.notice("started");
  }

  private async reboot(kind: string, type: "SOFT" | "HARD") {
    await this.maru.button(`${this.words.reboot}…`).click();
    await this.page.getByRole("dialog").getByRole("radio", { name: kind }).check();
    await this.confirm(this.words.reboot);
    await this.acted({ reboot: { type } });
    await this.notice("rebooted");
    await this.shows(this.words.running);
  }

  private async rename() {
    const name = `${this.instance}-2`;
    await this.maru.button(this.words.rename).click();
    await this.maru.field(this.words.name).fill(name);
    await this.maru.button(this.words.save).click();
    const request = await this.sent.expect("PUT", /\/servers\/[0-9a-f-]{36}$/);
    expect(request.postDataJSON()).toEqual({ server: { name } });
    await expect(this.maru.heading(name)).toBeVisible();
    await this.shows(this.words.running);
  }

  private async delete() {
    const name = `${this.instance}-2`;
    await this.maru.button(`${this.words.delete}…`).click();
    await this.typeName(name);
    await this.confirm(this.words.delete);
    await this.sent.expect("DELETE", /\/servers\/[0-9a-f-]{36}$/);
    await this.maru.pass();
    await this.notice("deleted", name);
    await this.goTo(this.words.instances);
    await expect(this.maru.row(name)).toHaveCount(0);
  }

  private async deleteKeys() {
    await this.goTo(this.words.keypairs);
    for (const name of [this.key, this.registered]) {
      await this.maru.button(this.words.actionsOf(name)).click();
      await this.page.getByRole("menuitem", { name: this.words.delete }).click();
      await this.typeName(name);
      await this.confirm(this.words.delete);
      await this.sent.expect("DELETE", new RegExp(`/os-keypairs/${name}$`));
      await expect(this.maru.row(name)).toHaveCount(0);
    }
  }

  private async goTo(name: string) {
    await this.page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
    await expect(this.maru.heading(name)).toBeVisible();
  }

  private async typeName(name: string) {
    await this.page.getByRole("dialog").getByLabel(this.words.typeName(name)).fill(name);
  }

  private async confirm(verb: string) {
    await this.page.getByRole("dialog").getByRole("button", { name: verb, exact: true }).click();
  }

  private async acted(body: object) {
    await this.sent.expect("POST", /\/servers\/[0-9a-f-]{36}\/action$/, body);
    await this.maru.pass();
  }

  private async shows(word: string) {
    await expect(this.page.getByRole("main").getByText(word, { exact: true }).first()).toBeVisible();
  }

  private async notice(which: keyof Words["notice"], name = this.instance) {
    await expect(this.page.getByText(this.words.notice[which](name))).toBeVisible();
  }
}

const ID = expect.any(String);

/** `"ID"` in a cloud's file stands for any id. */
function withIds(value: unknown): any {
  if (value === "ID") return ID;
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner)]));
}

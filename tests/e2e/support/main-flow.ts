// The main flow, for all clouds and languages: texts in the language, names from the cloud's file.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";
import type { Sent } from "./sent";
import { starts } from "./words";
import { step, target } from "./target";

/** A key that was made elsewhere. */
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
    /** What the project names differently. */
    private readonly place: { network?: string; group?: string } = {},
  ) {
    const mark = maru.tenant.slice(0, 6);
    [this.instance, this.key, this.registered] = [`e2e-${mark}`, `e2e-made-${mark}`, `e2e-own-${mark}`];
  }

  private get group() {
    return this.place.group ?? target.group;
  }

  private get say() {
    return this.maru.say;
  }

  /** The whole flow, from a signed-in page. */
  async run() {
    await step("list", () => this.list());
    await step("key pair create", () => this.createKey());
    await step("key pair register", () => this.registerKey());
    await step("create", () => this.create());
    await step("open", () => this.open());
    await step("stop", () => this.stop());
    await step("start", () => this.start());
    await step("soft reboot", () => this.reboot(this.say("questions.soft"), "SOFT"));
    await step("hard reboot", () => this.reboot(this.say("questions.hard"), "HARD"));
    await step("rename", () => this.rename());
    await step("delete", () => this.delete());
    await step("key pair delete", () => this.deleteKeys());
  }

  private async list() {
    await expect(this.maru.heading(this.say("instances.title"))).toBeVisible();
    await this.sent.expect("GET", /\/servers\/detail\?/);
  }

  private async createKey() {
    await this.maru.goTo("keypairs");
    await this.sent.expect("GET", /\/os-keypairs(\?|$)/);
    await this.maru.button(this.say("keypairs.create")).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel(this.say("common.name"), { exact: true }).fill(this.key);
    await dialog.getByRole("button", { name: this.say("keypairs.create"), exact: true }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: starts("keypairs.secret_save", {}, this.say) }).click();
    expect((await download).suggestedFilename()).toContain(this.key);
    await this.maru.button(this.say("keypairs.secret_done")).click();
    const public_key = expect.stringMatching(/^ssh-ed25519 [\w+/=]+ /);
    await this.sent.expect("POST", /\/os-keypairs$/, { keypair: { name: this.key, public_key } });
    await expect(this.maru.row(this.key)).toBeVisible();
  }

  private async registerKey() {
    await this.maru.button(this.say("keypairs.register")).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel(this.say("common.name"), { exact: true }).fill(this.registered);
    await dialog.getByLabel(this.say("keypairs.public_key"), { exact: true }).fill(PUBLIC_KEY);
    await dialog.getByRole("button", { name: this.say("keypairs.register"), exact: true }).click();
    const keypair = { name: this.registered, public_key: PUBLIC_KEY };
    await this.sent.expect("POST", /\/os-keypairs$/, { keypair });
    await expect(this.maru.row(this.registered)).toBeVisible();
  }

  private async create() {
    const { say, maru } = this;
    await maru.goTo("instances");
    await this.page.getByRole("link", { name: say("instances.create") }).first().click();
    await maru.field(say("common.name")).fill(this.instance);
    await maru.choice(say("create.image"), target.image).check();
    await maru.choice(say("create.flavor"), target.flavor).check();
    await step("root disk", async () => {
      await maru.field(say("create.root_disk")).fill(target.disk ?? "");
      await this.page.getByRole("radio", { name: say("create.disk_delete") }).check();
    });
    await maru.choice(say("create.zone"), target.zone).check();
    await maru.place(this.place.network ?? target.network).check();
    await this.page.getByRole("checkbox", { name: this.group, exact: true }).check({ force: true });
    await maru.choice(say("create.key"), this.registered).check();
    await maru.field(say("create.count")).fill("1");
    await maru.button(say("create.submit")).click();
    await this.sent.expect("POST", /\/servers$/, { server: this.server() });
    await expect(maru.heading(this.instance)).toBeVisible();
    await maru.pass();
    await expect(this.page.getByRole("link", { name: say("create.open") })).toBeVisible();
    await this.shows(say("create.stage_running"));
  }

  /** The body that must have been sent: common fields, and those of the cloud's dialect. */
  private server() {
    return {
      name: this.instance,
      imageRef: ID,
      flavorRef: ID,
      availability_zone: target.zone,
      key_name: this.registered,
      security_groups: [{ name: this.group }],
      metadata: { "maru-create": expect.stringMatching(/^[0-9a-f]{32}$/) },
      min_count: 1,
      max_count: 1,
      ...withIds(target.create),
    };
  }

  private async open() {
    await this.maru.leaveNew(this.page.getByRole("link", { name: this.say("create.open") }));
    await expect(this.page).toHaveURL(/\/instances\/[0-9a-f-]{36}$/);
    await expect(this.maru.heading(this.instance)).toBeVisible();
    await this.sent.expect("GET", /\/servers\/[0-9a-f-]{36}$/);
    await this.shows(this.say("status.active"));
  }

  private async stop() {
    await this.maru.button(this.say("actions.stop.menu")).click();
    await this.maru.answer(this.say("actions.stop_question.confirm"));
    await this.acted({ "os-stop": null });
    await this.shows(this.say("status.shutoff"));
    await this.notice("stop");
  }

  private async start() {
    await this.maru.button(this.say("actions.start.menu")).click();
    await this.acted({ "os-start": null });
    await this.shows(this.say("status.active"));
    await this.notice("start");
  }

  private async reboot(kind: string, type: "SOFT" | "HARD") {
    await this.maru.button(this.say("actions.reboot.menu")).click();
    await this.page.getByRole("dialog").getByRole("radio", { name: kind }).check();
    await this.maru.answer(this.say("questions.reboot"));
    await this.acted({ reboot: { type } });
    await this.notice("reboot");
    await this.shows(this.say("status.active"));
  }

  private async rename() {
    const name = `${this.instance}-2`;
    await this.maru.button(this.say("questions.rename")).click();
    await this.maru.field(this.say("questions.new_name")).fill(name);
    await this.maru.button(this.say("questions.save")).click();
    const request = await this.sent.expect("PUT", /\/servers\/[0-9a-f-]{36}$/);
    expect(request.postDataJSON()).toEqual({ server: { name } });
    await expect(this.maru.heading(name)).toBeVisible();
    await this.shows(this.say("status.active"));
  }

  private async delete() {
    const name = `${this.instance}-2`;
    await this.maru.button(this.say("actions.delete.menu")).click();
    await this.maru.confirmDelete(name);
    await this.sent.expect("DELETE", /\/servers\/[0-9a-f-]{36}$/);
    await this.maru.pass();
    await this.notice("delete", name);
    await this.maru.goTo("instances");
    await expect(this.maru.row(name)).toHaveCount(0);
  }

  private async deleteKeys() {
    await this.maru.goTo("keypairs");
    for (const name of [this.key, this.registered]) {
      await this.maru.rowAction(name, this.say("keypairs.delete"));
      await this.maru.confirmDelete(name, "keypairs");
      await this.sent.expect("DELETE", new RegExp(`/os-keypairs/${name}$`));
      await expect(this.maru.row(name)).toHaveCount(0);
    }
  }

  private async acted(body: object) {
    await this.sent.expect("POST", /\/servers\/[0-9a-f-]{36}\/action$/, body);
    await this.maru.pass();
  }

  private async shows(word: string) {
    await expect(this.page.getByRole("main").getByText(word, { exact: true }).first()).toBeVisible();
  }

  private async notice(action: string, name = this.instance) {
    await expect(this.maru.notice(this.say(`actions.${action}.done`, { name }))).toBeVisible();
  }
}

const ID = expect.any(String);

/** `"ID"` in a cloud's file matches any id. */
function withIds(value: unknown): any {
  if (value === "ID") return ID;
  if (Array.isArray(value)) return value.map(withIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner)]));
}

// Secrets that are shown once: nobody loses one without a confirmation, and none stays in the memory of the page.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Download, Page } from "@playwright/test";
import type { Console } from "./support/console";
import { DEBIAN } from "./support/create-form";
import { countInMemory, holdMemory } from "./support/memory";
import { chooseKey, chooseUsual } from "./support/own-instance";
import { expect, test } from "./support/test";
import { starts, t } from "./support/words";

async function text(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** A line from the middle of a private key file, where the secret is. */
const middle = (file: string) => file.trim().split("\n").at(-3) ?? "";

async function makePair(maru: Console, name: string, by: RegExp) {
  await maru.button(t("keypairs.create")).click();
  const dialog = maru.dialog(t("keypairs.create"));
  await dialog.getByLabel(t("common.name"), { exact: true }).fill(name);
  await dialog.getByRole("radio", { name: by }).check();
  await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
  await expect(maru.dialog(t("keypairs.secret_title", { name }))).toBeVisible();
}

async function rescue(maru: Console) {
  await maru.rowAction("web-prod-01", t("actions.rescue.menu"));
  await maru.answer(t("questions.rescue"));
  await expect(maru.dialog()).toContainText(t("questions.password_once"));
}

async function rebuild(maru: Console) {
  await maru.rowAction("web-prod-01", t("actions.rebuild.menu"));
  await maru.choice(t("questions.rebuild_image"), DEBIAN).check({ force: true });
  await maru.field(t("common.type_name", { name: "web-prod-01" })).fill("web-prod-01");
  await maru.answer(t("questions.rebuild"));
  await expect(maru.dialog()).toContainText(t("questions.password_once"));
}

const setPassword = t("questions.set_password");

/** Sets a generated password. */
async function generate(maru: Console) {
  await maru.rowAction("web-prod-01", t("actions.set_password.menu"));
  await maru.answer(setPassword);
  await expect(maru.dialog()).toContainText(t("questions.password_once"));
}

const lost = t("questions.password_leave");

/** Every way of leaving a password's dialog must be confirmed; afterwards the password is gone. */
async function isAskedAbout(maru: Console, page: Page, ask: (maru: Console) => Promise<void>) {
  await holdMemory(page);
  await maru.signInToStock("", "volumes");
  await maru.goTo("instances");
  await ask(maru);
  const password = (await maru.dialog().locator("code").textContent()) ?? "";
  expect(password.length).toBeGreaterThan(6);
  for (const leave of [
    () => maru.button(t("questions.done")).click(),
    () => page.keyboard.press("Escape"),
    () => page.goBack(),
  ]) {
    await leave();
    await expect(maru.dialog().getByRole("alert")).toContainText(lost);
    await maru.button(t("questions.password_stay")).click();
    await expect(maru.dialog().getByRole("alert")).toHaveCount(0);
  }
  // At the second Esc a browser closes a dialog without asking.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(maru.dialog().getByRole("alert")).toContainText(lost);
  await maru.button(t("questions.password_discard")).click();
  await expect(maru.dialog()).toHaveCount(0);
  await expect.poll(() => countInMemory(page, password)).toBe(0);
}

test.describe("Secrets", { tag: "@sim" }, () => {
  for (const [who, by] of [
    ["this browser", starts("keypairs.made_here")],
    ["the cloud", starts("keypairs.made_by_cloud")],
  ] as const) {
    test(`a private key made by ${who} is gone from memory once its dialog is closed (S06)`, async ({ maru, page }) => {
      await holdMemory(page);
      await maru.signInAs("empty", "keypairs");
      await makePair(maru, "once", by);
      const download = page.waitForEvent("download");
      await maru.button(t("keypairs.secret_save", { file: "once.pem" })).click();
      const line = middle(await text(await download));
      expect(line).toMatch(/^[\w+/=-]{40,}$/);
      expect(await countInMemory(page, line), "while it is offered").toBeGreaterThan(0);
      await maru.button(t("keypairs.secret_done")).click();
      await expect(maru.row("once")).toBeVisible();
      await expect.poll(() => countInMemory(page, line)).toBe(0);
      await expect.poll(() => countInMemory(page, line.slice(0, 24))).toBe(0);
      await expect(page.getByText(line.slice(0, 24))).toHaveCount(0);
    });
  }

  test("a private key and the Windows password it opened are gone from memory", async ({ maru, page }) => {
    const key = resolve(import.meta.dirname, "../fixtures/windows/key.pem");
    const line = middle(readFileSync(key, "utf8"));
    await holdMemory(page);
    await maru.signInAs("demo");
    await maru.row("win-ad-01").getByRole("link").click();
    await maru.button(t("ways_in.password_ask")).click();
    const dialog = maru.dialog(t("ways_in.password_title", { name: "win-ad-01" }));
    await dialog.locator("input[type=file]").setInputFiles(key);
    await expect(dialog.getByLabel(t("ways_in.password_key"), { exact: true })).toHaveValue(/BEGIN RSA PRIVATE KEY/);
    expect(await countInMemory(page, line)).toBeGreaterThan(0);
    await dialog.getByRole("button", { name: t("ways_in.password_show") }).click();
    await expect(dialog.getByText("Maru-Windows-1", { exact: true })).toBeVisible();
    await expect.poll(() => countInMemory(page, line)).toBe(0);
    expect(await countInMemory(page, "Maru-Windows-1")).toBeGreaterThan(0);
    await dialog.getByRole("button", { name: t("ways_in.password_done") }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => countInMemory(page, "Maru-Windows-1")).toBe(0);
  });

  test("a rescue password is asked about before its dialog is closed, and is gone from memory after it", ({ maru, page }) =>
    isAskedAbout(maru, page, rescue));

  test("a rebuild password is asked about before its dialog is closed, and is gone from memory after it", ({ maru, page }) =>
    isAskedAbout(maru, page, rebuild));

  test("a password that was set is asked about before its dialog is closed, and is gone from memory after it", ({ maru, page }) =>
    isAskedAbout(maru, page, generate));

  test("a new password is made here or typed, sent, and shown once; a refusal keeps what was typed (S09)", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    const received = () => cloud.expectReceived("POST", /\/action$/, { changePassword: { adminPass: "***" } });
    await maru.signInToStock();
    await generate(maru);
    await received();
    const made = (await maru.dialog().locator("code").textContent()) ?? "";
    expect(made).toMatch(/^[a-zA-Z2-9]{20}$/);
    await maru.answer(t("questions.done"));
    await maru.answer(t("questions.password_discard"));
    await expect(page.getByText(made)).toHaveCount(0);
    await cloud.advance(3_000);
    await expect(maru.notice(t("actions.set_password.done", { name: "web-prod-01" }))).toBeVisible();

    await cloud.change("dev-minji", { rename: "fail-action-1" });
    await maru.rowAction("fail-action-1", t("actions.set_password.menu"));
    const dialog = maru.dialog(t("questions.set_password_title", { name: "fail-action-1" }));
    await dialog.getByRole("radio", { name: t("questions.set_password_typed") }).check({ force: true });
    const field = dialog.getByLabel(t("questions.set_password_field"), { exact: true });
    for (const [typed, says] of [
      ["short", t("questions.set_password_short", { min: 8 })],
      ["password", t("questions.set_password_weak")],
      ["Passw0rd", t("questions.set_password_fair")],
      ["Xk4$9pQz!w2M", t("questions.set_password_strong")],
    ] as const) {
      await field.fill(typed);
      await expect(field).toHaveAccessibleDescription(says);
    }
    await maru.answer(setPassword);
    await received();
    await expect(dialog.getByRole("alert")).toContainText("set_admin_password");
    await expect(field).toHaveValue("Xk4$9pQz!w2M");
    await cloud.change("fail-action-1", { rename: "dev-minji" });
    await maru.answer(setPassword);
    await expect(dialog.locator("code")).toHaveText("Xk4$9pQz!w2M");
  });

  test("a password that comes after its dialog was closed is shown all the same", async ({ maru, page, cloud }) => {
    await maru.signInToStock();
    await expect(maru.row("dev-minji")).toBeVisible();
    await cloud.change("dev-minji", { rename: "slow-minji" });
    await maru.rowAction("slow-minji", t("actions.set_password.menu"));
    await maru.answer(setPassword);
    await page.keyboard.press("Escape");
    await expect(maru.dialog()).toHaveCount(0);
    await expect(maru.dialog()).toContainText(t("questions.password_once"));
    await expect(maru.dialog().getByRole("alert")).toHaveCount(0);
  });

  test("a password that was copied is let go without a question", async ({ maru, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await maru.signInToStock();
    await rescue(maru);
    const password = (await maru.dialog().locator("code").textContent()) ?? "";
    await maru.button(t("common.copy_what", { what: t("questions.password") })).click();
    await expect(maru.button(t("common.copied", { what: t("questions.password") }))).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password);
    await maru.button(t("questions.done")).click();
    await expect(maru.dialog()).toHaveCount(0);
  });

  test("a reload asks before a password is lost", async ({ maru, page }) => {
    await maru.signInToStock();
    await rescue(maru);
    const asked = page.waitForEvent("dialog");
    const reload = page.reload().catch(() => {});
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.accept();
    await reload;
  });

  test("the password of a new instance is asked about on every way off the page (S13)", async ({ maru, page, cloud }) => {
    await maru.signInToStock();
    await page.getByRole("link", { name: t("instances.create") }).first().click();
    await createIt(maru, page);
    await cloud.advance(8_000);
    await expect(page.getByRole("heading", { name: t("questions.password") })).toBeVisible();
    const question = page.getByRole("main").getByRole("alert").filter({ hasText: lost });
    await maru.railLink("volumes").click();
    await expect(question).toBeVisible();
    await maru.button(t("questions.password_stay")).click();
    await page.goBack();
    await expect(question).toBeVisible();
    await maru.button(t("questions.password_stay")).click();
    // A menu, not a link.
    const menu = await maru.accountMenu();
    await menu.getByRole("menuitem", { name: t("shell.about") }).click();
    await expect(question).toBeVisible();
    await maru.button(t("questions.password_discard")).click();
    await expect(maru.heading(t("about.title"))).toBeVisible();
  });
});

async function createIt(maru: Console, page: Page) {
  await maru.field(t("common.name")).fill("with-password");
  await chooseUsual(maru);
  await chooseKey(page);
  await maru.button(t("create.submit")).click();
  await expect(maru.heading("with-password")).toBeVisible();
}

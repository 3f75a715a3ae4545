// The first password of Windows, decrypted in the browser with the private key.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { t } from "./support/words";

const KEY = resolve(import.meta.dirname, "../fixtures/windows/key.pem");
const PASSWORD = "Maru-Windows-1";

/** A key made by `ssh-keygen`. */
function keygen(...args: string[]): { file: string; line: string } {
  const folder = mkdtempSync(join(tmpdir(), "maru-key-"));
  try {
    const path = join(folder, "key");
    execFileSync("ssh-keygen", ["-q", "-f", path, "-C", "test", ...args]);
    return { file: readFileSync(path, "utf8"), line: readFileSync(`${path}.pub`, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ask(maru: Console, user = "demo") {
  await maru.signInAs(user);
  await maru.row("win-ad-01").getByRole("link").click();
  await maru.button(t("ways_in.password_ask")).click();
}

test.describe("Windows password", { tag: "@sim" }, () => {
  test("the key file opens it here; the key is neither sent nor kept", async ({ maru, page, cloud }) => {
    const left: string[] = [];
    page.on("request", (request) => left.push(`${request.url()} ${request.postData() ?? ""}`));
    await ask(maru);
    const dialog = maru.dialog(t("ways_in.password_title", { name: "win-ad-01" }));
    await cloud.expectReceived("GET", /\/servers\/[0-9a-f-]{36}\/os-server-password$/);
    await dialog.locator("input[type=file]").setInputFiles(KEY);
    await expect(dialog.getByLabel(t("ways_in.password_key"), { exact: true })).toHaveValue(/BEGIN RSA PRIVATE KEY/);
    await dialog.getByRole("button", { name: t("ways_in.password_show") }).click();
    await expect(dialog.getByText(PASSWORD, { exact: true })).toBeVisible();
    await expect(dialog.getByRole("button", { name: t("common.copy_what", { what: t("ways_in.password_shown") }) })).toBeAttached();
    await expect(dialog.getByLabel(t("ways_in.password_key"), { exact: true })).toHaveCount(0);
    await dialog.getByRole("button", { name: t("ways_in.password_done") }).click();
    await expect(page.getByText(PASSWORD)).toHaveCount(0);
    expect(left.filter((line) => /PRIVATE KEY|Maru-Windows/.test(line))).toEqual([]);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toMatch(/PRIVATE KEY|Maru-Windows/);
    // It is asked for again: nothing was kept.
    await maru.button(t("ways_in.password_ask")).click();
    await expect(dialog.getByLabel(t("ways_in.password_key"), { exact: true })).toHaveValue("");
  });

  for (const [what, make, words] of [
    ["nothing", () => "", t("ways_in.key_empty")],
    ["another key", () => keygen("-t", "rsa", "-b", "2048", "-N", "").file, t("ways_in.key_wrong")],
    ["an encrypted key", () => keygen("-t", "rsa", "-b", "2048", "-N", "secret").file, t("ways_in.key_encrypted")],
    ["an Ed25519 key", () => keygen("-t", "ed25519", "-N", "").file, t("ways_in.key_not_rsa")],
    ["a public key", () => keygen("-t", "ed25519", "-N", "").line, t("ways_in.key_public")],
    ["half a key", () => readFileSync(KEY, "utf8").slice(0, 200), t("ways_in.key_unreadable")],
  ] as const) {
    test(`${what} does not open it, and says why`, async ({ maru }) => {
      const text = make();
      await ask(maru);
      const dialog = maru.dialog();
      const field = dialog.getByLabel(t("ways_in.password_key"), { exact: true });
      await field.fill(text);
      await dialog.getByRole("button", { name: t("ways_in.password_show") }).click();
      await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[.?()]/g, "\\$&")));
      await expect(field).toBeFocused();
      await expect(dialog.getByText(PASSWORD)).toHaveCount(0);
    });
  }

  test("where there is none yet it waits, and asks again", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("win-ad-01").waitFor();
    await cloud.fault({ path: "os-server-password", status: 200, body: { password: "" }, times: 1 });
    await maru.row("win-ad-01").getByRole("link").click();
    await maru.button(t("ways_in.password_ask")).click();
    const dialog = maru.dialog();
    await expect(dialog).toContainText(t("ways_in.password_none"));
    await dialog.getByRole("button", { name: t("ways_in.password_again") }).click();
    await expect(dialog.getByLabel(t("ways_in.password_key"), { exact: true })).toBeVisible();
  });

  test("a cloud that hands out none says so once", async ({ maru, page, watch }) => {
    watch.allowStatus(404);
    await ask(maru, "no-password");
    await expect(maru.dialog()).toContainText(t("ways_in.password_not_offered"));
    await page.keyboard.press("Escape");
    await expect(maru.button(t("ways_in.password_ask"))).toHaveCount(0);
  });
});

// Key pairs generated in the browser (rows S06, S07): the private key never crosses the network.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page } from "@playwright/test";
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

/** Everything that the page sends, to any host. */
function leaving(page: Page): () => string[] {
  const bodies: string[] = [];
  page.on("request", (request) => bodies.push(`${request.url()} ${request.postData() ?? ""}`));
  return () => bodies;
}

async function make(maru: Console, name: string, kind = "ed25519") {
  await maru.button(t("keypairs.create")).click();
  const dialog = maru.dialog(t("keypairs.create"));
  await dialog.getByLabel(t("common.name"), { exact: true }).fill(name);
  await dialog.getByRole("radio", { name: starts(`keypairs.${kind}`) }).check();
  await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
}

async function text(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The public line that OpenSSH derives from a private key file, without the comment. */
function publicLine(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), "maru-key-"));
  try {
    writeFileSync(join(folder, "key"), file, { mode: 0o600 });
    const line = execFileSync("ssh-keygen", ["-y", "-f", join(folder, "key")], { encoding: "utf8" });
    return line.trim().split(" ").slice(0, 2).join(" ");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.describe("Key pairs made here", { tag: "@sim" }, () => {
  test("S06 S07 only the public half is sent, and the files are offered once", async ({ maru, page, cloud }) => {
    const left = leaving(page);
    await maru.signInAs("empty", "keypairs");
    await make(maru, "laptop");
    const dialog = maru.dialog(t("keypairs.secret_title", { name: "laptop" }));
    await expect(dialog).toContainText(t("keypairs.secret_text_here"));
    await expect(dialog.getByText(/^SHA256:[\w+/]{43}$/)).toBeVisible();
    await expect(dialog.getByText(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/)).toBeVisible();

    const { body } = await cloud.expectReceived("POST", /\/os-keypairs$/);
    const { name, public_key } = (body as { keypair: Record<string, string> }).keypair;
    expect(Object.keys((body as { keypair: object }).keypair).sort()).toEqual(["name", "public_key"]);
    expect([name, public_key]).toEqual(["laptop", expect.stringMatching(/^ssh-ed25519 [\w+/=]+ laptop$/)]);

    const publicFile = page.waitForEvent("download");
    await dialog.getByRole("button", { name: t("keypairs.secret_public", { file: "laptop.pub" }) }).click();
    expect((await text(await publicFile)).trim()).toBe(public_key);
    const privateFile = page.waitForEvent("download");
    await dialog.getByRole("button", { name: t("keypairs.secret_save", { file: "laptop.pem" }) }).click();
    const file = await text(await privateFile);
    expect(file).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n[^]*-----END OPENSSH PRIVATE KEY-----\n$/);
    expect(publicLine(file)).toBe(public_key.split(" ").slice(0, 2).join(" "));

    await maru.button(t("keypairs.secret_done")).click();
    await expect(maru.row("laptop")).toContainText("Ed25519");
    expect(left().filter((line) => line.includes("PRIVATE KEY"))).toEqual([]);
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain("PRIVATE KEY");
  });

  test("S06 S07 an RSA pair, for Windows, is made while the page stays usable", async ({ maru, page, cloud }) => {
    test.slow();
    const left = leaving(page);
    await maru.signInAs("empty", "keypairs");
    await make(maru, "windows", "rsa");
    const dialog = maru.dialog(t("keypairs.secret_title", { name: "windows" }));
    const searching = page.getByText(like("keypairs.making"));
    await expect(searching.or(dialog).first()).toBeVisible();
    await expect(dialog).toBeVisible({ timeout: 120_000 });
    const { body } = await cloud.expectReceived("POST", /\/os-keypairs$/);
    const { public_key } = (body as { keypair: Record<string, string> }).keypair;
    // 3,072 bits and their encoding.
    expect(Buffer.from(public_key.split(" ")[1], "base64").length).toBe(407);
    const privateFile = page.waitForEvent("download");
    await dialog.getByRole("button", { name: t("keypairs.secret_save", { file: "windows.pem" }) }).click();
    expect(publicLine(await text(await privateFile))).toBe(public_key.split(" ").slice(0, 2).join(" "));
    expect(left().filter((line) => line.includes("PRIVATE KEY"))).toEqual([]);
  });

  test("S06 an unsaved key made here is not lost without a question", async ({ maru, page }) => {
    await maru.signInAs("empty", "keypairs");
    await make(maru, "once");
    await maru.dialog(t("keypairs.secret_title", { name: "once" })).waitFor();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alert")).toContainText(t("keypairs.secret_leave"));
    await maru.button(t("keypairs.secret_discard")).click();
    await expect(maru.row("once")).toBeVisible();
  });

  test("S07 a cloud that takes no Ed25519 key says so, and RSA is offered", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(400);
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.create")).waitFor();
    const message = "Keypair data is invalid: failed to generate fingerprint";
    const body = { badRequest: { code: 400, message } };
    await cloud.fault({ path: "os-keypairs", method: "POST", status: 400, body, times: 1 });
    await make(maru, "old");
    const dialog = maru.dialog(t("keypairs.create"));
    await expect(dialog.getByRole("alert")).toContainText(message);
    await expect(dialog).toContainText(t("keypairs.try_rsa"));
    await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
    await expect(maru.dialog(t("keypairs.secret_title", { name: "old" }))).toBeVisible();
  });

  test("S06 a browser without safe randomness leaves it to the cloud, and says why", async ({ maru, page, cloud }) => {
    await page.addInitScript(() => {
      Crypto.prototype.getRandomValues = () => {
        throw new Error("none");
      };
    });
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.create")).click();
    const dialog = maru.dialog(t("keypairs.create"));
    await expect(dialog.getByRole("radio", { name: starts("keypairs.made_here") })).toBeDisabled();
    await expect(dialog).toContainText(t("keypairs.no_random"));
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("theirs");
    await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
    await cloud.expectReceived("POST", /\/os-keypairs$/, { keypair: { name: "theirs" } });
    await expect(maru.dialog(t("keypairs.secret_title", { name: "theirs" }))).toBeVisible();
  });
});

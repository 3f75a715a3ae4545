// Key pairs (rows S04–S08).
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

const PUBLIC_KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl someone@laptop";
const PRIVATE_KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\n-----END OPENSSH PRIVATE KEY-----";

test.describe("Key pairs", { tag: "@sim" }, () => {
  test("S04 the list names each pair, its kind and who uses it", async ({ maru }) => {
    await maru.signInAs("demo", "keypairs");
    await expect(maru.row("dev-laptop")).toContainText("RSA");
    await expect(maru.row("dev-laptop")).toContainText(like("users.used.other", { n: /\d+/ }));
    await expect(maru.row("운영-키")).toBeVisible();
  });

  for (const name of ["a b", "한글", "a+b?c", "100%", "q&x=1#z"]) {
    test(`S05 S06 S08 the name ${JSON.stringify(name)} reaches the cloud whole`, async ({ maru, page, cloud, tenant }) => {
      await maru.signInAs("empty", "keypairs");
      await maru.button(t("keypairs.create")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t("common.name"), { exact: true }).fill(name);
      await dialog.getByRole("radio", { name: starts("keypairs.made_by_cloud") }).check();
      await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
      const download = page.waitForEvent("download");
      await dialog.getByRole("button", { name: starts("keypairs.secret_save") }).click();
      await download;
      await maru.button(t("keypairs.secret_done")).click();
      const keys = `/kr1/compute/v2/${tenant}/os-keypairs`;
      expect((await cloud.expectReceived("POST", /\/os-keypairs$/)).body).toEqual({ keypair: { name } });

      await maru.row(name).getByRole("link", { name, exact: true }).click();
      await expect(page.getByRole("dialog", { name })).toContainText(t("keypairs.owner"));
      const read = await cloud.expectReceived("GET", /\/os-keypairs\/./);
      expect(read.path).toBe(`${keys}/${encodeURIComponent(name)}`);
      expect(read.status).toBe(200);
      await page.keyboard.press("Escape");

      await maru.rowAction(name, t("keypairs.delete"));
      await maru.confirmDelete(name, "keypairs");
      await expect(maru.row(name)).toHaveCount(0);
      const gone = await cloud.expectReceived("DELETE", /\/os-keypairs\//);
      expect(gone.path).toBe(`${keys}/${encodeURIComponent(name)}`);
      expect(gone.status).toBe(202);
    });
  }

  test("S06 an unsaved private key is not lost without a question, and stored nowhere", async ({ maru, page }) => {
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.create")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("once");
    await dialog.getByRole("radio", { name: starts("keypairs.made_by_cloud") }).check();
    await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
    await expect(page.getByRole("dialog", { name: t("keypairs.secret_title", { name: "once" }) })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alert")).toContainText(t("keypairs.secret_leave"));
    await maru.button(t("keypairs.secret_stay")).click();
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain("PRIVATE KEY");
    await maru.button(t("keypairs.secret_done")).click();
    await maru.button(t("keypairs.secret_discard")).click();
    await expect(maru.row("once")).toBeVisible();
  });

  test("S06 the private key is saved as a file", async ({ maru, page }) => {
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.create")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("mine");
    await dialog.getByRole("radio", { name: starts("keypairs.made_by_cloud") }).check();
    await dialog.getByRole("button", { name: t("keypairs.create"), exact: true }).click();
    const waiting = page.waitForEvent("download");
    await dialog.getByRole("button", { name: starts("keypairs.secret_save") }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("mine.pem");
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n[^]*-----END RSA PRIVATE KEY-----\n$/);
  });

  test("S07 a private key is taken out of the field and never sent", async ({ maru, page, sent }) => {
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.register")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("oops");
    await dialog.getByLabel(t("keypairs.public_key"), { exact: true }).fill(PRIVATE_KEY);
    await expect(dialog.getByRole("alert")).toContainText(t("keypairs.private_title"));
    await expect(dialog.getByLabel(t("keypairs.public_key"), { exact: true })).toHaveValue("");
    await dialog.getByRole("button", { name: t("keypairs.register"), exact: true }).click();
    await sent.settled();
    expect(sent.since(0).filter((line) => /^POST .*os-keypairs/.test(line))).toEqual([]);
  });

  for (const [what, typed, words] of [
    ["cut short", PUBLIC_KEY.slice(0, 60), t("keypairs.key_mismatch")],
    ["of an unknown type", "hello world", t("keypairs.key_type", { word: "hello" })],
    ["two lines", `${PUBLIC_KEY}\n${PUBLIC_KEY}`, t("keypairs.key_several")],
    ["mislabelled", PUBLIC_KEY.replace("ssh-ed25519", "ssh-rsa"), t("keypairs.key_mismatch")],
  ] as const) {
    test(`S07 a key ${what} is refused before it is sent`, async ({ maru, page }) => {
      await maru.signInAs("empty", "keypairs");
      await maru.button(t("keypairs.register")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t("keypairs.public_key"), { exact: true }).fill(typed);
      await expect(dialog.getByRole("alert")).toContainText(words);
    });
  }

  test("S07 a key file dropped on the field is read like a pasted one", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.register")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("dropped");
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "id_ed25519.pub", { type: "text/plain" }));
      return transfer;
    }, PUBLIC_KEY);
    await dialog.getByLabel(t("keypairs.public_key"), { exact: true }).dispatchEvent("drop", { dataTransfer: transfer });
    await expect(dialog.getByLabel(t("keypairs.public_key"), { exact: true })).toHaveValue(PUBLIC_KEY);
    await dialog.getByRole("button", { name: t("keypairs.register"), exact: true }).click();
    await cloud.expectReceived("POST", /\/os-keypairs$/, { keypair: { name: "dropped", public_key: PUBLIC_KEY } });
    await expect(maru.row("dropped")).toBeVisible();
  });

  test("S07 a name that is taken is said while typing, and by the cloud", async ({ maru, page, cloud, watch }) => {
    watch.allowStatus(409);
    await maru.signInAs("empty", "keypairs");
    await expect(maru.row("dev-laptop")).toBeVisible();
    await maru.button(t("keypairs.register")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("dev-laptop");
    await expect(dialog.getByText(t("keypairs.name_taken"))).toBeVisible();
    await dialog.getByLabel(t("common.name"), { exact: true }).fill("free");
    await dialog.getByLabel(t("keypairs.public_key"), { exact: true }).fill(PUBLIC_KEY);
    const body = { conflictingRequest: { code: 409, message: "Key pair 'free' already exists." } };
    await cloud.fault({ path: "os-keypairs", method: "POST", status: 409, body, times: 1 });
    await dialog.getByRole("button", { name: t("keypairs.register"), exact: true }).click();
    await expect(dialog.getByRole("alert").last()).toContainText("Key pair 'free' already exists.");
  });

  test("S08 deleting says which instances use the pair", async ({ maru, page }) => {
    await maru.signInAs("demo", "keypairs");
    await maru.rowAction("운영-키", t("keypairs.delete"));
    const dialog = page.getByRole("dialog", { name: t("keypairs.delete_title", { name: "운영-키" }) });
    await expect(dialog).toContainText(like("keypairs.delete_used.other"));
    await expect(dialog.getByRole("link", { name: "archive-node" })).toBeVisible();
  });
});

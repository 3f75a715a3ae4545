// Keys and scripts as people paste and drop them (rows S07, S13): problems are shown next to the field, and one click
// corrects them.
import { CreateForm, NEW } from "./support/create-form";
import { expect, test } from "./support/test";
import { t } from "./support/words";

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPKHaFebbYQcSY6pL3eaYUNbWLP7n3KR2a/5IBH5ppif";
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

test.describe("Odd input", { tag: "@sim" }, () => {
  for (const [what, typed, key, values] of [
    ["broken over lines", `${KEY.slice(0, 40)}\r\n${KEY.slice(40)}\r\n`, "odd_wrapped", {}],
    ["with options before it", `no-pty,from="10.0.0.0/8" ${KEY}`, "odd_options", { options: 'no-pty,from="10.0.0.0/8"' }],
    ["with invisible characters", KEY.replace(" ", " \u200b"), "odd_invisible", {}],
    ["between comment lines", `# mine\n${KEY}\n# end`, "odd_comments", {}],
  ] as const) {
    test(`S07 a key ${what} is named as such and mended by one press`, async ({ maru, page, cloud }) => {
      await maru.signInAs("empty", "keypairs");
      await maru.button(t("keypairs.register")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t("common.name"), { exact: true }).fill("odd");
      const field = dialog.getByLabel(t("keypairs.public_key"), { exact: true });
      await field.fill(typed);
      await expect(dialog.getByRole("alert")).toContainText(t(`keypairs.${key}`, values));
      await dialog.getByRole("button", { name: t("keypairs.odd_use") }).click();
      await expect(field).toHaveValue(KEY);
      await dialog.getByRole("button", { name: t("keypairs.register"), exact: true }).click();
      await cloud.expectReceived("POST", /\/os-keypairs$/, { keypair: { name: "odd", public_key: KEY } });
    });
  }

  for (const [what, typed, words] of [
    ["PEM", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----", t("keypairs.key_pem", { what: "PUBLIC KEY" })],
    ["certificate", "ssh-ed25519-cert-v01@openssh.com AAAA id", t("keypairs.key_certificate")],
    ["DSA key", "ssh-dss AAAAB3NzaC1kc3M= old", t("keypairs.key_dsa")],
  ] as const) {
    test(`S07 a ${what} is said to be what it is`, async ({ maru, page }) => {
      await maru.signInAs("empty", "keypairs");
      await maru.button(t("keypairs.register")).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(t("keypairs.public_key"), { exact: true }).fill(typed);
      await expect(dialog.getByRole("alert")).toContainText(words);
    });
  }

  test("S07 a key file in UTF-16, as Windows' editor writes it, is read", async ({ maru, page }) => {
    await maru.signInAs("empty", "keypairs");
    await maru.button(t("keypairs.register")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(t("keypairs.key_file")).setInputFiles({ name: "id.pub", mimeType: "text/plain", buffer: utf16(KEY) });
    await expect(dialog.getByLabel(t("keypairs.public_key"), { exact: true })).toHaveValue(KEY);
  });

  for (const [what, file, remark, mend, sentAs] of [
    ["with CRLF", Buffer.from("#!/bin/bash\r\necho hi\r\n"), "odd_carriage_returns", "mend_line_ends", "#!/bin/bash\necho hi\n"],
    ["with a byte order mark", Buffer.from("\ufeff#cloud-config\n"), "odd_mark", "mend_mark", "#cloud-config\n"],
    ["in UTF-16", utf16("#!/bin/sh\necho 안녕\n"), "odd_utf16", "mend_utf8", "#!/bin/sh\necho 안녕\n"],
    ["that is base64 already", Buffer.from(btoa("#!/bin/sh\necho hi\n")), "odd_base64", "mend_decode", "#!/bin/sh\necho hi\n"],
  ] as const) {
    test(`S13 a script ${what} gets a remark; it is changed only when asked to`, async ({ maru, page, sent }) => {
      await maru.signInAs("empty", NEW);
      const form = new CreateForm(page, maru);
      await form.fill({ name: "odd-script" });
      await form.open(t("create_more.script"));
      await page.getByLabel(t("create_more.script_choose")).setInputFiles({ name: "start", mimeType: "text/plain", buffer: file });
      const said = page.getByRole("status").filter({ hasText: t(`create_more.${remark}`) });
      await expect(said).toBeVisible();
      // A text field has no carriage returns: those of a file must be kept until the person decides.
      expect(await form.json()).toMatchObject({ server: { user_data: file.toString("base64") } });
      await said.getByRole("button", { name: t(`create_more.${mend}`) }).click();
      await expect(said).toHaveCount(0);
      await form.submit.click();
      const request = await sent.expect("POST", /\/servers$/);
      expect(request.postDataJSON()).toMatchObject({ server: { user_data: Buffer.from(sentAs).toString("base64") } });
    });
  }
});

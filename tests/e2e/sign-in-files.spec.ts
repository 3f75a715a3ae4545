// Row N01: filling the sign-in form from a clouds.yaml or openrc file.
import type { Page } from "@playwright/test";
import { PASSWORD, secondOf } from "./support/simulator";
import { expect, test } from "./support/test";
import { t } from "./support/words";

interface File {
  name: string;
  text: string;
}

/** Picks files as a person does. */
const pick = (page: Page, ...files: File[]) =>
  page
    .getByLabel(t("sign_in.import"))
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })));

/** Drops a file on the page, or pastes a text into what has the focus. */
async function give(page: Page, how: "drop" | "paste", { name, text }: File) {
  await page.evaluate(
    ({ how, name, text }) => {
      const data = new DataTransfer();
      if (how === "drop") data.items.add(new File([text], name));
      else data.setData("text/plain", text);
      const event =
        how === "drop"
          ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    { how, name, text },
  );
}

const said = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words });

test.describe("Sign in with a file", { tag: "@sim" }, () => {
  test("N01 several clouds of a clouds.yaml with its secure.yaml are offered, and one signs in", async ({
    maru,
    page,
    cloud,
    tenant,
    sent,
  }) => {
    const auth = (project: string) =>
      `{auth_url: "${cloud.origin}/identity", username: stock@maru.test, project_id: ${project}, user_domain_id: default}`;
    const open = `clouds:\n  shop:\n    auth: ${auth(tenant)}\n    color: red\n  other:\n    auth: ${auth(secondOf(tenant))}\n`;
    await maru.open();
    await pick(
      page,
      { name: "clouds.yaml", text: open },
      { name: "secure.yaml", text: `clouds: {other: {auth: {password: ${PASSWORD}}}}` },
    );
    await expect(said(page, t("imports.unknown_one", { key: "color", line: "4" }))).toBeVisible();
    await maru.button("shop").click();
    await expect(said(page, t("imports.no_secret"))).toBeVisible();
    await expect(maru.field(t("sign_in.project"))).toHaveValue(tenant);
    await expect(maru.field(t("sign_in.password"))).toBeFocused();
    await maru.button("other").click();
    await expect(said(page, t("imports.filled", { cloud: "other" }))).toBeVisible();
    await expect(maru.field(t("sign_in.project"))).toHaveValue(secondOf(tenant));
    await maru.submitSignIn();
    await expect(page.getByRole("banner")).toContainText("RegionOne");
    const password = { user: { name: "stock@maru.test", domain: { id: "default" }, password: PASSWORD } };
    await sent.expect("POST", /^\/identity\/v3\/auth\/tokens$/, {
      auth: { identity: { methods: ["password"], password }, scope: { project: { id: secondOf(tenant) } } },
    });
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain(PASSWORD);
  });

  for (const how of ["drop", "paste"] as const) {
    test(`N01 an openrc file fills the form: ${how}`, async ({ maru, page, cloud, tenant, sent }) => {
      await maru.open();
      await maru.heading(t("shell.sign_in")).waitFor();
      await expect(page.getByLabel(t("sign_in.import"))).toBeAttached();
      const text = [
        `export OS_AUTH_URL="${cloud.origin}/identity/v2.0/"`,
        `export OS_TENANT_ID=${tenant}`,
        "export OS_USERNAME='demo@maru.test'",
        'echo "Please enter your OpenStack Password: "',
        "read -sr OS_PASSWORD_INPUT",
        "export OS_PASSWORD=$OS_PASSWORD_INPUT",
        `export OS_REGION_NAME=${how === "drop" ? "kr2" : "Mars"}`,
        "",
      ].join("\n");
      await give(page, how, { name: "openrc.sh", text });
      await expect(said(page, t("imports.no_secret"))).toBeVisible();
      await expect(maru.field(t("sign_in.tenant"))).toHaveValue(tenant);
      await expect(maru.field(t("sign_in.api_password"))).toBeFocused();
      await maru.field(t("sign_in.api_password")).fill(PASSWORD);
      await maru.submitSignIn();
      await sent.expect("POST", /^\/identity\/v2.0\/tokens$/, {
        auth: { tenantId: tenant, passwordCredentials: { username: "demo@maru.test", password: PASSWORD } },
      });
      await expect(maru.scope).toContainText(how === "drop" ? "KR2" : "KR1");
      const missing = page.getByText(t("sign_in.no_region", { region: "Mars", here: "KR1" }));
      await expect(missing).toHaveCount(how === "drop" ? 0 : 1);
    });
  }

  test("N01 a file for another cloud, and one with a mistake, are said to be so", async ({ maru, page }) => {
    await maru.open();
    const address = "https://elsewhere.example:5000/v3";
    await pick(page, { name: "openrc", text: `export OS_AUTH_URL=${address}\nexport OS_USERNAME=me\n` });
    await expect(said(page, t("imports.not_here", { address }))).toBeVisible();
    // It could be of another cloud than the one that is chosen: the password stays out of the form.
    const profile = "clouds: {a: {profile: vexxhost, auth: {username: me, password: secret}}}";
    await pick(page, { name: "clouds.yaml", text: profile });
    await expect(said(page, t("imports.profile_only", { profile: "vexxhost" }))).toBeVisible();
    await expect(maru.button(t("sign_in.demo_open"))).toBeVisible();
    await pick(page, { name: "clouds.yaml", text: "clouds:\n  a:\n    auth: text\n" });
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(t("imports.failed_line", { file: "clouds.yaml", line: "3" }));
    await expect(alert).toContainText(t("imports.not_a_mapping", { key: "auth" }));
    await pick(page, { name: "big.yaml", text: `clouds: {}\n${"#".repeat(1 << 20)}` });
    await expect(alert).toContainText(t("imports.too_large"));
    // What is no file goes into the field as always.
    await maru.openForm();
    await maru.field(t("sign_in.user")).focus();
    await give(page, "paste", { name: "", text: "demo@maru.test" });
    await expect(alert).toContainText(t("imports.too_large"));
  });
});

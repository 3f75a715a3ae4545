// The focus follows the person: each of these was lost once, or began at the close button.
import { CreateForm, NEW } from "./support/create-form";
import { openRow } from "./support/axe";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Focus", { tag: "@sim" }, () => {
  test("a question has it on what is asked, not on the cross", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.stop.menu"));
    await expect(maru.dialog().getByRole("button", { name: t("common.cancel") })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(maru.dialog()).toHaveCount(0);
  });

  test("what is added to a form has it", async ({ maru, page }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.open(t("create_more.metadata"));
    await maru.button(t("create_more.pair_add")).click();
    await expect(form.field(t("create.metadata_key", { n: 1 }))).toBeFocused();
    await maru.button(t("create_more.pair_add")).click();
    await expect(form.field(t("create.metadata_key", { n: 2 }))).toBeFocused();
    await form.open(t("create_more.disks"));
    await maru.button(t("create_more.disk_add")).click();
    await expect(form.disk(1).getByLabel(t("create_more.made_of"))).toBeFocused();
  });

  test("editing metadata begins and ends where it was pressed", async ({ maru, page, cloud, watch, sent }) => {
    await openRow({ maru, page, cloud, watch }, "web-prod-01");
    await maru.button(t("metadata.edit")).press("Enter");
    await sent.expect("GET", /\/metadata$/);
    await expect(maru.button(t("metadata.add"))).toBeFocused();
    await maru.button(t("metadata.done")).press("Enter");
    await expect(maru.button(t("metadata.edit"))).toBeFocused();
  });

  test("the page of a new security group has it on its heading", async ({ maru, page }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.button(t("security_groups.create")).click();
    await maru.dialog().getByLabel(t("common.name"), { exact: true }).fill("fresh");
    await page.keyboard.press("Enter");
    await expect(maru.heading("fresh")).toBeVisible();
    await expect(maru.heading("fresh")).toBeFocused();
  });
});

// The focus goes on where the person does: each of these was lost once, or began at the cross that closes.
import { CreateForm, NEW } from "./support/create-form";
import { openRow } from "./support/axe";
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Focus", { tag: "@sim" }, () => {
  test("a question has it on what is asked, not on the cross", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", "Stop");
    await expect(maru.dialog().getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(maru.dialog()).toHaveCount(0);
  });

  test("what is added to a form has it", async ({ maru, page }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.open("Metadata");
    await maru.button(t("create_more.pair_add")).click();
    await expect(form.field("Metadata key 1")).toBeFocused();
    await maru.button(t("create_more.pair_add")).click();
    await expect(form.field("Metadata key 2")).toBeFocused();
    await form.open(t("create_more.disks"));
    await maru.button("Add a disk").click();
    await expect(form.row("Disk 1").getByLabel(t("create_more.made_of"))).toBeFocused();
  });

  test("editing metadata begins and ends where it was pressed", async ({ maru, page, cloud, watch, sent }) => {
    await openRow({ maru, page, cloud, watch }, "web-prod-01");
    await maru.button("Edit metadata").press("Enter");
    await sent.expect("GET", /\/metadata$/);
    await expect(maru.button("Add metadata")).toBeFocused();
    await maru.button("Done editing").press("Enter");
    await expect(maru.button("Edit metadata")).toBeFocused();
  });

  test("the page of a new security group has it on its heading", async ({ maru, page }) => {
    await maru.signInAs("demo", "security-groups");
    await maru.button("Create security group").click();
    await maru.dialog().getByLabel("Name", { exact: true }).fill("fresh");
    await page.keyboard.press("Enter");
    await expect(maru.heading("fresh")).toBeVisible();
    await expect(maru.heading("fresh")).toBeFocused();
  });
});

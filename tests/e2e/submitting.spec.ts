// What all forms and confirmations share when they send something.
import { expect, test } from "./support/test";
import { t } from "./support/words";

test.describe("Submitting", { tag: "@sim" }, () => {
  test("a double click and Enter send once, and the button waits for the answer", async ({ maru, page, cloud, sent }) => {
    await cloud.fault({ service: "compute", method: "POST", path: "/os-server-groups", delay_ms: 1_000, times: 1 });
    await maru.signInAs("empty", "policies");
    await maru.button(t("policies.create")).click();
    const dialog = maru.dialog(t("policies.create"));
    const name = dialog.getByLabel(t("common.name"), { exact: true });
    const send = dialog.getByRole("button", { name: t("policies.create") });
    await name.fill("once");
    await send.dblclick();
    await name.press("Enter");
    await expect(send).toHaveAttribute("aria-busy", "true");
    await expect(dialog).toBeHidden();
    await expect(maru.row("once")).toHaveCount(1);
    await sent.settled();
    expect(sent.since(0).filter((line) => /^POST .*\/os-server-groups$/.test(line))).toHaveLength(1);
  });

  test("a refusal leaves what was typed, and goes with the next attempt", async ({ maru, cloud, watch }) => {
    watch.allowStatus(500);
    await cloud.fault({ service: "compute", method: "POST", path: "/os-server-groups", status: 500, times: 1 });
    await maru.signInAs("empty", "policies");
    await maru.button(t("policies.create")).click();
    const dialog = maru.dialog(t("policies.create"));
    const name = dialog.getByLabel(t("common.name"), { exact: true });
    const send = dialog.getByRole("button", { name: t("policies.create") });
    await name.fill("again");
    await send.click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await expect(name).toHaveValue("again");
    await expect(send).not.toHaveAttribute("aria-busy");
    await cloud.fault({ service: "compute", method: "POST", path: "/os-server-groups", delay_ms: 1_000, times: 1 });
    await send.click();
    await expect(dialog.getByRole("alert")).toHaveCount(0);
    await expect(send).toHaveAttribute("aria-busy", "true");
    await expect(maru.row("again")).toBeVisible();
  });

  test("what was sent goes on when its dialog and its page are left, and is followed to its end", async ({ maru, cloud }) => {
    await cloud.fault({ service: "volume", method: "POST", path: "/volumes", delay_ms: 1_500, times: 1 });
    await maru.signInAs("empty", "volumes");
    await maru.button(t("volumes.create")).first().click();
    const dialog = maru.dialog(t("volumes.create"));
    await dialog.getByLabel(t("common.name")).fill("left");
    await dialog.getByLabel(t("volumes.size")).fill("1");
    const send = dialog.getByRole("button", { name: t("volumes.create") });
    await send.click();
    await expect(send).toHaveAttribute("aria-busy", "true");
    await dialog.getByRole("button", { name: t("common.cancel") }).click();
    await maru.goTo("flavors");
    await expect(maru.notice(t("volumes.create_begun", { name: "left" }))).toBeVisible();
    await maru.pass();
    await expect(maru.notice(t("volumes.create_done", { name: "left" }))).toBeVisible({ timeout: 15_000 });
  });

  test("a question asked again, about another, does not begin with the refusal of the first", async ({ maru, cloud, watch }) => {
    watch.allowStatus(500);
    await cloud.fault({ service: "compute", method: "DELETE", path: "/os-keypairs", status: 500, times: 1 });
    await maru.signInAs("demo", "keypairs");
    const [first, second] = ["dev-laptop", "운영-키"];
    await maru.rowAction(first, t("keypairs.delete"));
    await maru.confirmDelete(first, "keypairs");
    await expect(maru.dialog().getByRole("alert")).toBeVisible();
    await maru.answer(t("common.cancel"));
    await maru.rowAction(second, t("keypairs.delete"));
    await expect(maru.dialog().getByLabel(t("common.type_name", { name: second }))).toBeVisible();
    await expect(maru.dialog().getByRole("alert")).toHaveCount(0);
  });
});

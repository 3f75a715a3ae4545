// Metadata of an instance (row N08).
import type { Console } from "./support/console";
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

async function edit(maru: Console, user = "demo", name = "web-prod-01") {
  await maru.signInAs(user);
  await maru.row(name).getByRole("link").click();
  await maru.button(t("metadata.edit")).click();
}

test.describe("Metadata", { tag: "@sim" }, () => {
  test("N08 metadata is added, changed and removed", async ({ maru, page, cloud, tenant }) => {
    await edit(maru);
    await cloud.expectReceived("GET", /\/servers\/[0-9a-f-]{36}\/metadata$/);
    const table = page.getByRole("group", { name: t("instance.metadata") });
    await expect(table.getByRole("rowheader", { name: "os_distro" })).toBeVisible();

    await maru.button(t("metadata.add")).click();
    const dialog = maru.dialog(t("metadata.add_title"));
    await dialog.getByLabel(t("metadata.key"), { exact: true }).fill("owner:team a");
    await dialog.getByLabel(t("metadata.value"), { exact: true }).fill("플랫폼");
    await dialog.getByRole("button", { name: t("metadata.save") }).click();
    const added = await cloud.expectReceived("POST", /\/metadata$/, { metadata: { "owner:team a": "플랫폼" } });
    expect(added.path).toContain(`/kr1/compute/v2/${tenant}/servers/`);
    await expect(table.getByRole("row", { name: /owner:team a/ })).toContainText("플랫폼");

    await maru.button(t("metadata.change", { key: "owner:team a" })).click();
    await expect(maru.field(t("metadata.value"))).toHaveValue("플랫폼");
    await maru.field(t("metadata.value")).fill("infra");
    await page.keyboard.press("Enter");
    const changed = await cloud.expectReceived("PUT", /\/metadata\/./, { meta: { "owner:team a": "infra" } });
    expect(changed.path).toMatch(/\/metadata\/owner%3Ateam%20a$/);
    await expect(table.getByRole("row", { name: /owner:team a/ })).toContainText("infra");

    await maru.button(t("metadata.remove", { key: "owner:team a" })).click();
    await expect(maru.dialog(t("metadata.remove_title", { key: "owner:team a" }))).toBeVisible();
    await maru.answer(t("metadata.remove", { key: "owner:team a" }));
    const removed = await cloud.expectReceived("DELETE", /\/metadata\/./);
    expect([removed.path.split("/").at(-1), removed.status]).toEqual(["owner%3Ateam%20a", 204]);
    await expect(table.getByRole("row", { name: /owner:team a/ })).toHaveCount(0);
    await maru.button(t("metadata.done")).click();
    await expect(maru.button(t("metadata.edit"))).toBeVisible();
  });

  test("N08 S14 a key and a value have 255 characters, and not one more", async ({ maru, cloud }) => {
    await edit(maru);
    await maru.button(t("metadata.add")).click();
    const dialog = maru.dialog(t("metadata.add_title"));
    const save = dialog.getByRole("button", { name: t("metadata.save") });
    for (const [field, letter] of [[t("metadata.key"), "k"], [t("metadata.value"), "값"]]) {
      await dialog.getByLabel(field, { exact: true }).fill(letter.repeat(256));
      await expect(dialog.getByLabel(field, { exact: true })).toHaveAccessibleDescription(
        like("metadata.too_long", { max: 255, is: 256 }),
      );
      await save.click();
      await expect(dialog.getByLabel(field, { exact: true })).toBeFocused();
      await dialog.getByLabel(field, { exact: true }).fill(letter.repeat(255));
    }
    expect(await cloud.received(0, { method: "POST", path: "/metadata" })).toEqual([]);
    await save.click();
    const metadata = { ["k".repeat(255)]: "값".repeat(255) };
    expect((await cloud.expectReceived("POST", /\/metadata$/, { metadata })).status).toBe(200);
  });

  for (const [typed, words] of [
    ["", t("metadata.key_missing")],
    ["a/b", t("metadata.key_bad")],
    ["키", t("metadata.key_bad")],
    ["os_type", t("metadata.key_twice")],
  ] as const) {
    test(`N08 the key ${JSON.stringify(typed)} is refused before it is sent`, async ({ maru, cloud }) => {
      await edit(maru);
      await maru.button(t("metadata.add")).click();
      const dialog = maru.dialog(t("metadata.add_title"));
      await dialog.getByLabel(t("metadata.key"), { exact: true }).fill(typed);
      await dialog.getByRole("button", { name: t("metadata.save") }).click();
      await expect(dialog.getByLabel(t("metadata.key"), { exact: true })).toHaveAccessibleDescription(new RegExp(words));
      expect(await cloud.received(0, { method: "POST", path: "/metadata" })).toEqual([]);
    });
  }

  test("N08 a key that steers the provider's console says so", async ({ maru }) => {
    await edit(maru);
    await maru.button(t("metadata.change", { key: "login_username" })).click();
    await expect(maru.dialog()).toContainText(t("metadata.steers"));
  });

  test("N08 what the cloud refuses is shown in its words", async ({ maru, cloud, watch }) => {
    watch.allowStatus(403);
    await edit(maru);
    await maru.button(t("metadata.add")).click();
    const dialog = maru.dialog(t("metadata.add_title"));
    const body = { forbidden: { code: 403, message: "Maximum number of metadata items exceeds 128" } };
    await cloud.fault({ path: "/metadata", method: "POST", status: 403, body, times: 1 });
    await dialog.getByLabel(t("metadata.key"), { exact: true }).fill("one-more");
    await dialog.getByRole("button", { name: t("metadata.save") }).click();
    await expect(dialog.getByRole("alert")).toContainText("Maximum number of metadata items exceeds 128");
  });

  test("N08 where the cloud has no metadata calls, editing goes after it was asked once", async ({ maru, page, watch, cloud }) => {
    watch.allowStatus(404);
    await edit(maru, "no-metadata");
    await expect(page.getByRole("alert")).toContainText(t("metadata.not_offered.what"));
    await expect(maru.button(t("metadata.edit"))).toHaveCount(0);
    await maru.goTo("instances");
    await maru.row("dev-minji").getByRole("link").click();
    await expect(page.getByRole("heading", { name: t("instance.metadata") })).toBeVisible();
    await expect(maru.button(t("metadata.edit"))).toHaveCount(0);
    expect(await cloud.received(0, { method: "GET", path: "/metadata" })).toHaveLength(1);
  });

  test("N08 a state that allows no change of metadata says so before it is asked for", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("archive-node").getByRole("link").click();
    const edit = maru.button(starts("metadata.edit"));
    await expect(edit).toHaveAttribute("aria-disabled", "true");
    await expect(edit).toContainText(like("outcomes.needs", { is: t("status.shelved_offloaded") }));
    await edit.click({ force: true });
    expect(await cloud.received(0, { method: "GET", path: "/metadata" })).toEqual([]);
  });

  test("N08 what was open when the state changed is refused with the reason", async ({ maru, cloud }) => {
    await edit(maru);
    await expect(maru.button(t("metadata.add"))).toBeVisible();
    await cloud.change("web-prod-01", { vm_state: "error" });
    for (const name of [t("metadata.add"), t("metadata.change", { key: "os_distro" }), t("metadata.remove", { key: "os_distro" })]) {
      const button = maru.page.getByRole("button", { name });
      await expect(button).toHaveAttribute("aria-disabled", "true", { timeout: 40_000 });
      await expect(button).toContainText(t("status.error"));
    }
  });
});

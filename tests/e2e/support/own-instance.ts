// An instance for one test, on any cloud, created with the form as described in the cloud's file.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";
import { step, target } from "./target";
import { t } from "./words";

/** Creates it, waits until it runs, and goes to the list. */
export async function makeInstance(maru: Console, page: Page, name: string) {
  await maru.goTo("instances");
  await page.getByRole("link", { name: t("instances.create") }).first().click();
  await maru.field(t("common.name")).fill(name);
  await chooseUsual(maru);
  await chooseKey(page);
  await maru.button(t("create.submit")).click();
  await expect(maru.heading(name)).toBeVisible();
  await maru.pass();
  await expect(page.getByRole("link", { name: t("create.open") })).toBeVisible();
  await expect(page.getByRole("main").getByText(t("create.stage_running"), { exact: true }).first()).toBeVisible();
  await maru.goFromNew("instances");
  await expect(maru.row(name)).toContainText(t("status.active"));
}

/** Fills the form as described in the cloud's file. */
export async function chooseUsual(maru: Console) {
  await maru.choice(t("create.image"), target.image).check();
  await maru.choice(t("create.flavor"), target.flavor).check();
  await step("root disk", () => maru.field(t("create.root_disk")).fill(target.disk ?? ""));
  await maru.choice(t("create.zone"), target.zone).check();
  await maru.place(target.network).check();
}

/** No key if none is required, otherwise any; a new cloud has none yet. */
export async function chooseKey(page: Page) {
  const first = page.getByRole("radiogroup", { name: t("create.key") }).getByRole("radio").first();
  await expect(first.or(page.getByText(t("create.key_none")))).toBeVisible();
  if (await first.isVisible()) await first.check();
}

/** Deletes it and waits until it is gone. */
export async function deleteInstance(maru: Console, name: string) {
  await maru.goTo("instances");
  await maru.rowAction(name, t("actions.delete.menu"));
  await maru.confirmDelete(name);
  await maru.pass();
  await expect(maru.row(name)).toHaveCount(0);
}

// An instance of a test's own, on any cloud: made by the form, as the cloud's file says.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";
import { step, target } from "./target";

/** Makes it, waits until it runs, and comes to the list. */
export async function makeInstance(maru: Console, page: Page, name: string) {
  await maru.goTo("Instances");
  await page.getByRole("link", { name: "Create instance" }).first().click();
  await maru.field("Name").fill(name);
  await chooseUsual(maru, page);
  await chooseKey(page);
  await maru.button("Create instance").click();
  await expect(maru.heading(name)).toBeVisible();
  await maru.pass();
  await expect(page.getByRole("link", { name: "Open instance" })).toBeVisible();
  await expect(page.getByRole("main").getByText("Running", { exact: true }).first()).toBeVisible();
  await maru.goFromNew("Instances");
  await expect(maru.row(name)).toContainText("Running");
}

/** What the cloud's file says, in the form. */
export async function chooseUsual(maru: Console, page: Page) {
  await maru.choice("Image", target.image).check();
  await maru.choice("Flavor", target.flavor).check();
  await step("root disk", () => maru.field("Root disk").fill(target.disk ?? ""));
  await maru.choice("Availability zone", target.zone).check();
  const place = page.getByRole("radiogroup", { name: /^(Subnet|Network)$/ });
  await place.getByRole("radio", { name: target.network, exact: true }).check();
}

/** No key where none is needed, any where one is; on a cloud that is new there is none yet. */
export async function chooseKey(page: Page) {
  const first = page.getByRole("radiogroup", { name: "Key pair" }).getByRole("radio").first();
  await expect(first.or(page.getByText("There is no key pair yet"))).toBeVisible();
  if (await first.isVisible()) await first.check();
}

/** Deletes it and waits until it is gone. */
export async function deleteInstance(maru: Console, name: string) {
  await maru.goTo("Instances");
  await maru.rowAction(name, "Delete…");
  await maru.confirmDelete(name);
  await maru.pass();
  await expect(maru.row(name)).toHaveCount(0);
}

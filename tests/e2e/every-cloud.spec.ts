// The rows beside the main flow, on every cloud: what one of them cannot do is skipped by its name, and printed.
import { randomBytes } from "node:crypto";
import { deleteInstance, makeInstance } from "./support/own-instance";
import { step, target } from "./support/target";
import { expect, test } from "./support/test";

const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;
const mark = () => `e2e-${randomBytes(3).toString("hex")}`;

test.describe.configure({ timeout: 600_000 });

test("S09 S26 N08 N09 an instance goes through its states and comes back", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn();
  await makeInstance(maru, page, name);

  const row = maru.row(name);
  /** Asks for an action of the row's menu, answers its question, and waits for the state after. */
  const act = async (action: string, verb: string | undefined, body: object, state: string) => {
    await maru.rowAction(name, action);
    if (verb) await maru.answer(verb);
    await sent.expect("POST", ACTION, body);
    await maru.pass();
    await expect(row).toContainText(state);
  };

  await step("resize", async () => {
    await maru.rowAction(name, "Resize…");
    await maru.choice("New flavor", target.resizeTo).check({ force: true });
    await maru.answer("Resize");
    await sent.expect("POST", ACTION, { resize: { flavorRef: ID } });
    await maru.pass();
    await expect(row).toContainText(target.resizeTo);
  });
  await step("confirm resize", () => act("Confirm the new flavor", undefined, { confirmResize: null }, "Running"));
  await step("shelve", async () => {
    await act("Shelve…", "Shelve", { shelve: null }, "Shelved (offloaded)");
    await act("Unshelve", undefined, { unshelve: null }, "Running");
  });
  await step("pause", async () => {
    await act("Pause…", "Pause", { pause: null }, "Paused");
    await act("Unpause", undefined, { unpause: null }, "Running");
  });
  await step("suspend", async () => {
    await act("Suspend…", "Suspend", { suspend: null }, "Suspended");
    await act("Resume", undefined, { resume: null }, "Running");
  });
  await step("rescue", async () => {
    await maru.rowAction(name, "Rescue…");
    await maru.answer("Rescue");
    await sent.expect("POST", ACTION, { rescue: null });
    await maru.answer("Done");
    await maru.pass();
    await expect(row).toContainText("Rescue");
    await act("Leave rescue mode…", "Leave rescue mode", { unrescue: null }, "Running");
  });
  await step("lock", async () => {
    await maru.rowAction(name, "Lock…");
    await maru.answer("Lock");
    await expect(maru.notice(`${name} is locked`)).toBeVisible();
    await maru.rowAction(name, "Unlock");
    await expect(maru.notice(`${name} is unlocked`)).toBeVisible();
  });

  await row.getByRole("link").click();
  await step("metadata", async () => {
    await maru.button("Edit metadata").click();
    await maru.button("Add metadata").click();
    await maru.dialog("Add metadata").getByLabel("Key", { exact: true }).fill("team");
    await maru.dialog("Add metadata").getByLabel("Value", { exact: true }).fill("플랫폼");
    await maru.dialog("Add metadata").getByRole("button", { name: "Save" }).click();
    await sent.expect("POST", /\/metadata$/, { metadata: { team: "플랫폼" } });
    await expect(page.getByRole("row", { name: /team/ })).toContainText("플랫폼");
  });
  await step("console log", async () => {
    await page.getByText("Console log", { exact: true }).click();
    await sent.expect("POST", ACTION, { "os-getConsoleOutput": { length: 50 } });
    await expect(page.getByRole("group", { name: "Console log" })).toContainText(/\w/);
  });
  await deleteInstance(maru, name);
});

test("S27 N02 N07 an image is made of an instance, and goes", async ({ maru, page, sent, watch }) => {
  watch.allowGoneServer();
  const name = mark();
  await maru.signIn();
  await makeInstance(maru, page, name);
  await maru.rowAction(name, "Create image…");
  await maru.field("Name of the image").fill(`${name}-image`);
  await maru.answer("Create image");
  // The instance's own action, or its root volume's.
  await sent.expect("POST", /\/(servers|volumes)\/[0-9a-f-]{36}\/action$/);
  await maru.pass(12_000);
  await expect(maru.notice(`Image ${name}-image of ${name} is ready`)).toBeVisible();
  await maru.dialog().getByRole("button", { name: "Close" }).last().click();
  await maru.goTo("Images");
  await maru.rowAction(`${name}-image`, "Delete…");
  await maru.field(`Type ${name}-image to confirm`).fill(`${name}-image`);
  await maru.answer("Delete");
  await sent.expect("DELETE", /\/images\/[0-9a-f-]{36}$/);
  await expect(maru.row(`${name}-image`)).toHaveCount(0);
  await deleteInstance(maru, name);
});

// The create form (rows S13–S16).
import { CreateForm, DEBIAN, NEW } from "./support/create-form";
import { passInPage, takeClock } from "./support/passing-time";
import { expect, test } from "./support/test";
import { like, t, whole } from "./support/words";

test.describe("Create", { tag: "@sim" }, () => {
  test("S13 S14 on a stock OpenStack no rule of the guide holds, and a network is named instead of a subnet", async ({
    maru,
    page,
    sent,
  }) => {
    const form = await CreateForm.onStock(page, maru);
    // Eleven instances at once, and U2 without a mapping: only the provider forbids these.
    await form.fill({ name: "many", flavor: "u2.c2m4", count: "11", where: "network" });
    await form.submit.click();
    const request = await sent.expect("POST", /\/servers$/);
    const { server } = request.postDataJSON();
    expect(server).toMatchObject({ name: "many", min_count: 11, max_count: 11 });
    expect(server).not.toHaveProperty("block_device_mapping_v2");
    expect(server.networks).toEqual([{ uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    expect((await request.response())?.status()).toBe(202);
  });

  test("S13 what the fold shows is what the cloud receives", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "shown", disk: "30" });
    await page.getByRole("checkbox", { name: "web", exact: true }).check({ force: true });
    const shown = await form.json();
    await form.submit.click();
    expect((await cloud.expectReceived("POST", /\/servers$/)).body).toEqual(shown);
    expect(shown).toMatchObject({ server: { name: "shown", security_groups: [{ name: "web" }] } });
  });

  test("S13 U2 boots from its own disk", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "local", flavor: "u2.c1m2" });
    await form.submit.click();
    const { body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(body).toMatchObject({ server: { block_device_mapping_v2: [{ destination_type: "local" }] } });
  });

  test("an empty form names what is missing and goes to the first", async ({ maru, page }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await expect(maru.choice(t("create.image"), DEBIAN)).toBeVisible();
    await form.submit.click();
    await form.expectError(t("common.name"), like("create.missing_name"));
    await expect(form.field(t("common.name"))).toBeFocused();
    await expect(page.getByText(whole("create.mistakes"))).toBeVisible();
  });

  test("a refusal by quota keeps the form", async ({ maru, page, watch }) => {
    watch.allowStatus(403);
    await maru.signInAs("quota", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "too-big", flavor: "m2.c8m16" });
    await form.submit.click();
    const alert = page.getByRole("alert").filter({ hasText: t("errors.quota.what") });
    await expect(alert).toContainText("Quota exceeded for");
    await expect(alert).toContainText(/req-[0-9a-f-]{36}/);
    await expect(form.field(t("common.name"))).toHaveValue("too-big");
    await maru.choice(t("create.flavor"), "m2.c1m2").check();
    await form.submit.click();
    await expect(maru.heading("too-big")).toBeVisible();
  });

  test("S16 a build that fails tells the fault and offers the form with the same values", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "fail-build-1", disk: "44" });
    await form.submit.click();
    await expect(maru.heading("fail-build-1")).toBeVisible();
    await cloud.advance(8_000);
    await expect(page.getByRole("alert").filter({ hasText: t("create.failed") })).toContainText(
      "No valid host was found.",
    );
    await maru.button(t("create.again")).click();
    await expect(form.field(t("common.name"))).toHaveValue("fail-build-1");
    await expect(form.field(t("create.root_disk"))).toHaveValue("44");
    await expect(maru.choice(t("create.image"), DEBIAN)).toBeChecked();
  });

  test("S13 S16 the password that the cloud made is shown until the page is left, and kept nowhere", async ({ maru, page, sent }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "with-password" });
    await form.submit.click();
    await sent.expect("POST", /\/servers$/);
    await expect(page.getByRole("heading", { name: t("questions.password") })).toBeVisible();
    // Not from the answer: the browser does not always keep its body.
    const password = await page.getByRole("main").locator(".secret-text").innerText();
    expect(password).toMatch(/^\S{8,}$/);
    const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
    expect(await stored()).not.toContain(password);
    await maru.goFromNew("instances");
    await expect(page.getByText(password)).toHaveCount(0);
    await page.goBack();
    await expect(maru.heading(t("create.title"))).toBeVisible();
    await expect(page.getByText(password)).toHaveCount(0);
    await maru.goTo("instances");
    await maru.row("with-password").getByRole("link").click();
    await expect(maru.heading("with-password")).toBeVisible();
    expect(await page.content()).not.toContain(password);
    expect(await stored()).not.toContain(password);
  });

  test("S16 a build of more than ten minutes says so, and is followed on", async ({ maru, page, sent, cloud }) => {
    test.slow();
    await takeClock(page);
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "stuck-build-1" });
    await form.submit.click();
    await expect(maru.heading("stuck-build-1")).toBeVisible();
    const long = page.getByText(t("create.build_long"));
    await passInPage(page, sent, 9 * 60_000, 60_000);
    await expect(page.getByText(t("create.may_leave"))).toBeVisible();
    await expect(long).toHaveCount(0);
    await passInPage(page, sent, 2 * 60_000, 60_000);
    await expect(long).toBeVisible();
    await cloud.change("stuck-build-1", { vm_state: "active", task_state: null });
    await passInPage(page, sent, 2 * 60_000, 60_000);
    await expect(page.getByRole("link", { name: t("create.open") })).toBeVisible();
    await expect(long).toHaveCount(0);
  });

  test("S15 several at once are followed by their reservation", async ({ maru, page, cloud }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "batch", count: "3" });
    await form.submit.click();
    const { body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(body).toMatchObject({ server: { min_count: 3, max_count: 3, return_reservation_id: true } });
    await expect(maru.heading(t("create.batch_title", { name: "batch", n: 3 }))).toBeVisible();
    await cloud.advance(8_000);
    await expect(page.getByText(t("create.batch_running", { is: 3, of: 3 }))).toBeVisible({ timeout: 20_000 });
    // Each of the three is reported by itself, and the notice about all is removed.
    const notices = page.getByRole("region", { name: t("shell.notices") });
    await expect(notices.getByText(t("outcomes.created", { name: "batch-1" }))).toBeVisible();
    await expect(notices.getByText(t("outcomes.creating", { name: "batch" }), { exact: true })).toHaveCount(0);
    const asked = (await cloud.received(0, { method: "GET" })).filter((one) => one.query.includes("reservation_id=r-"));
    expect(asked).not.toEqual([]);
  });

  test("without image and network service ids are typed, with the same checks", async ({ maru, page, cloud, watch }) => {
    // The cloud itself does not know these ids.
    watch.allowStatus(400);
    await maru.signInAs("no-image+no-network+empty", NEW);
    const form = new CreateForm(page, maru);
    await form.field(t("common.name")).fill("typed");
    await form.field(t("create.image_id")).fill("00000000-0000-4000-8000-000000000000");
    await maru.choice(t("create.flavor"), "m2.c2m4").check();
    await form.field(t("create.root_disk")).fill("9");
    await form.field(t("create.subnet_id")).fill("11111111-1111-4111-8111-111111111111");
    await maru.choice(t("create.key"), "dev-laptop").check();
    await form.submit.click();
    await form.expectError(t("create.root_disk"), like("create.too_small_gb", { n: 10 }));
    await form.field(t("create.root_disk")).fill("20");
    await page.getByLabel(like("create.groups")).first().fill("web");
    await form.submit.click();
    const { body } = await cloud.expectReceived("POST", /\/servers$/);
    expect(body).toMatchObject({
      server: {
        imageRef: "00000000-0000-4000-8000-000000000000",
        networks: [{ subnet: "11111111-1111-4111-8111-111111111111" }],
        security_groups: [{ name: "web" }],
      },
    });
  });

  test("leaving a form in which something was typed asks first", async ({ maru, page }) => {
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.field(t("common.name")).fill("half");
    await maru.railLink("flavors").click();
    const dialog = page.getByRole("dialog", { name: t("create.leave_title") });
    await dialog.getByRole("button", { name: t("common.cancel") }).click();
    await expect(form.field(t("common.name"))).toHaveValue("half");
    await maru.railLink("flavors").click();
    await dialog.getByRole("button", { name: t("create.leave_confirm") }).click();
    await expect(maru.heading(t("flavors.title"))).toBeVisible();
  });

  test("N01 the session ends in the middle: signing in again over the form loses nothing", async ({
    maru,
    page,
    watch,
    cloud,
  }) => {
    watch.allowStatus(401);
    await maru.signInAs("empty", NEW);
    const form = new CreateForm(page, maru);
    await form.fill({ name: "survivor", disk: "33" });
    await page.getByRole("checkbox", { name: "web", exact: true }).check({ force: true });
    await cloud.endSession();
    await form.submit.click();
    const dialog = page.getByRole("dialog", { name: t("shell.session_ended") });
    await expect(dialog).toContainText("empty@maru.test");
    await page.keyboard.press("Escape");
    await dialog.getByLabel(t("sign_in.api_password")).fill("demo-password");
    await dialog.getByRole("button", { name: t("sign_in.submit"), exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(form.field(t("common.name"))).toHaveValue("survivor");
    await expect(form.field(t("create.root_disk"))).toHaveValue("33");
    await expect(maru.choice(t("create.image"), DEBIAN)).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "web", exact: true })).toBeChecked();
    await form.submit.click();
    await expect(maru.heading("survivor")).toBeVisible();
  });
});

// Images made of instances (rows S27, N07).
import { expect, test } from "./support/test";
import { like, starts, t } from "./support/words";

const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

test.describe("Images of instances", { tag: "@sim" }, () => {
  test("S27 of U2: created, followed with its size until it is ready", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.rowAction("staging-api", t("actions.create_image.menu"));
    const dialog = maru.dialog(t("questions.image_title", { name: "staging-api" }));
    await expect(dialog).toContainText(t("questions.image_stop_first"));
    await maru.field(t("questions.image_name")).fill("golden");
    await maru.field(t("questions.image_metadata")).fill("stage = prod\nteam=shop");
    await maru.answer(t("questions.image"));
    const { body, status } = await cloud.expectReceived("POST", ACTION);
    expect([body, status]).toEqual([{ createImage: { name: "golden", metadata: { stage: "prod", team: "shop" } } }, 202]);
    const names = { image: "golden", name: "staging-api" };
    await expect(dialog).toContainText(t("outcomes.saving_image", { ...names, progress: t("outcomes.image_waits") }));
    await cloud.advance(4_000);
    const saving = like("outcomes.saving_image", { ...names, progress: like("common.mb", { n: /[\d,.]+/ }) });
    await expect(dialog).toContainText(saving);
    await dialog.getByRole("button", { name: t("common.close") }).last().click();
    await expect(maru.notice(saving)).toBeVisible();
    await cloud.advance(6_000);
    await expect(maru.notice(t("outcomes.image_saved", names))).toBeVisible();
    const images = await imagesCalled(cloud, "golden");
    expect(images).toEqual([expect.objectContaining({ status: "active", stage: "prod", team: "shop" })]);
  });

  test("S27 an image that cannot be saved says so", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await cloud.change("배치-서버", { rename: "fail-image-1" });
    await maru.rowAction("fail-image-1", t("actions.create_image.menu"));
    await expect(maru.dialog()).not.toContainText(t("questions.image_stop_first"));
    await maru.field(t("questions.image_name")).fill("broken");
    await maru.answer(t("questions.image"));
    await cloud.expectReceived("POST", ACTION, { createImage: { name: "broken" } });
    await cloud.advance(5_000);
    const failed = t("outcomes.image_failed", { image: "broken", name: "fail-image-1", status: "killed" });
    await expect(maru.notice(failed)).toBeVisible();
    await expect(maru.dialog()).toContainText(failed);
  });

  test("S27 the name is needed, 255 characters at most, and metadata is a name and a value a line", async ({ maru }) => {
    await maru.signInAs("demo");
    await maru.rowAction("staging-api", t("actions.create_image.menu"));
    const create = maru.dialog().getByRole("button", { name: starts("questions.image") });
    await expect(maru.field(t("questions.image_name"))).toHaveValue(/^staging-api-\d{4}-\d{2}-\d{2}$/);
    await expect(create).not.toHaveAttribute("aria-disabled");
    await maru.field(t("questions.image_name")).fill("");
    await expect(create).toContainText(t("questions.name_empty"));
    await maru.field(t("questions.image_name")).fill("가".repeat(255));
    await expect(create).not.toHaveAttribute("aria-disabled");
    await maru.field(t("questions.image_name")).fill("가".repeat(256));
    await expect(maru.dialog().getByRole("alert")).toContainText(t("questions.name_long", { max: "255", is: "256" }));
    await maru.field(t("questions.image_name")).fill("ok");
    await maru.field(t("questions.image_metadata")).fill("a=1\nno equals");
    await expect(maru.dialog().getByRole("alert")).toContainText(like("questions.image_line", { n: 2, max: 255 }));
    await expect(create).toHaveAttribute("aria-disabled", "true");
  });

  test("N07 of all others: the root volume is uploaded, also while it is in use", async ({ maru, cloud }) => {
    await maru.signInAs("demo");
    await maru.rowAction("web-prod-01", t("actions.create_image.menu"));
    await expect(maru.dialog()).toContainText(like("questions.image_of_volume", { size: t("common.gb", { n: 50 }) }));
    await maru.field(t("questions.image_name")).fill("web-golden");
    await maru.page.getByLabel(t("questions.image_protected")).check();
    await maru.answer(t("questions.image"));
    const { body, status } = await cloud.expectReceived("POST", /\/volumes\/[0-9a-f-]{36}\/action$/);
    const upload = { image_name: "web-golden", force: true, disk_format: "qcow2", container_format: "bare" };
    expect(body).toEqual({ "os-volume_upload_image": { ...upload, visibility: "private", protected: true } });
    expect(status).toBe(202);
    await cloud.advance(9_000);
    await expect(maru.notice(t("outcomes.image_saved", { image: "web-golden", name: "web-prod-01" }))).toBeVisible();
    expect(await imagesCalled(cloud, "web-golden")).toEqual([expect.objectContaining({ status: "active", protected: true })]);
  });

  test("N07 without block storage nothing is sent, and the dialog says why", async ({ maru, watch, cloud }) => {
    watch.allowStatus(503);
    await maru.signInAs("volume-down+demo");
    await maru.rowAction("web-prod-01", t("actions.create_image.menu"));
    await maru.field(t("questions.image_name")).fill("x");
    const create = maru.dialog().getByRole("button", { name: starts("questions.image") });
    await expect(create).toContainText(t("questions.image_no_volume"));
    await expect(maru.dialog().getByRole("alert")).toContainText(t("errors.server.what"));
    await create.click({ force: true });
    expect((await cloud.received(0, { method: "POST", service: "volume" })).length).toBe(0);
  });

  test("S27 a stock cloud makes an image of any instance", async ({ maru, cloud }) => {
    await maru.signInToStock();
    await maru.rowAction("web-prod-01", t("actions.create_image.menu"));
    await maru.field(t("questions.image_name")).fill("stock-golden");
    await maru.answer(t("questions.image"));
    await cloud.expectReceived("POST", ACTION, { createImage: { name: "stock-golden" } });
    await cloud.advance(10_000);
    await expect(maru.notice(t("outcomes.image_saved", { image: "stock-golden", name: "web-prod-01" }))).toBeVisible();
  });
});

/** The images of this name, as another client sees them. */
async function imagesCalled(cloud: { origin: string; token(): Promise<string> }, name: string) {
  const headers = { "X-Auth-Token": await cloud.token() };
  const { images } = await (await fetch(`${cloud.origin}/kr1/image/v2/images?limit=100`, { headers })).json();
  return images.filter((image: { name: string }) => image.name === name);
}

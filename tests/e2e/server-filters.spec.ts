// The search in the cloud (row S10): each filter as the cloud received it, and the answer in the same table.
import type { Page } from "@playwright/test";
import type { Console } from "./support/console";
import type { Received, Simulator } from "./support/simulator";
import { expect, test } from "./support/test";
import { t } from "./support/words";

/** The newest such request, with its query parsed. The list sends requests as well: with limit, marker and changes. */
async function asked(cloud: Simulator, key: string): Promise<Received & { params: Record<string, string> }> {
  const find = async () => {
    const all = await cloud.received(0, { method: "GET", path: "servers/detail" });
    return all.filter((one) => new URLSearchParams(one.query).has(key)).at(-1);
  };
  await expect.poll(async () => (await find()) !== undefined, { message: `a list with ${key}` }).toBe(true);
  const found = await find();
  if (!found) throw new Error(key);
  return { ...found, params: Object.fromEntries(new URLSearchParams(found.query)) };
}

const form = (page: Page) => page.getByRole("form", { name: t("ask.title") });

async function open(maru: Console, page: Page) {
  await maru.signInAs("demo");
  await expect(maru.rows).toHaveCount(16);
  await maru.button(t("instances.ask_cloud")).click();
  await expect(form(page)).toBeVisible();
}

const send = (page: Page) => form(page).getByRole("button", { name: t("ask.send"), exact: true }).click();

/** Creates several instances at once as another client, and returns their reservation. */
async function makeBatch(cloud: Simulator, name: string, count: number): Promise<string> {
  const { images } = await cloud.client("GET", "image/v2/images");
  const { flavors } = await cloud.client("GET", "compute/v2/{tenant}/flavors");
  const { vpcsubnets } = await cloud.client("GET", "network/v2.0/vpcsubnets");
  const image = images.find((one: { min_disk: number }) => one.min_disk <= 20).id;
  const flavor = flavors.find((one: { name: string }) => one.name === "u2.c1m2").id;
  const disk = { boot_index: 0, uuid: image, source_type: "image", destination_type: "local", delete_on_termination: true };
  const answer = await cloud.client("POST", "compute/v2/{tenant}/servers", {
    server: {
      name,
      imageRef: image,
      flavorRef: flavor,
      key_name: "dev-laptop",
      networks: [{ subnet: vpcsubnets[0].id }],
      block_device_mapping_v2: [disk],
      min_count: count,
      max_count: count,
      return_reservation_id: true,
    },
  });
  return answer.reservation_id;
}

test.describe("Asking the cloud", { tag: "@sim" }, () => {
  test("S10 status, in the word that Nova takes; the address keeps it, and there is a way back", async ({
    maru,
    page,
    cloud,
  }) => {
    await open(maru, page);
    await form(page).getByLabel(t("common.status")).selectOption({ label: t("ask.status_word", { word: "SHUTOFF", name: t("status.shutoff") }) });
    await send(page);
    expect((await asked(cloud, "status")).params).toEqual({ status: "SHUTOFF" });
    await expect(maru.rows).toHaveCount(2);
    await expect(page.getByText(`${t("ask.banner")} ${t("ask.is_status", { value: "SHUTOFF" })}`)).toBeVisible();
    await expect(page).toHaveURL(/\?by-status=SHUTOFF$/);
    await expect(page.getByRole("status").filter({ hasText: t("instances.count", { n: 2 }) })).toBeVisible();

    await page.reload();
    await expect(maru.row("배치-서버")).toBeVisible();
    await expect(maru.rows).toHaveCount(2);
    // The search of the table works on the instances found.
    await maru.search.fill("배치-서버");
    await expect(maru.rows).toHaveCount(1);
    await expect(page).toHaveURL(/by-status=SHUTOFF/);
    await maru.button(t("common.clear_filters")).first().click();
    await maru.button(t("ask.back")).click();
    await expect(maru.rows).toHaveCount(16);
    await expect(page).toHaveURL(/\/instances$/);
  });

  test("S10 plain text is escaped, a regular expression is not", async ({ maru, page, cloud }) => {
    await open(maru, page);
    await form(page).getByLabel(t("ask.name")).fill("web-prod-0.");
    await send(page);
    expect((await asked(cloud, "name")).params).toEqual({ name: "web-prod-0\\." });
    await expect(page.getByText(t("instances.none_title"))).toBeVisible();
    await maru.button(t("ask.change")).click();
    await form(page).getByLabel(t("ask.plain")).uncheck();
    await send(page);
    await expect(maru.rows).toHaveCount(2);
    expect((await asked(cloud, "name")).params).toEqual({ name: "web-prod-0." });
    await expect(page).toHaveURL(/\?by-name=web-prod-0\.$/);
  });

  test("S10 image, flavor and limit, chosen by name and sent by id", async ({ maru, page, cloud }) => {
    await open(maru, page);
    await form(page).getByLabel(t("ask.flavor")).selectOption({ label: "m2.c2m4" });
    await send(page);
    expect((await asked(cloud, "flavor")).params).toEqual({ flavor: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await expect(maru.rows).toHaveCount(4);
    await expect(maru.row("web-prod-01")).toBeVisible();
    await maru.button(t("ask.change")).click();
    await form(page).getByLabel(t("ask.limit")).fill("3");
    await send(page);
    await expect(maru.rows).toHaveCount(3);
    expect((await asked(cloud, "flavor")).params.limit).toBe("3");
    await maru.button(t("ask.change")).click();
    const image = form(page).getByLabel(t("ask.image"));
    await image.selectOption({ label: "Ubuntu Server 22.04.5 LTS (2026.08.19)" });
    const id = await image.inputValue();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await send(page);
    await expect(maru.rows).toHaveCount(2);
    await expect(maru.row("web-prod-01")).toBeVisible();
    await expect(maru.row("web-prod-02")).toBeVisible();
    expect((await asked(cloud, "image")).params).toMatchObject({ image: id, limit: "3" });
    // Each is a chip, and can be taken away by itself.
    const chips = page.getByRole("list", { name: t("ask.title") });
    await expect(chips.getByRole("listitem")).toHaveCount(3);
    await chips.getByRole("button", { name: t("ask.remove", { what: t("ask.is_limit", { value: "3" }) }) }).click();
    await expect(chips.getByRole("listitem")).toHaveCount(2);
    await expect(page).not.toHaveURL(/by-limit/);
  });

  test("S10 a reservation finds the instances of one create, and one that nobody has finds none", async ({ maru, page, cloud }) => {
    const reservation = await makeBatch(cloud, "batch", 2);
    await maru.signInAs("demo", `instances?by-reservation=${reservation}`);
    expect((await asked(cloud, "reservation_id")).params).toEqual({ reservation_id: reservation });
    await expect(page.getByText(`${t("ask.banner")} ${t("ask.is_reservation", { value: reservation })}`)).toBeVisible();
    await expect(maru.rows).toHaveCount(2);
    await expect(maru.row("batch-1")).toBeVisible();
    await expect(maru.row("batch-2")).toBeVisible();
    await page.goto("instances?by-reservation=r-nothere1");
    await expect(page.getByText(t("instances.none_title"))).toBeVisible();
  });

  test("S10 changes since, typed in one's own zone and sent in UTC, find deleted instances too", async ({
    maru,
    page,
    cloud,
  }) => {
    await open(maru, page);
    await cloud.deleteServer("dev-minji");
    await cloud.advance(5_000);
    await form(page).getByLabel(t("ask.since")).fill("2026-01-02T03:04");
    const utc = await page.evaluate(() => new Date("2026-01-02T03:04").toISOString().replace(".000", ""));
    await send(page);
    expect((await asked(cloud, "changes-since")).params["changes-since"]).toMatch(/Z$/);
    const all = await cloud.received(0, { method: "GET", path: "servers/detail" });
    expect(all.map((one) => new URLSearchParams(one.query).get("changes-since"))).toContain(utc);
    await expect(maru.row("dev-minji")).toContainText(t("status.deleted"));
  });

  test("S10 a marker that the cloud includes brings no row twice", async ({ maru, page, cloud }) => {
    await maru.signInAs("many-250+inclusive", "instances?by-name=.");
    await asked(cloud, "marker");
    await expect(page.getByRole("status").filter({ hasText: t("instances.count", { n: 250 }) })).toBeVisible();
    await expect(maru.table).toHaveAttribute("aria-rowcount", "251");
  });

  test("S10 rows after a marker", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo");
    await maru.row("web-prod-02").getByRole("link").click();
    await expect(maru.heading("web-prod-02")).toBeVisible();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.goto(`instances?by-marker=${id}&by-limit=1`);
    await expect(maru.rows).toHaveCount(1);
    await expect(maru.row("web-prod-01")).toBeVisible();
    expect((await asked(cloud, "marker")).params).toEqual({ marker: id, limit: "1" });
  });

  test("S10 a bad expression is refused in the server's words, next to what was asked", async ({ maru, page, watch }) => {
    watch.allowStatus(400);
    await maru.signInAs("demo", "instances?by-name=%5B");
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toContainText("Invalid input for query parameters name. Value: [.");
    await expect(alert).toContainText(/req-[0-9a-f-]{36}/);
    await maru.button(t("ask.back")).click();
    await expect(maru.rows).toHaveCount(16);
  });

  test("S10 too many requests are said next to it, too", async ({ maru, page, watch, cloud }) => {
    watch.allowStatus(413);
    await open(maru, page);
    const body = { overLimit: { code: 413, message: "This request was rate-limited.", retryAfter: "1" } };
    await cloud.fault({ path: "servers/detail", method: "GET", status: 413, body });
    await form(page).getByLabel(t("common.status")).selectOption({ label: t("ask.status_word", { word: "ERROR", name: t("status.error") }) });
    await send(page);
    await expect(page.getByRole("main").getByRole("alert")).toContainText("This request was rate-limited.");
    await cloud.endFaults();
    await page.getByRole("main").getByRole("alert").getByRole("button", { name: t("common.retry") }).click();
    await expect(maru.row("ml-train-x1")).toBeVisible();
  });

  for (const [limit, fine] of [["1", true], ["0", false], ["-1", false], ["1.5", false], ["many", false]] as const) {
    test(`S10 a limit of ${limit} is ${fine ? "sent" : "refused before it is sent"}`, async ({ maru, page }) => {
      await open(maru, page);
      await form(page).getByLabel(t("ask.limit")).fill(limit);
      await send(page);
      if (fine) await expect(page).toHaveURL(/by-limit=1$/);
      else await expect(form(page).getByRole("alert")).toContainText(t("ask.limit_bad"));
    });
  }

  test("S10 without the image service its id is typed", async ({ maru, page, cloud }) => {
    await maru.signInAs("demo+no-image");
    await maru.button(t("instances.ask_cloud")).click();
    await form(page).getByLabel(t("ask.image")).fill("11111111-2222-4333-8444-555555555555");
    await send(page);
    expect((await asked(cloud, "image")).params).toEqual({ image: "11111111-2222-4333-8444-555555555555" });
  });
});

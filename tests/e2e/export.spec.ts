// Exporting what a list shows.
import type { Download, Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { ko, starts, t, type Say } from "./support/words";

async function content(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Chooses an entry of the export menu. */
async function choose(page: Page, entry: string, say: Say = t) {
  await page.getByRole("button", { name: say("common.export"), exact: true }).click();
  await page.getByRole("menuitem", { name: starts(entry, {}, say) }).first().click();
}

async function saved(page: Page, entry: string, say: Say = t) {
  const file = page.waitForEvent("download");
  await choose(page, entry, say);
  const download = await file;
  return { name: download.suggestedFilename(), text: await content(download) };
}

const said = (rows: number, columns: number, file: string, say: Say = t) =>
  say("exports.saved", { rows: say("exports.rows", { n: rows }), columns: say("exports.columns", { n: columns }), file });

test.describe("Export", { tag: "@sim" }, () => {
  test("the table of instances is exported as it is shown", async ({ maru, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const notice = (words: string) => page.getByText(words, { exact: true });
    await maru.signInAs("demo");
    await maru.search.fill("web prod");
    await expect(maru.rows).toHaveCount(2);
    await page.getByRole("columnheader", { name: t("common.name") }).getByRole("button").click();

    const csv = await saved(page, "exports.csv");
    await expect(notice(said(2, 8, "instances.csv"))).toBeVisible();
    expect(csv.name).toBe("instances.csv");
    const [head, ...rows] = csv.text.replace("\ufeff", "").trimEnd().split("\r\n");
    expect(head).toBe("id,name,status,flavor,address,zone,key,created");
    expect(rows.map((row) => row.split(",")[1])).toEqual(["web-prod-01", "web-prod-02"]);
    expect(rows[0]).toMatch(/^[0-9a-f-]{36},web-prod-01,ACTIVE,m2\.c2m4,[0-9.]+; 203\.0\.113\.10,kr-pub-a,dev-laptop,2.*Z$/);

    const json = await saved(page, "exports.json");
    const objects = JSON.parse(json.text);
    expect(objects.map((one: { name: string }) => one.name)).toEqual(["web-prod-01", "web-prod-02"]);
    expect(objects[0].address).toContain("203.0.113.10");

    // What a host is reached by: the floating IP before the fixed one.
    const ssh = await saved(page, "exports.ssh_config");
    expect(ssh.name).toBe("ssh_config");
    expect(ssh.text).toContain("Host web-prod-01\n    HostName 203.0.113.10\n    User ");
    const inventory = await saved(page, "exports.inventory");
    expect(inventory.text).toContain('    "web-prod-01":\n      ansible_host: "203.0.113.10"\n');
    await expect(notice(t("exports.saved_hosts", { hosts: t("exports.hosts", { n: 2 }), file: "inventory.yml" }))).toBeVisible();

    await choose(page, "exports.copy_addresses");
    await expect.poll(copied).toMatch(/^203\.0\.113\.10\n[0-9.]+\n$/);
    await choose(page, "exports.copy_ids");
    await expect.poll(copied).toBe(`${objects[0].id}\n${objects[1].id}\n`);

    // The selection is offered besides.
    await maru.row("web-prod-02").getByRole("checkbox").click();
    await page.getByRole("button", { name: t("common.export"), exact: true }).click();
    const one = t("exports.of_selected", { what: t("exports.csv"), n: t("selection.selected", { n: 1 }) });
    const file = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: one }).click();
    expect((await content(await file)).trimEnd().split("\r\n").map((row) => row.split(",")[1])).toEqual(["name", "web-prod-02"]);
    await expect(notice(said(1, 8, "instances.csv"))).toBeVisible();

    await maru.search.fill("nothing is called like this");
    await expect(maru.rows).toHaveCount(0);
    await page.getByRole("button", { name: t("common.export"), exact: true }).click();
    await expect(page.getByRole("menuitem", { name: starts("exports.csv") }).first()).toContainText(t("exports.nothing"));
  });
});

test.describe("Export of other lists", { tag: "@sim" }, () => {
  test("a list is exported with the fields it can be searched by, as far as the search leaves its rows", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await maru.goTo("volumes");
    await maru.search.fill("web-prod");
    await expect(maru.rows.first()).toBeVisible();
    await expect(maru.row("web-prod-01-data")).toBeVisible();
    const rows = await maru.rows.count();
    const csv = await saved(page, "exports.csv");
    expect(csv.name).toBe("volumes.csv");
    const lines = csv.text.replace("\ufeff", "").trimEnd().split("\r\n");
    expect(lines[0]).toBe("name,status,size,type,zone,instance,is,created,description,id");
    expect(lines.length).toBe(rows + 1);
    expect(csv.text).toMatch(/web-prod-01-data,in-use,[0-9]+,/);
    await expect(page.getByText(said(rows, 10, "volumes.csv"), { exact: true })).toBeVisible();
    const json = await saved(page, "exports.json");
    expect(JSON.parse(json.text).length).toBe(rows);
  });
});

test.describe("Export in Korean on a phone", { tag: "@sim" }, () => {
  test.use({ locale: "ko-KR", viewport: { width: 360, height: 740 } });

  test("the export menu is reached by keyboard, and says what was exported", async ({ maru, page }) => {
    await maru.signInAs("demo");
    await expect(maru.rows.first()).toBeVisible();
    await page.getByRole("button", { name: ko("common.export"), exact: true }).focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: starts("exports.csv", {}, ko) })).toBeFocused();
    const file = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const text = await content(await file);
    await expect(page.getByText(said(16, 8, "instances.csv", ko), { exact: true })).toBeVisible();
    // Excel needs the mark for names in Korean.
    expect(text).toMatch(/^\ufeffid,/);
    expect(text).toContain(",배치-서버,");
  });
});

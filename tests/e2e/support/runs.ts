// Runs of many actions: how one is begun, and what the cloud received of it.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Console } from "./console";
import type { Received, Simulator } from "./simulator";
import { like, t } from "./words";

export const ACTION = /\/servers\/[0-9a-f-]{36}\/action$/;

export interface Options {
  at_once?: number;
  rolling?: boolean;
  stop_after?: number;
}

/** The runs as the page shows them. */
export class Runs {
  constructor(
    readonly maru: Console,
    /** For what the simulated cloud received. */
    readonly cloud?: Simulator,
  ) {}

  get page(): Page {
    return this.maru.page;
  }

  /** Does something to the instances whose names contain a word, in the order of their names. */
  async begin(action: string, word: string, { at_once = 5, rolling = false, stop_after }: Options = {}) {
    // Its rows are not those of the page.
    if (await this.panel.isVisible()) await this.button("runs.close").click();
    const search = this.maru.search;
    await search.fill(word);
    for (const row of await this.maru.rows.all()) await expect(row).toContainText(word);
    const name = this.page.getByRole("columnheader", { name: t("common.name") });
    if ((await name.first().getAttribute("aria-sort")) !== "ascending") await name.first().getByRole("button").click();
    await search.press("Enter");
    await this.page.keyboard.press("Control+a");
    const group = this.page.getByRole("group", { name: t("selection.title") });
    await group.getByRole("button", { name: t("common.actions"), exact: true }).click();
    await this.page.getByRole("menuitem", { name: t(`bulk.${action}`), exact: true }).click();
    const dialog = this.maru.dialog();
    await dialog.getByLabel(t("bulk.at_once")).fill(String(at_once));
    if (rolling) await dialog.getByLabel(t("bulk.rolling")).check();
    if (stop_after) {
      await dialog.getByText(t("bulk.more_options")).click();
      await dialog.getByLabel(t("bulk.stop_after")).fill(String(stop_after));
    }
    await dialog.getByRole("button", { name: like(`runs.${action}`) }).click();
    await expect(dialog).toHaveCount(0);
    await expect(this.chip).toBeVisible();
    await this.page.keyboard.press("Escape");
  }

  /** The chip in the header. */
  get chip(): Locator {
    return this.page.getByRole("banner").locator("#runs-chip");
  }

  get panel(): Locator {
    return this.page.getByRole("region", { name: t("runs.title") });
  }

  /** Opens the panel, and returns it. */
  async open(): Promise<Locator> {
    if (!(await this.panel.isVisible())) await this.chip.click();
    await expect(this.panel).toBeVisible();
    return this.panel;
  }

  /** The row of an instance in the panel. */
  row(name: string): Locator {
    return this.panel.getByRole("row").filter({ has: this.page.getByRole("rowheader").getByText(name, { exact: true }) });
  }

  button(key: string, values = {}): Locator {
    return this.panel.getByRole("button", { name: t(key, values), exact: true });
  }

  /** Waits until the run has ended like this. */
  async expectEnd(...counts: [key: string, n: number][]) {
    const words = [t("runs.finished"), ...counts.map(([key, n]) => t(key, { n }))].join(" · ");
    await expect(this.chip).toContainText(words, { timeout: 45_000 });
  }

  /** The actions that the cloud received, in order, as names of instances. */
  async received(): Promise<string[]> {
    const names = await this.names();
    return (await this.requests()).map((one) => names.get(one.path.split("/").at(-2)!) ?? one.path);
  }

  /** The actions that the cloud received. */
  async requests(): Promise<Received[]> {
    return (await this.cloud!.received(0, { method: "POST" })).filter((one) => ACTION.test(one.path));
  }

  /** The id of an instance. */
  async id(name: string): Promise<string> {
    const all = await this.names();
    return [...all].find(([, other]) => other === name)![0];
  }

  private known = new Map<string, string>();

  private async names(): Promise<Map<string, string>> {
    if (this.known.size === 0) {
      const { servers } = await this.cloud!.client("GET", "compute/v2/{tenant}/servers?limit=1000");
      for (const { id, name } of servers) this.known.set(id, name);
    }
    return this.known;
  }
}

/** The most requests of a kind that were under way at the same time, as the page sent them. */
export function most(page: Page, path: RegExp): () => number {
  const open = new Set<unknown>();
  let most = 0;
  const is = (url: string, method: string) => method === "POST" && path.test(new URL(url).pathname);
  page.on("request", (request) => {
    if (is(request.url(), request.method())) most = Math.max(most, open.add(request).size);
  });
  for (const end of ["requestfinished", "requestfailed"] as const) page.on(end as "requestfinished", (request) => void open.delete(request));
  return () => most;
}

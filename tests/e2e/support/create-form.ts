// The create form, filled in one step.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Console } from "./console";
import { t, whole } from "./words";

export const DEBIAN = "Debian 12.11 Bookworm (2026.08.19)";
export const ROCKY = "Rocky Linux 9.6 (2026.08.19)";
export const WINDOWS = "Windows 2022 STD (2026.08.19) KO";
export const NEW = "instances/new";

/** Differences from a form that can be sent. */
export interface Wish {
  name?: string;
  /** `null`: not from an image. */
  image?: string | null;
  flavor?: string;
  disk?: string;
  count?: string;
  /** The field for the place: a stock OpenStack has no subnets. `null`: nothing is chosen. */
  where?: "subnet" | "network" | null;
}

/** The sections that are closed at first. */
export type Fold = string;

export class CreateForm {
  constructor(
    private readonly page: Page,
    private readonly maru: Console,
  ) {}

  /** Signs in to the stock OpenStack as one of its personas, and opens the form. */
  static async onStock(page: Page, maru: Console, user = "stock+empty"): Promise<CreateForm> {
    await maru.signInToStock(user.slice("stock".length), NEW);
    return new CreateForm(page, maru);
  }

  get submit() {
    const button = (key: string) => this.page.getByRole("button", { name: whole(key) });
    return button("create.submit").or(button("create.submit_many"));
  }

  /** Fills all required fields, and what the test sets. */
  async fill({ name = "web-1", image = DEBIAN, flavor = "m2.c2m4", disk, count, where = "subnet" }: Wish = {}) {
    await this.field(t("common.name")).fill(name);
    if (image !== null) await this.maru.choice(t("create.image"), image).check();
    await this.maru.choice(t("create.flavor"), flavor).check();
    if (disk !== undefined) await this.field(t("create.root_disk")).fill(disk);
    if (where !== null) await this.maru.choice(t(`create.${where}`), "Default Network").check();
    await this.maru.choice(t("create.key"), "dev-laptop").check();
    if (count !== undefined) await this.field(t("create.count")).fill(count);
  }

  field(label: string) {
    return this.maru.field(label);
  }

  /** A choice of a few words, such as what the instance boots from. */
  segment(of: string, word: string) {
    return this.page.getByRole("radiogroup", { name: of }).getByRole("radio", { name: word, exact: true });
  }

  /** Opens a fold and returns its summary line. */
  async open(fold: Fold): Promise<Locator> {
    const summary = this.fold(fold);
    await summary.click();
    return summary;
  }

  fold(fold: Fold): Locator {
    return this.page.locator("details.create-fold > summary").filter({ hasText: fold });
  }

  /** A further disk; the first is 1. */
  disk(n: number): Locator {
    return this.page.getByRole("group", { name: t("create.disk_number", { n }), exact: true });
  }

  /** A further network interface; the first is 2. */
  nic(n: number): Locator {
    return this.page.getByRole("group", { name: t("create.nic_number", { n }), exact: true });
  }

  /** Selects by the beginning of an option's text, which continues with size and zone. */
  async select(field: Locator, begins: string) {
    const option = field.locator("option").filter({ hasText: begins });
    await expect(option.first()).toBeAttached();
    await field.selectOption((await option.first().getAttribute("value")) ?? "");
  }

  /** The JSON of the preview. */
  async json(): Promise<unknown> {
    await this.page.getByText(t("create.json")).click();
    const text = await this.page.locator("pre.raw").textContent();
    return JSON.parse(text ?? "");
  }

  /** Expects that a field shows an error and is marked for screen readers. */
  async expectError(label: string, words: string | RegExp, within?: Locator) {
    const field = within ? within.getByLabel(label, { exact: true }) : this.field(label);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(words);
  }

  /** A value past the limit is reported when the field is left; one at the limit is not. */
  async expectEdge(label: string, { fits, past, words }: { fits: string; past: string; words: RegExp }, within?: Locator) {
    const field = within ? within.getByLabel(label, { exact: true }) : this.field(label);
    await field.fill(past);
    await field.blur();
    await this.expectError(label, words, within);
    await field.fill(fits);
    await expect(field).not.toHaveAttribute("aria-invalid", "true");
  }
}

// The create form, filled in one go.
import { expect, type Page } from "@playwright/test";
import type { Console } from "./console";

export const DEBIAN = "Debian 12.11 Bookworm (2026.08.19)";
export const WINDOWS = "Windows 2022 STD (2026.08.19) KO";

/** What differs from a form that can be sent. */
export interface Wish {
  name?: string;
  image?: string;
  flavor?: string;
  disk?: string;
  count?: string;
  /** The label of the field that says where: a stock OpenStack takes no subnets. */
  where?: "Subnet" | "Network";
}

export class CreateForm {
  constructor(
    private readonly page: Page,
    private readonly maru: Console,
  ) {}

  get submit() {
    return this.page.getByRole("button", { name: /^Create (instance|\d+ instances)$/ });
  }

  /** Everything that is needed, and what the test wishes. */
  async fill({ name = "web-1", image = DEBIAN, flavor = "m2.c2m4", disk, count, where = "Subnet" }: Wish = {}) {
    await this.field("Name").fill(name);
    await this.maru.choice("Image", image).check();
    await this.maru.choice("Flavor", flavor).check();
    if (disk !== undefined) await this.field("Root disk").fill(disk);
    await this.maru.choice(where, "Default Network").check();
    await this.maru.choice("Key pair", "dev-laptop").check();
    if (count !== undefined) await this.field("Number of instances").fill(count);
  }

  field(label: string) {
    return this.maru.field(label);
  }

  /** The JSON in the fold. */
  async json(): Promise<unknown> {
    await this.page.getByText("JSON that will be sent").click();
    const text = await this.page.locator("pre.raw").textContent();
    return JSON.parse(text ?? "");
  }

  /** A field says what is wrong with it and is marked for screen readers. */
  async expectError(label: string, words: string | RegExp) {
    const field = this.field(label);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(words);
  }
}

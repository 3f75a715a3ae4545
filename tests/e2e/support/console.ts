// The page as a person uses it: what is found by role and label, what is done in one go.
import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD, type Simulator } from "./simulator";
import { target } from "./target";
import { t } from "./words";

/** The pages whose heading is longer than their link. */
const HEADINGS: Record<string, string> = { Zones: "Availability zones", Policies: "Placement policies" };

export class Console {
  constructor(
    readonly page: Page,
    readonly tenant: string,
    private readonly cloud?: Simulator,
  ) {}

  /** Opens an address; without a session that is the sign-in. */
  async open(path = "instances") {
    await this.page.goto(path);
  }

  /** Signs in as the cloud's file says. */
  async signIn(path = "instances") {
    await this.open(path);
    await this.openForm();
    await this.page.getByLabel("Sign in with").selectOption(target.signIn.by);
    await this.fillSignInOf(target.signIn.fields);
    await this.submitSignIn();
  }

  private async fillSignInOf(fields: Record<string, string>, words: (label: string) => string = (label) => label) {
    for (const [label, value] of Object.entries(fields)) {
      await this.field(words(label)).fill(value.replace("{tenant}", this.tenant));
    }
  }

  /** The same with the labels of another language, on a sign-in page that is open already. */
  async signInIn(words: Record<string, string>) {
    await this.fillSignInOf(target.signIn.fields, (label) => words[label] ?? label);
    await this.button(words["Sign in"]).click();
  }

  /** Signs in to the simulated cloud as one of its users (its README lists what each makes happen). */
  async signInAs(user: string, path = "instances", { keep = false } = {}) {
    await this.open(path);
    await this.fillSignIn(user);
    if (keep) await this.page.getByLabel(t("sign_in.keep")).check();
    await this.submitSignIn();
  }

  /** Signs in to the simulated cloud as it is with stock OpenStack; `words` are more of what its README lists. */
  async signInToStock(words = "", path = "instances") {
    await this.open(path);
    await this.openForm();
    await this.chooseStock();
    await this.field("User").fill(`stock${words}@maru.test`);
    await this.field("Password").fill(PASSWORD);
    await this.field("Project").fill(this.tenant);
    await this.submitSignIn();
  }

  /** To the cloud that a user is of, by the first word of the name. */
  async signInToOwn(user: string, path = "instances") {
    if (user.startsWith("stock")) await this.signInToStock(user.slice("stock".length), path);
    else await this.signInAs(user, path);
  }

  async fillSignIn(user: string, password = PASSWORD) {
    await this.openForm();
    await this.field("Tenant ID").fill(this.tenant);
    await this.field("User").fill(`${user}@maru.test`);
    await this.field("API password").fill(password);
  }

  /** The form is drawn anew, and its first field takes the focus: what is typed before that could land there. */
  async chooseStock() {
    await this.field("Cloud").selectOption("Stock OpenStack");
    await expect(this.field("User")).toBeFocused();
  }

  async submitSignIn() {
    await this.page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(this.page.getByRole("navigation", { name: "Main" })).toBeVisible();
  }

  /** Where the demo is offered, the form is in a fold. */
  async openForm() {
    await this.page.getByRole("heading", { name: "Sign in" }).waitFor();
    const method = this.page.getByLabel("Sign in with");
    const fold = this.page.getByText("Sign in with other credentials");
    await method.or(fold).first().waitFor();
    if (!(await method.isVisible())) await fold.click();
  }

  /** By exact label: "User" is part of many others. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { name, exact: true, level: 1 });
  }

  /** Goes to another page by the rail. */
  async goTo(name: string) {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
    await expect(this.heading(HEADINGS[name] ?? name)).toBeVisible();
  }

  /** Leaves what may show a password for the only time. Without it, if the cloud sent one, that wants a second word. */
  async leaveNew(link: Locator, say = t) {
    await expect(link).toBeVisible();
    const asks = await this.page.getByRole("heading", { name: say("questions.password"), exact: true }).isVisible();
    await link.click();
    if (asks) await this.button(say("questions.password_discard")).click();
  }

  /** {@link goTo}, from the page of a new instance. */
  async goFromNew(name: string) {
    await this.leaveNew(this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }));
    await expect(this.heading(HEADINGS[name] ?? name)).toBeVisible();
  }

  get table(): Locator {
    return this.page.getByRole("grid");
  }

  /** The row of an instance, flavor, key pair by its name. */
  row(name: string): Locator {
    const header = this.page.getByRole("rowheader").getByText(name, { exact: true });
    return this.page.getByRole("row").filter({ has: header });
  }

  /** Rows with data; the heading is a row too. */
  get rows(): Locator {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  /** Opens the menu of a row and returns it. */
  async rowMenu(name: string): Promise<Locator> {
    await this.button(`Actions for ${name}`).click();
    // What menus are made of may still be on its way: keys count once the menu has the focus.
    const menu = this.page.getByRole("menu");
    await expect(menu.locator(":focus")).toHaveCount(1);
    return menu;
  }

  async rowAction(name: string, action: string) {
    const menu = await this.rowMenu(name);
    // Behind the name may stand why it is not possible.
    await menu.getByRole("menuitem", { name: new RegExp(`^${action}`) }).click();
  }

  /** Presses the button of the open question. */
  answer(verb: string) {
    return this.dialog().getByRole("button", { name: verb, exact: true }).click();
  }

  /** Answers a question that wants the name typed. */
  async confirmDelete(name: string) {
    await this.dialog().getByLabel(`Type ${name} to confirm`).fill(name);
    await this.answer("Delete");
  }

  /** A notice in the corner. */
  notice(words: string | RegExp): Locator {
    return this.page.getByRole("region", { name: "Notices" }).getByText(words);
  }

  /** One of the choices of a field of the create form. */
  choice(field: string, name: string): Locator {
    return this.page.getByRole("radiogroup", { name: field }).getByRole("radio", { name, exact: true });
  }

  /** What was asked for takes its time: the simulated cloud is told that it has passed, a real one takes it. */
  async pass(ms = 8_000) {
    await this.cloud?.advance(ms);
  }
}

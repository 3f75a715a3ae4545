// The page as a person uses it: elements by role and label, and actions of several steps.
import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD, type Simulator, secondOf } from "./simulator";
import { target } from "./target";
import { like, starts, t } from "./words";

export class Console {
  constructor(
    readonly page: Page,
    readonly tenant: string,
    private readonly cloud?: Simulator,
    /** The language of the page, in which this class looks for texts. */
    readonly say = t,
  ) {}

  /** Opens an address; without a session that shows the sign-in. */
  async open(path = "instances") {
    await this.page.goto(path);
  }

  /** Opens a page of the scope that is shown, which its address begins with. */
  async openHere(path: string) {
    const scope = /^.*?\/@[^/]+\/[^/]+\/[^/]+/.exec(new URL(this.page.url()).pathname)?.[0];
    await this.open(`${scope}/${path}`);
  }

  /**
   * Opens a page that requires signing in, calls `fill`, and waits for the page. If the browser's session continues by
   * itself, another project has an address of its own.
   */
  private async signInAt(path: string, fill: () => Promise<void>) {
    await this.open(path);
    await this.signInHeading.or(this.rail).first().waitFor();
    const goesOn = await this.rail.isVisible();
    if (goesOn) await this.open("sign-in");
    await fill();
    await this.submitSignIn();
    if (goesOn) await this.openHere(path);
  }

  /** The search box of the list. */
  get search() {
    return this.page.getByRole("search").getByRole("combobox").first();
  }

  /** Signs in as described in the cloud's file. */
  async signIn(path = "instances") {
    await this.signInAt(path, () => this.fillFields(target.signIn.fields));
  }

  /** Signs in with a token to the compute endpoint of the project. */
  async signInByToken(token: string, origin: string) {
    await this.open();
    await this.openForm();
    await this.field(this.say("sign_in.method")).selectOption(this.say("sign_in.method_token"));
    await this.field(this.say("sign_in.token")).fill(token);
    await this.field(this.say("sign_in.tenant")).fill(this.tenant);
    await this.field(this.say("sign_in.compute")).fill(`${origin}/kr1/compute/v2/${this.tenant}`);
    await this.submitSignIn();
  }

  /** Signs in to the second project of the cloud's file, while the first one stays open: by the switcher. */
  async signInToSecond() {
    await this.scope.click();
    await this.dialog().getByRole("link", { name: this.say("shell.switch_sign_in") }).click();
    await this.signInHeading.waitFor();
    await this.fillFields(target.second.fields);
    await this.submitSignIn();
  }

  private async fillFields(fields: Record<string, string>) {
    await this.openForm();
    await this.field(this.say("sign_in.method")).selectOption(this.say(target.signIn.by));
    for (const [label, value] of Object.entries(fields)) {
      await this.field(this.say(label)).fill(value.replace("{tenant}", this.tenant).replace("{second}", secondOf(this.tenant)));
    }
  }

  /** Signs in to the simulated cloud as one of its personas (listed in its README). */
  async signInAs(user: string, path = "instances") {
    await this.signInAt(path, () => this.fillSignIn(user));
  }

  /** Signs in to the simulated stock OpenStack; `words` are more of the personas in its README. */
  async signInToStock(words = "", path = "instances") {
    await this.signInAt(path, async () => {
      await this.openForm();
      await this.chooseStock();
      await this.fillStock(`stock${words}`);
    });
  }

  /** Signs in to the cloud of a user, by the first word of the name. */
  async signInToOwn(user: string, path = "instances") {
    if (user.startsWith("stock")) await this.signInToStock(user.slice("stock".length), path);
    else await this.signInAs(user, path);
  }

  async fillSignIn(user: string, password = PASSWORD) {
    await this.openForm();
    await this.field(this.say("sign_in.tenant")).fill(this.tenant);
    await this.field(this.say("sign_in.user")).fill(`${user}@maru.test`);
    await this.field(this.say("sign_in.api_password")).fill(password);
  }

  /** The same for the stock OpenStack, once it is chosen. */
  async fillStock(user: string) {
    await this.field(this.say("sign_in.user")).fill(`${user}@maru.test`);
    await this.field(this.say("sign_in.password")).fill(PASSWORD);
    await this.field(this.say("sign_in.project")).fill(this.tenant);
  }

  /** The form is drawn again and its first field gets the focus: text typed before could land there. */
  async chooseStock() {
    await this.field(this.say("sign_in.cloud")).selectOption("Stock OpenStack");
    await expect(this.field(this.say("sign_in.user"))).toBeFocused();
  }

  async submitSignIn() {
    await this.button(this.say("sign_in.submit")).click();
    await expect(this.rail).toBeVisible();
  }

  /** If the demo is offered, the form is in a fold. */
  async openForm() {
    await this.signInHeading.waitFor();
    const method = this.field(this.say("sign_in.method"));
    const fold = this.page.getByText(this.say("sign_in.other_way"));
    await method.or(fold).first().waitFor();
    if (!(await method.isVisible())) await fold.click();
  }

  get signInHeading(): Locator {
    return this.heading(this.say("shell.sign_in"));
  }

  /** The button in the header that shows the scope and opens the switcher. */
  get scope(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: like("shell.switch", {}, this.say) });
  }

  /** The entries of the open switcher whose names contain these words in this order. */
  scopeLine(...words: string[]): Locator {
    const name = new RegExp(words.map((word) => `\\b${word}\\b`).join(".*"));
    return this.dialog(this.say("shell.switch")).getByRole("listitem").getByRole("link", { name });
  }

  /** Switches to the first scope with these words: a region, or project and region. */
  async switchTo(...words: string[]) {
    await this.scope.click();
    await this.scopeLine(...words).first().click();
    await expect(this.dialog(this.say("shell.switch"))).toHaveCount(0);
    for (const word of words) await expect(this.scope).toContainText(word);
  }

  /** By exact label, because "User" is part of many others. */
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

  /** The navigation. */
  get rail(): Locator {
    return this.page.getByRole("navigation", { name: this.say("shell.navigation") });
  }

  /** The link to a page, by its part of the locales. */
  railLink(page: string): Locator {
    return this.rail.getByRole("link", { name: this.say(`shell.${page}`), exact: true });
  }

  /** Goes to another page by the navigation. */
  async goTo(page: string) {
    await this.railLink(page).click();
    await expect(this.heading(this.say(`${page}.title`))).toBeVisible();
  }

  /** Leaves a page that may show a password only once: if the cloud sent one, leaving must be confirmed. */
  async leaveNew(link: Locator) {
    await expect(link).toBeVisible();
    const asks = await this.page.getByRole("heading", { name: this.say("questions.password"), exact: true }).isVisible();
    await link.click();
    if (asks) await this.button(this.say("questions.password_discard")).click();
  }

  /** {@link goTo}, from the create form. */
  async goFromNew(page: string) {
    await this.leaveNew(this.railLink(page));
    await expect(this.heading(this.say(`${page}.title`))).toBeVisible();
  }

  /** A tab of the page of volumes. */
  volumesTab(name: "title" | "snapshots"): Locator {
    const tabs = this.page.getByRole("navigation", { name: this.say("volumes.tabs") });
    return tabs.getByRole("link", { name: starts(`volumes.${name}`, {}, this.say) });
  }

  /** Opens the account menu and returns it. */
  async accountMenu(): Promise<Locator> {
    await this.page.getByRole("banner").locator(".account").getByRole("button").click();
    return this.page.getByRole("menu");
  }

  /** Signs out of all projects. */
  async signOut() {
    const menu = await this.accountMenu();
    await menu.getByRole("menuitem", { name: this.say("shell.sign_out"), exact: true }).click();
    await expect(this.signInHeading).toBeVisible();
  }

  get table(): Locator {
    return this.page.getByRole("grid");
  }

  /** The row with this name. */
  row(name: string): Locator {
    const header = this.page.getByRole("rowheader").getByText(name, { exact: true });
    return this.page.getByRole("row").filter({ has: header });
  }

  /** Rows with data, without the heading. */
  get rows(): Locator {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader") });
  }

  /** Opens the menu of a row and returns it. */
  async rowMenu(name: string): Promise<Locator> {
    await this.button(this.say("common.actions_of", { name })).click();
    // The part with the menu may still be loading: keys work once the menu has the focus.
    const menu = this.page.getByRole("menu");
    await expect(menu.locator(":focus")).toHaveCount(1);
    return menu;
  }

  async rowAction(name: string, action: string) {
    const menu = await this.rowMenu(name);
    await menu.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** Clicks the button of the open dialog. */
  answer(verb: string) {
    return this.dialog().getByRole("button", { name: verb, exact: true }).click();
  }

  /** Confirms a dialog that requires typing the name; `part` is the part of the locales with its button. */
  async confirmDelete(name: string, part = "questions") {
    await this.dialog().getByLabel(this.say("common.type_name", { name })).fill(name);
    await this.answer(this.say(`${part}.delete`));
  }

  /** A notice in the corner. */
  notice(words: string | RegExp): Locator {
    return this.page.getByRole("region", { name: this.say("shell.notices") }).getByText(words);
  }

  /** A choice in a field of the create form. */
  choice(field: string, name: string): Locator {
    return this.page.getByRole("radiogroup", { name: field, exact: true }).getByRole("radio", { name, exact: true });
  }

  /** Where a network interface can go: a subnet or a network, depending on the cloud. */
  place(name: string): Locator {
    return this.choice(this.say("create.subnet"), name).or(this.choice(this.say("create.network"), name));
  }

  /** Waits for something that takes time: the simulated clock is moved, a real cloud needs the time. */
  async pass(ms = 8_000) {
    await this.cloud?.advance(ms);
  }
}

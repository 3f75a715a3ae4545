// The page as a person uses it: what is found by role and label, what is done in one go.
import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD, type Simulator } from "./simulator";
import { target } from "./target";
import { like, starts, t } from "./words";

export class Console {
  constructor(
    readonly page: Page,
    readonly tenant: string,
    private readonly cloud?: Simulator,
    /** The language of the page: where this class names a text, it is in this one. */
    readonly say = t,
  ) {}

  /** Opens an address; without a session that is the sign-in. */
  async open(path = "instances") {
    await this.page.goto(path);
  }

  /** Opens a page of the scope that is shown: it stands at the beginning of the address. */
  async openHere(path: string) {
    const scope = /^.*?\/@[^/]+\/[^/]+\/[^/]+/.exec(new URL(this.page.url()).pathname)?.[0];
    await this.open(`${scope}/${path}`);
  }

  /**
   * Opens a page that asks to sign in, lets it be done, and is at the page then. Where the browser's session goes on by
   * itself, one more project has an address of its own.
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

  /** Signs in as the cloud's file says. */
  async signIn(path = "instances") {
    await this.signInAt(path, async () => {
      await this.openForm();
      await this.field(this.say("sign_in.method")).selectOption(this.say(target.signIn.by));
      for (const [label, value] of Object.entries(target.signIn.fields)) {
        await this.field(this.say(label)).fill(value.replace("{tenant}", this.tenant));
      }
    });
  }

  /** Signs in to the simulated cloud as one of its users (its README lists what each makes happen). */
  async signInAs(user: string, path = "instances") {
    await this.signInAt(path, () => this.fillSignIn(user));
  }

  /** Signs in to the simulated cloud as it is with stock OpenStack; `words` are more of what its README lists. */
  async signInToStock(words = "", path = "instances") {
    await this.signInAt(path, async () => {
      await this.openForm();
      await this.chooseStock();
      await this.fillStock(`stock${words}`);
    });
  }

  /** To the cloud that a user is of, by the first word of the name. */
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

  /** The same of the stock OpenStack, once it is chosen. */
  async fillStock(user: string) {
    await this.field(this.say("sign_in.user")).fill(`${user}@maru.test`);
    await this.field(this.say("sign_in.password")).fill(PASSWORD);
    await this.field(this.say("sign_in.project")).fill(this.tenant);
  }

  /** The form is drawn anew, and its first field takes the focus: what is typed before that could land there. */
  async chooseStock() {
    await this.field(this.say("sign_in.cloud")).selectOption("Stock OpenStack");
    await expect(this.field(this.say("sign_in.user"))).toBeFocused();
  }

  async submitSignIn() {
    await this.button(this.say("sign_in.submit")).click();
    await expect(this.rail).toBeVisible();
  }

  /** Where the demo is offered, the form is in a fold. */
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

  /** The button in the header that says whose data this is, and opens the switcher. */
  get scope(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: like("shell.switch", {}, this.say) });
  }

  /** The lines of the open switcher with these words in their names, in this order. */
  scopeLine(...words: string[]): Locator {
    const name = new RegExp(words.map((word) => `\\b${word}\\b`).join(".*"));
    return this.dialog(this.say("shell.switch")).getByRole("listitem").getByRole("link", { name });
  }

  /** Goes to the first scope of the switcher with these words: a region, or project and region. */
  async switchTo(...words: string[]) {
    await this.scope.click();
    await this.scopeLine(...words).first().click();
    await expect(this.dialog(this.say("shell.switch"))).toHaveCount(0);
    for (const word of words) await expect(this.scope).toContainText(word);
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

  /** The way from page to page. */
  get rail(): Locator {
    return this.page.getByRole("navigation", { name: this.say("shell.navigation") });
  }

  /** The link to a page, by the name of its part of the locales. */
  railLink(page: string): Locator {
    return this.rail.getByRole("link", { name: this.say(`shell.${page}`), exact: true });
  }

  /** Goes to another page by the rail. */
  async goTo(page: string) {
    await this.railLink(page).click();
    await expect(this.heading(this.say(`${page}.title`))).toBeVisible();
  }

  /** Leaves what may show a password for the only time. Without it, if the cloud sent one, that wants a second word. */
  async leaveNew(link: Locator) {
    await expect(link).toBeVisible();
    const asks = await this.page.getByRole("heading", { name: this.say("questions.password"), exact: true }).isVisible();
    await link.click();
    if (asks) await this.button(this.say("questions.password_discard")).click();
  }

  /** {@link goTo}, from the page of a new instance. */
  async goFromNew(page: string) {
    await this.leaveNew(this.railLink(page));
    await expect(this.heading(this.say(`${page}.title`))).toBeVisible();
  }

  /** One of the tabs of the page of volumes. */
  volumesTab(name: "title" | "snapshots"): Locator {
    const tabs = this.page.getByRole("navigation", { name: this.say("volumes.tabs") });
    return tabs.getByRole("link", { name: starts(`volumes.${name}`, {}, this.say) });
  }

  /** Opens the menu of who is signed in and returns it. */
  async accountMenu(): Promise<Locator> {
    await this.page.getByRole("banner").locator(".account").getByRole("button").click();
    return this.page.getByRole("menu");
  }

  /** Out of everything that is open. */
  async signOut() {
    const menu = await this.accountMenu();
    await menu.getByRole("menuitem", { name: this.say("shell.sign_out"), exact: true }).click();
    await expect(this.signInHeading).toBeVisible();
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
    await this.button(this.say("common.actions_of", { name })).click();
    // What menus are made of may still be on its way: keys count once the menu has the focus.
    const menu = this.page.getByRole("menu");
    await expect(menu.locator(":focus")).toHaveCount(1);
    return menu;
  }

  async rowAction(name: string, action: string) {
    const menu = await this.rowMenu(name);
    await menu.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** Presses the button of the open question. */
  answer(verb: string) {
    return this.dialog().getByRole("button", { name: verb, exact: true }).click();
  }

  /** Answers a question that wants the name typed; `part` of the locales says what its button is called. */
  async confirmDelete(name: string, part = "questions") {
    await this.dialog().getByLabel(this.say("common.type_name", { name })).fill(name);
    await this.answer(this.say(`${part}.delete`));
  }

  /** A notice in the corner. */
  notice(words: string | RegExp): Locator {
    return this.page.getByRole("region", { name: this.say("shell.notices") }).getByText(words);
  }

  /** One of the choices of a field of the create form. */
  choice(field: string, name: string): Locator {
    return this.page.getByRole("radiogroup", { name: field, exact: true }).getByRole("radio", { name, exact: true });
  }

  /** Where the network interface of a new instance goes: a subnet or a network, as the cloud takes it. */
  place(name: string): Locator {
    return this.choice(this.say("create.subnet"), name).or(this.choice(this.say("create.network"), name));
  }

  /** What was asked for takes its time: the simulated cloud is told that it has passed, a real one takes it. */
  async pass(ms = 8_000) {
    await this.cloud?.advance(ms);
  }
}

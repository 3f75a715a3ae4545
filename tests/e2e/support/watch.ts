// What must never happen during a test: an error in the console, a panic, a violation of the CSP.
import { expect, type BrowserContext } from "@playwright/test";

export class Watch {
  private readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [];

  static async over(context: BrowserContext): Promise<Watch> {
    const watch = new Watch();
    context.on("console", (message) => {
      if (message.type() === "error") watch.seen.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => watch.seen.push(`uncaught: ${error.error()}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    return watch;
  }

  /** The browser logs each response from 400 on: the test lists those it causes. */
  allowStatus(...statuses: number[]) {
    for (const status of statuses) this.allowed.push(new RegExp(`Failed to load resource.*status of ${status} `));
  }

  /** A deleted server is requested until it is not found, with what belongs to it. */
  allowGoneServer() {
    this.allowed.push(/Failed to load resource.*status of 404 .*\/servers\/[0-9a-f-]{36}(\/[a-z_-]+(\?[^)]*)?)?\)$/);
  }

  /** A broken connection. */
  allowNoAnswer() {
    this.allowed.push(/Failed to load resource: net::ERR_/, /Failed to load resource.*status of 502 /);
  }

  allow(...patterns: RegExp[]) {
    this.allowed.push(...patterns);
  }

  verify() {
    expect(this.seen.filter((line) => !this.allowed.some((pattern) => pattern.test(line)))).toEqual([]);
  }
}

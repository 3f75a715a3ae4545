// Everything that a script in the page could read: requests and responses, and storage. `HttpOnly` cookies are not
// included.
import type { BrowserContext, Page, Request } from "@playwright/test";

/** What the simulated cloud's tokens begin with. */
export const TOKEN = /gAAAAAB[\w-]+/;

export class Held {
  private readonly requests: Request[] = [];
  private readonly answers: Promise<unknown[]>[] = [];

  constructor(context: BrowserContext) {
    context.on("request", (request) => {
      if (isCloud(request)) this.requests.push(request);
    });
    // Immediately, because the browser does not keep responses.
    context.on("requestfinished", (request) => {
      if (!isCloud(request)) return;
      const read = answer(request);
      // The caller gets the error: responses are lost when the page is left.
      read.catch(() => {});
      this.answers.push(read);
    });
  }

  /** All of it as text. */
  async text(page: Page): Promise<string> {
    const sent = this.requests.map(async (one) => [one.url(), one.postData(), await one.allHeaders()]);
    return JSON.stringify(await Promise.all([this.stored(page), ...sent, ...this.answers]));
  }

  /** Storage and the address. */
  stored(page: Page): Promise<string> {
    return page.evaluate(() =>
      JSON.stringify([location.href, document.cookie, { ...sessionStorage }, { ...localStorage }]),
    );
  }

  /** All values of a request header. */
  async all(name: string): Promise<string[]> {
    const values = await Promise.all(this.requests.map((request) => request.headerValue(name)));
    return values.filter((value) => value !== null);
  }

  /** The distinct values of a request header. */
  async values(name: string): Promise<string[]> {
    return [...new Set(await this.all(name))];
  }
}

const isCloud = (request: Request) => new URL(request.url()).pathname.startsWith("/proxy/");

async function answer(request: Request) {
  const response = await request.response();
  return response ? [await response.allHeaders(), await response.text()] : [];
}

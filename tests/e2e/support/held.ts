// Everything a script in the page could get hold of: what it sent and was answered, and what is stored. A cookie that is
// `HttpOnly` is not among it.
import type { BrowserContext, Page, Request } from "@playwright/test";

/** How the simulated cloud's tokens begin. */
export const TOKEN = /gAAAAAB[\w-]+/;

export class Held {
  private readonly requests: Request[] = [];
  private readonly answers: Promise<unknown[]>[] = [];

  constructor(context: BrowserContext) {
    context.on("request", (request) => {
      if (isCloud(request)) this.requests.push(request);
    });
    // At once: the browser does not keep what was answered.
    context.on("requestfinished", (request) => {
      if (!isCloud(request)) return;
      const read = answer(request);
      // Whoever asks for it learns of it: a page that is left takes its answers along.
      read.catch(() => {});
      this.answers.push(read);
    });
  }

  /** All of it as text. */
  async text(page: Page): Promise<string> {
    const sent = this.requests.map(async (one) => [one.url(), one.postData(), await one.allHeaders()]);
    return JSON.stringify(await Promise.all([this.stored(page), ...sent, ...this.answers]));
  }

  /** What is stored, or stands in the address. */
  stored(page: Page): Promise<string> {
    return page.evaluate(() =>
      JSON.stringify([location.href, document.cookie, { ...sessionStorage }, { ...localStorage }]),
    );
  }

  /** The values of a header, of all requests that had it. */
  async all(name: string): Promise<string[]> {
    const values = await Promise.all(this.requests.map((request) => request.headerValue(name)));
    return values.filter((value) => value !== null);
  }

  /** The same, each once. */
  async values(name: string): Promise<string[]> {
    return [...new Set(await this.all(name))];
  }
}

const isCloud = (request: Request) => new URL(request.url()).pathname.startsWith("/proxy/");

async function answer(request: Request) {
  const response = await request.response();
  return response ? [await response.allHeaders(), await response.text()] : [];
}

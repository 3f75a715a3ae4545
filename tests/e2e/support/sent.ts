// The requests of the page to the cloud, from its own network events; works with every cloud.
import { expect, type BrowserContext, type Page, type Request } from "@playwright/test";
import { noteAsserted } from "./proof";

export class Sent {
  private readonly requests: Request[] = [];
  private readonly open = new Map<Request, Page>();

  constructor(context: BrowserContext) {
    context.on("request", (request) => {
      if (!isCloud(request)) return;
      this.requests.push(request);
      this.open.set(request, request.frame().page());
    });
    const close = (request: Request) => void this.open.delete(request);
    context.on("requestfinished", close);
    context.on("requestfailed", close);
  }

  /** Requests that are not answered yet. Those of a closed page never are: Playwright reports neither event for them. */
  private get unanswered() {
    return [...this.open.values()].filter((page) => !page.isClosed()).length;
  }

  get count() {
    return this.requests.length;
  }

  /** All so far, in order. */
  get all(): readonly Request[] {
    return this.requests;
  }

  /** Waits until every request has been answered. */
  async settled() {
    await expect.poll(() => this.unanswered, { intervals: [10, 20, 50, 100] }).toBe(0);
  }

  since(count: number) {
    return this.requests.slice(count).map(describe);
  }

  /** Waits until the newest request of this kind has this body, and for its answer. */
  async expect(method: string, path: RegExp, body?: unknown): Promise<Request> {
    const newest = () =>
      this.requests.filter((one) => one.method() === method && path.test(pathOf(one))).at(-1);
    await expect.poll(() => newest() !== undefined, { message: `${method} ${path} is sent` }).toBe(true);
    // An earlier one may have been of the same kind.
    if (body !== undefined) await expect.poll(() => newest()?.postDataJSON()).toEqual(body);
    const found = newest();
    if (!found) throw new Error(`no ${method} ${path}`);
    await found.response();
    noteAsserted(method, pathOf(found), found.postDataJSON());
    return found;
  }
}

/** Through the proxy; or, if the cloud is asked directly, to another origin than the page's. */
function isCloud(request: Request): boolean {
  if (request.isNavigationRequest()) return false;
  const [to, page] = [new URL(request.url()), new URL(request.frame().url())];
  return PROXY.test(to.pathname) || (request.resourceType() === "fetch" && to.origin !== page.origin);
}

const PROXY = /^(?:\/console)?\/proxy\/[^/]+/;

/** Path and query as the cloud receives them. */
export function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return pathname.replace(PROXY, "") + search;
}

const describe = (request: Request) => `${request.method()} ${pathOf(request)}`;

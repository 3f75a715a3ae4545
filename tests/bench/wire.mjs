// The page's requests to the cloud, through the proxy.

export class Wire {
  #sent = [];
  #open = 0;

  constructor(page) {
    const cloud = (then) => (request) => new URL(request.url()).pathname.startsWith("/proxy/") && then(request);
    page.on("request", cloud((request) => {
      this.#sent.push(request);
      this.#open += 1;
    }));
    page.on("requestfinished", cloud(() => (this.#open -= 1)));
    page.on("requestfailed", cloud((request) => {
      this.#open -= 1;
      // Chromium 156 sometimes reports this for an answer that the page has read completely.
      if (request.failure()?.errorText === "net::ERR_ABORTED") return;
      throw new Error(`${request.url()}: ${request.failure()?.errorText}`);
    }));
  }

  forget() {
    this.#sent = [];
  }

  async settled() {
    while (this.#open > 0) await new Promise((done) => setTimeout(done, 5));
  }

  async sum() {
    const sizes = await Promise.all(this.#sent.map((request) => request.sizes()));
    const bytes = sizes.flatMap((size) => Object.values(size)).reduce((sum, one) => sum + one, 0);
    return { requests: sizes.length, bytes };
  }
}

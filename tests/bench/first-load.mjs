// What a first visit downloads, in bytes on the network.

/** The page's own files until the sign-in is shown: name, bytes of the body, and compression. */
export async function firstLoad(page, url) {
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(url);
  await page.locator(".sign-in-demo button").waitFor();
  const own = requests.filter((request) => !new URL(request.url()).pathname.startsWith("/proxy/"));
  const files = await Promise.all(own.map(describe));
  return files.sort((a, b) => b.bytes - a.bytes);
}

async function describe(request) {
  const [{ responseBodySize }, response] = await Promise.all([request.sizes(), request.response()]);
  const headers = (await response?.allHeaders()) ?? {};
  const last = new URL(request.url()).pathname.split("/").at(-1);
  // Every address of a page is index.html; hashes in names change with each build.
  const name = request.isNavigationRequest() ? "index.html" : last.replace(/-[0-9a-f]{8,}(?=[._])/, "");
  return { name, bytes: responseBodySize, coding: headers["content-encoding"] ?? "none" };
}

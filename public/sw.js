// Lets Maru start without a network: caches the files of one release and serves them by name. The page itself comes from
// the server whenever that responds, so that no release can get stuck in a browser. Responses of a cloud, of the gateway
// and config.json never pass through here.
//
// `cargo xtask dist` fills in the next two lines: the release, and its files with their integrity values. Without a release, as
// in development, the worker removes itself and its caches.
const RELEASE = "";
const FILES = {};

const BASE = new URL("./", self.location).pathname;
// Another Maru below another path of the same origin has its own caches.
const OWN = `maru ${BASE} `;
const CACHE = OWN + RELEASE;
const PAGE = new URL("./", self.location).href;
const HASHED = /^[^/]+-[0-9a-f]{16}\.(css|js|wasm)$/;
/** Addresses that are not pages of the app: the gateway's own, and files. */
const NO_PAGE = /^(proxy|sessions|status|healthz|metrics)(\/|$)|^[^/@]+\.[^/]+$/;
/** After this time the cached page is better than waiting; in milliseconds. */
const PATIENCE_MS = 4000;

self.addEventListener("install", (event) => {
  if (!RELEASE) return self.skipWaiting();
  event.waitUntil(
    fill().catch(async (error) => {
      await caches.delete(CACHE);
      throw error;
    }),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(RELEASE ? begin() : end()));

self.addEventListener("message", (event) => {
  // A page of this release is open, or the person wants it.
  if (event.data === "take over") self.skipWaiting();
  // A page has started: fetches files that the browser discarded, and removes what no page needs any more.
  if (event.data === "started" && RELEASE) event.waitUntil(fill().then(tidy, tidy));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!RELEASE || request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(BASE)) return;
  const name = url.pathname.slice(BASE.length);
  if (request.mode === "navigate") {
    if (!NO_PAGE.test(name)) event.respondWith(page(event));
  } else if (HASHED.test(name) && !url.search) {
    event.respondWith(file(request));
  }
});

/** The page from the server, or the cached one if no response comes in time. */
async function page(event) {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const settled = network.catch(() => undefined);
  event.waitUntil(settled);
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  return (await Promise.race([settled, late])) ?? (await kept(CACHE, PAGE)) ?? network;
}

/** From the cache of any release: a name always means the same bytes. */
async function file(request) {
  for (const cache of await own()) {
    const found = await kept(cache, request.url);
    if (found) return found;
  }
  return fetch(request);
}

/** Storage that fails counts as empty. */
async function kept(cache, url) {
  try {
    return await caches.match(url, { cacheName: cache, ignoreVary: true });
  } catch {
    return undefined;
  }
}

async function own() {
  try {
    return (await caches.keys()).filter((name) => name.startsWith(OWN));
  } catch {
    return [];
  }
}

/** Caches all files of the release that are missing, or fails. */
async function fill() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  if (!there.has(PAGE)) await cache.put(PAGE, await fetchedPage());
  // One after the other, so that the requests of the page come first.
  for (const [name, integrity] of Object.entries(FILES)) {
    const url = new URL(name, self.location).href;
    if (!there.has(url)) await cache.put(url, await fetched(url, integrity));
  }
}

/** The page of this release: it names the release's script. It has no integrity value, as operators may change its base. */
async function fetchedPage() {
  const answer = await whole(PAGE, { cache: "no-cache" });
  const script = Object.keys(FILES).find((name) => name.startsWith("boot-"));
  if (!(await answer.clone().text()).includes(`"${script}"`)) throw new Error("the page is of another release");
  return answer;
}

/** A file of the release, with its integrity checked. Usually the browser's own cache has it; that copy may be broken. */
async function fetched(url, integrity) {
  return whole(url, { integrity, cache: "default" }).catch(() => whole(url, { integrity, cache: "reload" }));
}

async function whole(url, how) {
  const answer = await fetch(url, how);
  if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** Every response waits for this, so it does only what is necessary. */
async function begin() {
  // Also of the first page; otherwise the next release would not wait.
  await self.clients.claim();
  await self.registration.navigationPreload?.enable();
}

/** Deletes older releases, except those of open pages, which hold a lock named after their script (src/browser/worker.rs). */
async function tidy() {
  const older = (await own()).filter((name) => name !== CACHE);
  // One of them may be the next release.
  if (self.registration.installing || self.registration.waiting) return;
  const locks = await self.navigator.locks.query();
  const open = new Set(locks.held.map((lock) => lock.name));
  for (const name of older) {
    const urls = (await (await caches.open(name)).keys()).map((request) => request.url);
    if (!urls.some((url) => open.has(`maru ${url}`))) await caches.delete(name);
  }
}

async function end() {
  for (const name of await own()) await caches.delete(name);
  await self.registration.unregister();
}

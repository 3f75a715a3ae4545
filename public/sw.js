// Lets Maru start without a network: keeps the files of one release, and gives them out when they are asked for by name. The
// page itself comes from the server whenever that answers, so that no release can get stuck in a browser. What a cloud, the
// gateway or config.json answers never passes through here.
//
// `cargo xtask dist` fills in the next two lines: the release, and its files with their integrity values. Without a release, as
// in development, the worker removes itself and all it kept.
const RELEASE = "";
const FILES = {};

const BASE = new URL("./", self.location).pathname;
// Another Maru below another path of the same origin has its own caches.
const OWN = `maru ${BASE} `;
const CACHE = OWN + RELEASE;
const PAGE = new URL("./", self.location).href;
const HASHED = /^[^/]+-[0-9a-f]{16}\.(css|js|wasm)$/;
/** Addresses that are no page of the app: the gateway's own, and files beside the page. */
const NO_PAGE = /^(proxy|sessions|status|healthz|metrics)(\/|$)|^[^/@]+\.[^/]+$/;
/** From here on the page that is kept is better than waiting, milliseconds. */
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
  // A page of this release runs, or a person wants to have it.
  if (event.data === "take over") self.skipWaiting();
  // A page has started: what the browser threw away is fetched again, and what no page needs any longer goes.
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

/** The page as the server has it; the one that is kept where no answer comes in time. */
async function page(event) {
  const network = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const settled = network.catch(() => undefined);
  event.waitUntil(settled);
  const late = new Promise((done) => setTimeout(done, PATIENCE_MS));
  return (await Promise.race([settled, late])) ?? (await kept(CACHE, PAGE)) ?? network;
}

/** Of whatever release: a name never means other bytes. */
async function file(request) {
  for (const cache of await own()) {
    const found = await kept(cache, request.url);
    if (found) return found;
  }
  return fetch(request);
}

/** Storage that fails is as good as none. */
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

/** Keeps all files of the release that are not kept yet, or fails. */
async function fill() {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map((request) => request.url));
  if (!there.has(PAGE)) await cache.put(PAGE, await fetchedPage());
  // One after the other: whatever the page asks for comes first.
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

/** A file whose bytes are those of the release. Mostly the browser has it already; what it has may be broken, too. */
async function fetched(url, integrity) {
  return whole(url, { integrity, cache: "default" }).catch(() => whole(url, { integrity, cache: "reload" }));
}

async function whole(url, how) {
  const answer = await fetch(url, how);
  if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** Every answer waits for this: no more than what is needed. */
async function begin() {
  // The first page, too: without it a next release would not wait.
  await self.clients.claim();
  await self.registration.navigationPreload?.enable();
}

/** Deletes older releases, but for those that an open page needs: it holds a lock named by its script (src/browser/worker.rs). */
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

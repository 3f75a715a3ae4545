// Releases of the site, served one after the other at the same address, at the root or below a path.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { freePort, site, startDemo } from "./gateway";

interface Broken {
  module?: "missing" | "garbage";
}

export interface Releases {
  /** Where the console is served, with a slash at the end. */
  url: string;
  /** The served folder. */
  folder: string;
  /** Uploads another release: its script has other bytes and so another name. `broken` is what is wrong with its module. */
  deploy(broken?: Broken): void;
}

/** Serves the built site, whose files the test may change. */
export async function serveReleases(run: (served: Releases) => Promise<void>, base = "/") {
  const folder = mkdtempSync(join(tmpdir(), "maru-site-"));
  let number = 0;
  const deploy = (broken: Broken = {}) => {
    for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true });
    cpSync(site, folder, { recursive: true });
    number += 1;
    becomeRelease(folder, number, base, broken);
  };
  deploy();
  const gateway = await startDemo(folder);
  const below = base === "/" ? undefined : await serveBelow(base, gateway.url);
  try {
    await run({ url: below?.url ?? gateway.url, folder, deploy });
  } finally {
    below?.stop();
    await gateway.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The name of the file with this beginning and end. */
export function named(folder: string, start: string, end: string): string {
  const name = readdirSync(folder).find((name) => name.startsWith(`${start}-`) && name.endsWith(end));
  if (!name) throw new Error(`no ${start}…${end} in ${folder}`);
  return name;
}

/**
 * Like a build of other sources: other bytes of the script, and so another name, other integrity values, another release.
 */
function becomeRelease(folder: string, number: number, base: string, { module }: Broken) {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    for (const ending of ["br", "gz"]) rmSync(join(folder, `${name}.${ending}`), { force: true });
  };
  const old = named(folder, "boot", ".js");
  const script = `${read(old)}\n//${number}`;
  const name = `boot-${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`;
  for (const ending of ["", ".br", ".gz"]) rmSync(join(folder, old + ending), { force: true });
  write(name, script);
  const [wasm, other] = [named(folder, "maru_bg", ".wasm"), `maru_bg-${String(number).padStart(16, "0")}.wasm`];
  const renamed = (text: string) => (module ? text.replaceAll(wasm, other) : text).replaceAll(old, name);
  if (module === "garbage") write(other, "garbage");
  const page = renamed(read("index.html"))
    .replace(/(<script [^>]*? integrity=")[^"]*/, `$1${integrity(script)}`)
    .replace('<base href="/">', `<base href="${base}">`);
  write("index.html", page);
  const worker = renamed(read("sw.js"))
    .replace(/const RELEASE = "[0-9a-f]+"/, `const RELEASE = "${String(number).padStart(16, "0")}"`)
    .replace(new RegExp(`("${name}": )"[^"]*"`), `$1"${integrity(script)}"`);
  write("sw.js", worker);
}

const integrity = (text: string) => `sha384-${createHash("sha384").update(text).digest("base64")}`;

/** A server in front that removes the path and passes requests on. */
async function serveBelow(base: string, to: string) {
  const port = await freePort();
  const server = createServer((asked, answer) => {
    const path = asked.url?.startsWith(base) ? asked.url.slice(base.length - 1) : "/not-here";
    const passed = request(new URL(path, to), { method: asked.method, headers: asked.headers }, (given) => {
      const cookies = given.headers["set-cookie"]?.map((cookie) => cookie.replace(/path=\/(?=sessions)/i, `Path=${base}`));
      answer.writeHead(given.statusCode ?? 502, cookies ? { ...given.headers, "set-cookie": cookies } : given.headers);
      given.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}${base}`, stop };
}

/** Opens the console as the demo's user and waits until its release is cached. */
export async function visit(page: Page, url: string) {
  await page.goto(`${url}instances`);
  await page.getByRole("button", { name: /demo/i }).first().click();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await expect.poll(() => releases(page), { timeout: 25_000 }).not.toEqual([]);
}

/** The releases with an installed worker: one is active, one may wait. */
export function releases(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await navigator.serviceWorker.getRegistration(document.baseURI);
    const kept = (await caches.keys()).map((name) => name.slice(name.lastIndexOf(" ") + 1));
    return found?.active?.state === "activated" && !found.installing ? kept.sort() : [];
  });
}

/** The addresses in all caches of the origin. */
export function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => request.url);
  });
}

/** The script that started the page. */
export const startedWith = (page: Page) => page.locator("#boot").getAttribute("src");


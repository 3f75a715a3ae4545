// Variants of the site: on a static host, with a part missing as after a broken upload, and of an earlier release.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { site, startDemo } from "./gateway";

/** As on a static host: its configuration has no sessions, and no token is kept for the page. */
export async function asStaticHost(context: BrowserContext) {
  await context.route("**/config.json", async (route) => {
    const { session, ...config } = await (await route.fetch()).json();
    if (session !== true) throw new Error("the gateway keeps tokens by default");
    await route.fulfill({ json: config });
  });
}

export interface BrokenSite {
  url: string;
  /** Restores the missing files. */
  mend(): void;
}

/** Serves the built site without the files whose path matches. */
export async function siteWithout(missing: RegExp, run: (site: BrokenSite) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "maru-site-"));
  cpSync(site, folder, { recursive: true, filter: (file) => !missing.test(file) });
  const gateway = await startDemo(folder);
  try {
    await run({ url: gateway.url, mend: () => cpSync(site, folder, { recursive: true }) });
  } finally {
    await gateway.stop();
    rmSync(folder, { recursive: true });
  }
}

export interface OldSite {
  url: string;
  /** Uploads the current site: all earlier names are gone. */
  redeploy(): void;
}

/**
 * Serves an earlier release: its script has another name and refers to the catalog's part by another name. That part's old
 * file is missing, as after a redeploy.
 */
export async function siteBeforeRedeploy(run: (site: OldSite) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "maru-site-"));
  const old = (text: string) => text.replace(/(boot|split_pages)-[0-9a-f]{16}/g, "$1-0000000000000000");
  cpSync(site, folder, { recursive: true, filter: (file) => !/(index\.html|boot|split_pages)[^/]*$/.test(file) });
  for (const name of readdirSync(site).filter((name) => /^(index\.html|boot-[0-9a-f]+\.js)$/.test(name))) {
    // The integrity of the script is for other bytes.
    const text = old(readFileSync(join(site, name), "utf8")).replace(/(<script[^>]*?) integrity="[^"]*"/, "$1");
    writeFileSync(join(folder, old(name)), text);
  }
  const gateway = await startDemo(folder);
  const redeploy = () => {
    rmSync(folder, { recursive: true });
    cpSync(site, folder, { recursive: true });
  };
  try {
    await run({ url: gateway.url, redeploy });
  } finally {
    await gateway.stop();
    rmSync(folder, { recursive: true });
  }
}

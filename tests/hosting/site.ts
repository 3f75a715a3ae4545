// The built site as an operator installs it: config.json edited, and the base if it is not `/`.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { site } from "../e2e/support/gateway";

const BUILT_BASE = '<base href="/">';

/** Copies the site and returns its folder. */
export function layOut(scratch: string, base: string, config: object): string {
  const root = join(scratch, "site");
  cpSync(site, root, { recursive: true });
  writeFileSync(join(root, "config.json"), JSON.stringify(config));
  if (base !== "/") rebase(root, base);
  return root;
}

/**
 * The manual steps of docs/hosting.md: `dist --base` differs in these files only. A compressed copy would still contain the
 * old page.
 */
function rebase(root: string, base: string) {
  const index = join(root, "index.html");
  const page = readFileSync(index, "utf8");
  if (!page.includes(BUILT_BASE)) throw new Error(`index.html has no ${BUILT_BASE}`);
  writeFileSync(index, page.replace(BUILT_BASE, `<base href="${base}">`));
  for (const twin of [`${index}.br`, `${index}.gz`]) rmSync(twin);
}

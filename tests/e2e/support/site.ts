// Sites with a part missing, as after a broken upload.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { site, startDemo } from "./gateway";

export interface BrokenSite {
  url: string;
  /** Puts back what is missing. */
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

// The systemd unit of the gateway: systemd accepts it and rates its sandbox as safe, and its command starts and stops.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

import { freePort, program, site } from "../e2e/support/gateway";
import { deploy } from "./deploy";
import { listening, stop } from "./process";

const UNIT = join(deploy, "systemd/maru-gateway.service");
const INSTALLED = "/usr/local/bin/maru-gateway";
/** In tenths: systemd calls values below 2.0 "OK". A unit without any restriction has 96. */
const MOST_EXPOSED = 20;

test.describe("where there is systemd-analyze", () => {
  test.skip(spawnSync("systemd-analyze", ["--version"]).error !== undefined, "systemd-analyze is not there");

  test("systemd accepts the unit without a warning", () => {
    const unit = onThisMachine();
    try {
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", unit.file], { encoding: "utf8" });
      // Other units of the machine are loaded with it, and mentioned in the output.
      expect(stderr.split("\n").filter((line) => line.includes("maru"))).toEqual([]);
      expect(status).toBe(0);
    } finally {
      unit.remove();
    }
  });

  test("a mistake in the unit would be found", () => {
    const unit = onThisMachine((text) => text.replace("ProtectSystem=strict", "ProtectSistem=strict"));
    try {
      const { stderr } = spawnSync("systemd-analyze", ["verify", unit.file], { encoding: "utf8" });
      expect(stderr).toContain("ProtectSistem");
    } finally {
      unit.remove();
    }
  });

  test("the unit's exposure stays below the threshold", () => {
    const exposure = (change?: (text: string) => string) => {
      const unit = onThisMachine(change);
      try {
        const words = ["security", "--offline=true", `--threshold=${MOST_EXPOSED}`, "--no-pager", unit.file];
        return spawnSync("systemd-analyze", words, { encoding: "utf8" });
      } finally {
        unit.remove();
      }
    };
    const { status, stdout } = exposure();
    expect(status, stdout).toBe(0);
    const bare = (text: string) =>
      text.replace(/^(Protect|Private|Restrict|SystemCall|Dynamic|Capability|NoNew).*$/gm, "");
    expect(exposure(bare).status, "the threshold can be missed").not.toBe(0);
  });
});

test("the unit's command starts the gateway, and SIGTERM ends it in good order", async () => {
  const words = /^ExecStart=(.*)$/m.exec(readFileSync(UNIT, "utf8"))?.[1].split(" ") ?? [];
  const folder = mkdtempSync(join(tmpdir(), "maru-unit-"));
  try {
    const config = join(folder, "gateway.toml");
    copyFileSync(join(deploy, "../crates/gateway/gateway.example.toml"), config);
    const port = await freePort();
    const here: Record<string, string> = {
      "/etc/maru/gateway.toml": config,
      "/srv/maru": site,
      "127.0.0.1:8080": `127.0.0.1:${port}`,
    };
    expect(words[0]).toBe(INSTALLED);
    for (const path of Object.keys(here)) expect(words).toContain(path);
    const args = words.slice(1).map((word) => here[word] ?? word);
    const child = await listening(program, args, {}, `http://127.0.0.1:${port}/healthz`);
    await stop(child);
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The unit with a program that exists, because `verify` checks that. */
function onThisMachine(change = (text: string) => text) {
  const folder = mkdtempSync(join(tmpdir(), "maru-unit-"));
  const file = join(folder, "maru-gateway.service");
  writeFileSync(file, change(readFileSync(UNIT, "utf8")).replaceAll(INSTALLED, "/bin/true"));
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}

// Caddy with the Caddyfile of deploy/caddy as it ships; the differences are set by its environment.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { listening, stop } from "./process";
import { deploy } from "./deploy";
import type { Place } from "./way";

export async function startCaddy({ scratch, port, root, base, clouds: hosts, direct }: Place) {
  const clouds = join(scratch, "clouds.caddy");
  writeFileSync(
    clouds,
    Object.entries(hosts)
      .map(([host, at]) => `import cloud ${host} ${at}\n`)
      .join(""),
  );
  const env = {
    MARU_ADMIN: "off",
    MARU_ADDRESS: `http://127.0.0.1:${port}`,
    MARU_BASE: base.slice(0, -1),
    MARU_ROOT: root,
    MARU_CLOUDS: clouds,
    MARU_DIRECT: direct.map((origin) => ` ${origin}`).join(""),
    // Its data directory belongs to the test.
    XDG_DATA_HOME: scratch,
    XDG_CONFIG_HOME: scratch,
  };
  const args = ["run", "--adapter", "caddyfile", "--config", join(deploy, "caddy/Caddyfile")];
  const child = await listening("caddy", args, env, `http://127.0.0.1:${port}${base}`);
  return () => stop(child);
}

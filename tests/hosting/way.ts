// Starts one of the servers of docs/hosting.md, with the simulated cloud alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { freePort, type Gateway } from "../e2e/support/gateway";
import { startCaddy } from "./caddy";
import { startCloud } from "./cloud";
import { startNginx } from "./nginx";
import { layOut } from "./site";

/**
 * `-console`: below the path /console/. `direct`: the page sends requests to the cloud itself, which sends CORS headers.
 */
export const ways = ["nginx", "caddy", "nginx-console", "caddy-console", "direct"] as const;
export type Way = (typeof ways)[number];

/** The parameters of a server. */
export interface Place {
  /** A folder for its own files. */
  scratch: string;
  port: number;
  /** The site's folder. */
  root: string;
  /** The path of the console, with both slashes. */
  base: string;
  /** The hosts that it proxies to, and their addresses. */
  clouds: Record<string, string>;
  /** The origins to which the page sends requests directly. */
  direct: string[];
}

/** The console with the simulated cloud, for the flows of e2e/. */
export async function startWay(way: Way): Promise<Gateway> {
  const port = await freePort();
  const cloud = await startCloud(way === "direct" ? `http://127.0.0.1:${port}` : undefined);
  const direct = way === "direct" ? [cloud.origin] : [];
  const clouds = way === "direct" ? {} : { [new URL(cloud.origin).host]: cloud.origin };
  const demo = { id: "demo", name: "Demo cloud", identity: `${cloud.origin}/identity/v2.0`, rules: "nhn" };
  const config = { proxy: way === "direct" ? null : "proxy/", clouds: [{ ...demo, direct: way === "direct" }] };
  const server = await startServer(way, { port, clouds, direct }, config);
  const stop = async () => {
    await server.stop();
    await cloud.stop();
  };
  return { url: server.url, cloud: cloud.origin, stop };
}

/** The server of a way; `root` is the folder it serves. */
export async function startServer(way: Way, told: Pick<Place, "port" | "clouds" | "direct">, config: object) {
  const scratch = mkdtempSync(join(tmpdir(), "maru-hosting-"));
  const base = way.endsWith("-console") ? "/console/" : "/";
  const root = layOut(scratch, base, config);
  const start = way.startsWith("caddy") ? startCaddy : startNginx;
  const stopServer = await start({ ...told, scratch, root, base });
  const stop = async () => {
    await stopServer();
    rmSync(scratch, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${told.port}${base}`, root, base, stop };
}

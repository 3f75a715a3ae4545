// The gateway behind nginx with deploy/nginx/gateway.conf, at `/` and below `/console/`: signing in, and the requests of a
// new tab.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

import { freePort, start, type Gateway } from "../e2e/support/gateway";
import { ask } from "./ask";
import { deploy } from "./deploy";
import { listening, stop } from "./process";

for (const base of ["/", "/console/"]) {
  test(`nginx in front of the gateway passes on its sessions: ${base}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "maru-behind-"));
    const gateway = await start(["--demo", "--no-site"]);
    const port = await freePort();
    writeFileSync(join(folder, "nginx.conf"), main(folder, site(gateway, port, base)));
    const url = `http://127.0.0.1:${port}${base}`;
    const nginx = await listening("nginx", ["-c", join(folder, "nginx.conf"), "-g", "daemon off;"], {}, url);
    try {
      const origin = new URL(url).origin;
      const host = new URL(url).host;
      const { proxy, clouds } = JSON.parse((await ask(`${url}config.json`, { host })).body.toString());
      const [{ id, identity, demo }] = clouds;
      const tokens = `${url}${proxy}${identity.replace("http://", "")}/tokens`;
      const { tenant, user: username, password } = demo;
      const body = JSON.stringify({ auth: { tenantId: tenant, passwordCredentials: { username, password } } });
      const own = { host, origin, "sec-fetch-site": "same-origin" };
      const signedIn = await ask(tokens, { ...own, "x-maru-session": id, "content-type": "application/json" }, "POST", body);
      expect(signedIn.status, signedIn.body.toString()).toBe(200);
      const cookies = (signedIn.headers["set-cookie"] ?? []).map((line) => {
        const [pair, ...attributes] = line.split("; ");
        return { pair, path: attributes.find((one) => one.startsWith("Path="))?.slice("Path=".length) };
      });
      // A browser would send both to `/sessions`, and only the first one elsewhere.
      expect(cookies.map(({ path }) => path)).toEqual(["/", `${base}sessions`]);

      const sessions = async (more: string[] = []) => {
        const cookie = [...cookies.map(({ pair }) => pair), ...more].join("; ");
        const answer = await ask(`${url}sessions`, { ...own, "x-maru-session": "list", cookie });
        expect(answer.status, answer.body.toString()).toBe(200);
        return JSON.parse(answer.body.toString()).sessions;
      };
      const told = expect.objectContaining({ cloud: id, identity: "v2.0", project: expect.objectContaining({ id: tenant }) });
      expect(await sessions()).toEqual([told]);
      // The size of 20 sessions' cookies, in one line.
      expect(await sessions([`others=${"x".repeat(28 * 1024)}`])).toEqual([told]);
    } finally {
      await stop(nginx);
      await gateway.stop();
      rmSync(folder, { recursive: true });
    }
  });
}

/** The shipped file, except for TLS and addresses, with the line for a path if there is one. */
function site(gateway: Gateway, port: number, base: string): string {
  const own = readFileSync(join(deploy, "nginx/gateway.conf"), "utf8")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replace(/^ +ssl_.*\n/gm, "")
    .replace("127.0.0.1:8080", new URL(gateway.url).host);
  return base === "/" ? own : own.replace("# proxy_cookie_path", "proxy_cookie_path");
}

const main = (folder: string, server: string) => {
  const parts = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  for (const part of parts) mkdirSync(join(folder, part));
  return `
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ""}
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  ${parts.map((part) => `${part}_temp_path ${folder}/${part};`).join(" ")}
  ${server}
}
`;
};

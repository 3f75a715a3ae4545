// The files that an operator edits: nginx and Caddy accept them as shipped.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

import { deploy } from "./deploy";
import { selfSigned } from "./echo";

/** Lets `run` use a folder. */
function scratch(run: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "maru-shipped-"));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("nginx accepts the example server, the settings and the site as they ship", () => {
  scratch((folder) => {
    const certificate = selfSigned("console.example");
    const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    writeFileSync(cert, certificate.cert);
    writeFileSync(key, certificate.key);
    mkdirSync(join(folder, "maru"));
    const copied = (name: string, change = (text: string) => text) =>
      writeFileSync(join(folder, name), change(readFileSync(join(deploy, "nginx", name), "utf8")));
    copied("maru.conf");
    for (const name of ["site.conf", "headers.conf", "headers.js"])
      cpSync(join(deploy, "nginx/maru", name), join(folder, "maru", name));
    // To check the file nginx resolves the clouds' names, and the certificate is the operator's.
    copied("maru/settings.conf", (text) => text.replace(/server [a-z0-9.-]+:443;/g, "server 127.0.0.1:443;"));
    copied("server.conf", (text) => text.replace(/\S+fullchain\.pem/, cert).replace(/\S+privkey\.pem/, key));
    const conf = join(folder, "nginx.conf");
    writeFileSync(conf, main(folder));
    const { status, stderr } = spawnSync("nginx", ["-t", "-c", conf], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    expect(stderr).not.toContain("[warn]");
  });
});

const main = (folder: string) => `
include /etc/nginx/modules-enabled/*.conf;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ""}
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${folder}/${of};`).join(" ")}
  include maru.conf;
  include server.conf;
}
`;

test("Caddy accepts the Caddyfile and the clouds as they ship", () => {
  scratch((folder) => {
    cpSync(join(deploy, "caddy"), folder, { recursive: true });
    const words = ["adapt", "--validate", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")];
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    const { status, stdout, stderr } = spawnSync("caddy", words, { encoding: "utf8", env });
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("kr1-api-instance-infrastructure.nhncloudservice.com");
  });
});

test("both lists of clouds are those of the gateway's example, and each leads to the host that it names", () => {
  const read = (name: string) => readFileSync(join(deploy, name), "utf8");
  const example = read("../crates/gateway/gateway.example.toml");
  const nginx = read("nginx/maru/settings.conf");
  const upstreams = new Map(
    [...nginx.matchAll(/^upstream (\w+) +\{ server (\S+):443;/gm)].map(([, name, at]) => [name, at]),
  );
  const byNginx = [...nginx.matchAll(/^ +"([^"]+)" +"https:\/\/(\w+)";/gm)].map(([, host, name]) => [
    host,
    upstreams.get(name),
  ]);
  const byCaddy = [...read("caddy/clouds.caddy").matchAll(/^import cloud (\S+) https:\/\/(\S+)$/gm)].map(
    ([, ...both]) => both,
  );
  expect(byNginx.length).toBeGreaterThan(4);
  expect(byNginx).toEqual(byCaddy);
  for (const [host, at] of byNginx) {
    expect(at).toBe(host);
    expect(example).toContain(`https://${host}`);
  }
});

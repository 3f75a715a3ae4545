// nginx with the files of deploy/nginx, as shipped except for the cloud's address, the port and the folders.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

import { listening, stop } from "./process";
import { deploy } from "./deploy";
import type { Place } from "./way";

export async function startNginx(place: Place) {
  const conf = write(place);
  const child = await listening(
    "nginx",
    ["-c", conf, "-g", "daemon off;"],
    {},
    `http://127.0.0.1:${place.port}${place.base}`,
  );
  return () => stop(child);
}

function write(place: Place): string {
  const folder = join(place.scratch, "nginx");
  mkdirSync(folder);
  cpSync(join(deploy, "nginx/maru"), join(folder, "maru"), { recursive: true });
  cpSync(join(deploy, "nginx/maru.conf"), join(folder, "maru.conf"));
  writeFileSync(join(folder, "maru/settings.conf"), settings(place));
  const conf = join(folder, "nginx.conf");
  writeFileSync(conf, main(place));
  return conf;
}

const settings = ({ root, clouds, direct }: Place) => `
map "" $maru_root { default "${root}"; }
map "" $maru_direct { default "${direct.map((origin) => ` ${origin}`).join("")}"; }
map $maru_host $maru_cloud {
  default "";
  ${Object.entries(clouds)
    .map(([host, at], index) => `"${host}" "${new URL(at).protocol}//cloud_${index}";`)
    .join("\n  ")}
}
${Object.values(clouds)
  .map((at, index) => upstream(`cloud_${index}`, new URL(at).host))
  .join("\n")}
`;

const upstream = (name: string, address: string) =>
  `upstream ${name} { server ${address}; keepalive 8; keepalive_timeout 4s; }`;

/**
 * Replaces Debian's nginx.conf, whose folders belong to the machine. Its own user must be able to read the test's folder.
 */
const main = ({ scratch, port, base }: Place) => `
include /etc/nginx/modules-enabled/*.conf;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ""}
pid ${scratch}/nginx.pid;
error_log ${scratch}/error.log;
worker_processes 1;
events { worker_connections 512; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${scratch}/${of};`).join(" ")}
  include maru.conf;
  server {
    listen 127.0.0.1:${port};
    server_tokens off;
    include maru/headers.conf;
    include maru/site.conf;
    location ${base} { rewrite ^${base}(.*)$ /-maru/$1 last; }
  }
}
`;

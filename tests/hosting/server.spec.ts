// The promises of docs/hosting.md for servers without the gateway: the site's headers and caching, and a proxy that reaches
// the listed hosts only. For nginx and Caddy, at `/` and below `/console/`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test as base } from "@playwright/test";

import { freePort, startDemo } from "../e2e/support/gateway";
import { ask } from "./ask";
import { Echo, STEERING } from "./echo";
import { startServer, type Way } from "./way";

interface Served {
  host: Way;
  echo: Echo;
  server: Awaited<ReturnType<typeof startServer>>;
}

const test = base.extend<object, Served>({
  host: ["nginx", { option: true, scope: "worker" }],
  echo: [
    async ({}, use) => {
      const echo = await Echo.start();
      await use(echo);
      await echo.stop();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ host, echo }, use) => {
      const clouds = { "cloud.example": echo.plain, "cloud.example:8774": echo.plain, "untrusted.example": echo.tls };
      const told = { port: await freePort(), clouds, direct: ["https://direct.example"] };
      const server = await startServer(host, told, { proxy: "proxy/", clouds: [] });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

const SECURITY = [
  "x-content-type-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
];
const HASHED = /-[0-9a-f]{16}\.[a-z]+$/;
const FOREVER = "public, max-age=31536000, immutable";
const OPENED = { accept: "text/html,application/xhtml+xml" };

test("the page has the headers that the gateway gives it, and the policy names the clouds asked directly", async ({
  server,
}) => {
  const gateway = await startDemo();
  try {
    const [ours, theirs] = [await ask(server.url), await ask(gateway.url)];
    expect(ours.status).toBe(200);
    expect(ours.body.toString()).toContain(`<base href="${server.base}">`);
    const policy = "content-security-policy";
    const wanted = String(theirs.headers[policy]).replace(
      "connect-src 'self'",
      "connect-src 'self' https://direct.example",
    );
    expect(wanted).toContain("direct.example");
    expect(ours.headers[policy]).toBe(wanted);
    for (const name of SECURITY) {
      expect(theirs.headers[name], name).toBeTruthy();
      expect(ours.headers[name], name).toBe(theirs.headers[name]);
    }
  } finally {
    await gateway.stop();
  }
});

test("files come precompressed, as br or gz, with the type of the file", async ({ server }) => {
  const names = readdirSync(server.root).filter((name) => HASHED.test(name) && /^(boot|maru)/.test(name));
  expect(names.length).toBe(3);
  for (const name of names) {
    const plain = await ask(server.url + name);
    expect(plain.headers["content-encoding"], name).toBeUndefined();
    expect(plain.body.equals(readFileSync(join(server.root, name))), name).toBe(true);
    for (const [accepts, coding, ending] of [
      ["gzip, br", "br", ".br"],
      ["gzip", "gzip", ".gz"],
    ]) {
      const packed = await ask(server.url + name, { "accept-encoding": accepts });
      expect(packed.headers["content-encoding"], name).toBe(coding);
      expect(packed.headers["content-type"], name).toBe(plain.headers["content-type"]);
      expect(String(packed.headers.vary).toLowerCase(), name).toContain("accept-encoding");
      expect(packed.body.equals(readFileSync(join(server.root, name + ending))), name).toBe(true);
    }
  }
  expect((await ask(server.url + names.find((name) => name.endsWith(".wasm")))).headers["content-type"]).toBe(
    "application/wasm",
  );
});

test("only names with a hash are kept forever, and a missing one is asked for again", async ({ server }) => {
  const hashed = readdirSync(server.root)
    .filter((name) => HASHED.test(name))
    .slice(0, 5);
  for (const name of hashed) {
    const first = await ask(server.url + name, { "accept-encoding": "br" });
    expect([first.status, first.headers["cache-control"]], name).toEqual([200, FOREVER]);
  }
  for (const name of ["", "index.html", "config.json", "manifest.webmanifest", "icon.svg"]) {
    // Caddy redirects `index.html` to the folder.
    const answer = await ask(server.url + name);
    expect([200, 308]).toContain(answer.status);
    expect(answer.headers["cache-control"], name).toBe("no-cache");
  }
  const missing = await ask(`${server.url}maru-0123456789abcdef.js`);
  expect([missing.status, missing.headers["cache-control"]]).toEqual([404, "no-cache"]);
  const tag = (await ask(`${server.url}config.json`)).headers.etag;
  expect(tag).toBeTruthy();
  expect((await ask(`${server.url}config.json`, { "if-none-match": String(tag) })).status).toBe(304);
});

test("an address of the app is the page for who opens it; a missing file is 404 for who loads it", async ({
  server,
}) => {
  for (const path of ["instances", "instances/8f0a", "sign-in?to=%2Finstances", "a-0123456789abcdef.js"]) {
    const opened = await ask(server.url + path, OPENED);
    expect([opened.status, opened.headers["cache-control"]], path).toEqual([200, "no-cache"]);
    expect(opened.headers["content-type"], path).toContain("text/html");
    expect(opened.body.toString(), path).toContain(`<base href="${server.base}">`);
    expect((await ask(server.url + path)).status, path).toBe(404);
    expect((await ask(server.url + path, OPENED, "POST")).status, path).toBeGreaterThanOrEqual(404);
  }
});

test("the proxy passes path and query on byte for byte, to listed hosts only", async ({ server, echo, host }) => {
  // Caddy merges two slashes when it removes the matched prefix.
  const twoSlashes = host.startsWith("caddy") ? "/v2/x" : "/v2//x";
  const cases: [string, number, string?][] = [
    ["cloud.example/v2/a%2Fb/%ED%95%9C?x=%2F&y=a+b", 200, "cloud.example /v2/a%2Fb/%ED%95%9C?x=%2F&y=a+b"],
    ["cloud.example:8774/v2//x", 200, `cloud.example:8774 ${twoSlashes}`],
    ["cloud.example/", 200, "cloud.example /"],
    ["other.example/v2", 403],
    ["cloud.example:22/v2", 403],
    ["cloud.example.evil.example/v2", 403],
    ["cloud.example@evil.example/v2", 403],
    ["x.cloud.example/v2", 403],
    ["cloud.example/v2/%2e%2e/admin", 403],
    ["cloud.example/v2/./admin", 403],
    ["cloud.example/v2/a%0d%0ab", 403],
    ["cloud.example/v2/a%7fb", 403],
  ];
  for (const [path, status, expected] of cases) {
    echo.received = [];
    const answer = await ask(`${server.url}proxy/${path}`);
    // nginx's own matching ends at a line break: such an address matches nothing.
    expect(path.includes("%0a") ? [403, 404] : [status], path).toContain(answer.status);
    expect(
      echo.received.map(({ headers, url }) => `${headers.host} ${url}`),
      path,
    ).toEqual(expected ? [expected] : []);
  }
});

test("a path that climbs out of the proxy reaches no cloud", async ({ server, echo }) => {
  echo.received = [];
  for (const path of [
    "proxy/cloud.example/../other.example/x",
    "x/../proxy/cloud.example/x",
    "proxy/../proxy/cloud.example/..",
  ]) {
    expect((await ask(server.url + path)).status, path).toBeGreaterThanOrEqual(400);
  }
  expect(echo.received).toEqual([]);
});

test("cookies and the browser's own headers stay here, the token goes on; nothing of a cloud is cached or set", async ({
  server,
  echo,
}) => {
  echo.received = [];
  const kept = {
    cookie: "a=b",
    origin: "https://console.example",
    referer: "https://console.example/x",
    "x-forwarded-for": "1.2.3.4",
  };
  const more = {
    "x-http-method-override": "DELETE",
    "sec-fetch-dest": "empty",
    "sec-fetch-site": "same-origin",
    authorization: "Basic eA==",
  };
  const passed = {
    "x-auth-token": "t",
    accept: "application/json",
    "content-type": "application/json",
    "openstack-api-version": "compute 2.79",
  };
  const answer = await ask(`${server.url}proxy/cloud.example/v2`, { ...kept, ...more, ...passed }, "POST", "{}");
  const [{ headers, body, method }] = echo.received;
  expect([method, body]).toEqual(["POST", "{}"]);
  expect(headers).toMatchObject({ ...passed, host: "cloud.example", "content-length": "2" });
  for (const name of [...Object.keys({ ...kept, ...more }), "x-forwarded-proto", "x-forwarded-host", "x-real-ip"]) {
    expect(headers[name], name).toBeUndefined();
  }
  expect(answer.headers).toMatchObject({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-subject-token": "s",
  });
  expect(answer.headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  for (const name of [
    "set-cookie",
    "access-control-allow-origin",
    "clear-site-data",
    "refresh",
    "service-worker-allowed",
  ]) {
    expect(answer.headers[name], name).toBeUndefined();
  }
});

test("no header of the cloud steers the browser: only those pass that the gateway lets through", async ({ server }) => {
  const answer = await ask(`${server.url}proxy/cloud.example/v2`);
  expect(answer.headers).toMatchObject({ "x-openstack-request-id": "req-1", "retry-after": "7", "x-subject-token": "s" });
  for (const name of STEERING) expect(answer.headers[name.toLowerCase()], name).not.toBe("steered");
  const listed = readFileSync(join(import.meta.dirname, "../../crates/gateway/src/proxy/headers.rs"), "utf8");
  const names = listed.split("RESPONSE_HEADERS")[1].split("];")[0];
  const passing = [...names.matchAll(/from_static\("([^"]+)"\)|^ +([A-Z_]+),/gm)].map(
    ([, spelt, constant]) => spelt ?? constant.toLowerCase().replaceAll("_", "-"),
  );
  expect(passing.length).toBeGreaterThan(10);
  // Headers about the server and the connection.
  const own = ["server", "connection", "keep-alive", "transfer-encoding", "cache-control", "content-security-policy", ...SECURITY];
  expect(Object.keys(answer.headers).filter((name) => ![...passing, ...own].includes(name))).toEqual([]);
});

test("no identity header reaches the cloud: behind some services, who sends it is believed", async ({ server, echo }) => {
  echo.received = [];
  const claimed = ["x-roles", "x-user-id", "x-service-token", "x-identity-status", "x-project-id", "x-is-admin-project", "x-tenant"];
  await ask(`${server.url}proxy/cloud.example/v2`, Object.fromEntries(claimed.map((name) => [name, "admin"])));
  const [{ headers }] = echo.received;
  const sent = ["host", "connection", "accept-encoding", "user-agent"];
  expect(Object.keys(headers).filter((name) => !sent.includes(name))).toEqual([]);
});

test("the security headers are on every answer, refusals and errors too", async ({ server, host }) => {
  const answers = [
    await ask(`${server.url}proxy/other.example/v2`),
    await ask(`${server.url}proxy/cloud.example/v2/../x`),
    await ask(`${server.url}proxy/cloud.example/v2`),
    await ask(`${server.url}proxy/untrusted.example/v2`),
    await ask(`${server.url}nothing-here`),
    await ask(server.url, {}, "POST"),
    // Caddy answers requests that it cannot parse before its configuration applies.
    ...(host.startsWith("nginx") ? [await ask(server.url, {}, "TRACE"), await ask(server.url, { host: "a b" })] : []),
  ];
  for (const { status, headers } of answers) {
    for (const name of SECURITY) expect(headers[name], `${status} ${name}`).toBeTruthy();
  }
  expect(answers.map(({ status }) => status).sort()).toEqual(
    [200, 403, 403, 404, 405, 502, ...(host.startsWith("nginx") ? [400, 405] : [])].sort(),
  );
});

test("a long body that does not say its length is refused as too long, not answered with an empty 200", async ({
  server,
  echo,
}) => {
  echo.received = [];
  const chunked = { "transfer-encoding": "chunked" };
  const { status } = await ask(`${server.url}proxy/cloud.example/v2`, chunked, "POST", "x".repeat(1_200_000));
  expect(status).toBe(413);
  expect(echo.received.filter(({ body }) => body.length > 0)).toEqual([]);
  expect((await ask(`${server.url}proxy/cloud.example/v2`, chunked, "POST", "short")).status).toBe(200);
  expect(echo.received.map(({ body }) => body)).toEqual(["short"]);
});

test("a redirect is passed on untouched and not followed", async ({ server, echo }) => {
  echo.received = [];
  const answer = await ask(`${server.url}proxy/cloud.example/redirect`);
  expect([answer.status, answer.headers.location]).toEqual([302, "http://other.example/x"]);
  expect(echo.received.length).toBe(1);
});

test("the proxy takes the fetches of the console only, of the methods that APIs use, with a body that fits", async ({
  server,
  echo,
}) => {
  echo.received = [];
  const url = `${server.url}proxy/cloud.example/v2`;
  const refused: [Record<string, string>, string][] = [
    [{ "sec-fetch-dest": "script" }, "GET"],
    [{ "sec-fetch-dest": "document" }, "GET"],
    [{ "sec-fetch-dest": "empty", "sec-fetch-site": "cross-site" }, "POST"],
    [{ "sec-fetch-dest": "empty", "sec-fetch-site": "same-site" }, "GET"],
    [{}, "OPTIONS"],
    [{}, "PROPFIND"],
  ];
  for (const method of ["POST", "PUT", "DELETE"]) {
    expect((await ask(server.url, {}, method)).status, `${method} on the site`).toBe(405);
  }
  for (const [headers, method] of refused) {
    expect((await ask(url, headers, method)).status, `${method} ${JSON.stringify(headers)}`).toBe(403);
  }
  expect(echo.received).toEqual([]);
  expect((await ask(url, {}, "POST", "x".repeat(1_200_000))).status).toBe(413);
  expect(echo.received.filter(({ body }) => body.length >= 1_200_000)).toEqual([]);
});

test("a cloud whose certificate nobody vouches for is not asked", async ({ server, echo }) => {
  echo.received = [];
  expect((await ask(`${server.url}proxy/untrusted.example/v2`, { "x-auth-token": "t" })).status).toBe(502);
  expect(echo.received).toEqual([]);
});

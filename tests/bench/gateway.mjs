// Starts the release gateway with its simulated cloud.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const site = process.env.MARU_SITE ?? resolve(root, "dist");
const program = process.env.MARU_GATEWAY ?? resolve(root, "target/release/maru-gateway");
/** The demo's project, whose clock is moved. */
const tenant = "5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";

/** With the demo's one-click sign-in. Runs until `stop`; resolves when it is ready. */
export const start = (instances) => run(["--demo-instances", String(instances)]);

/** The same, and the simulated cloud a second time as a stock OpenStack, where more can be changed. */
export async function startStock() {
  const port = await freePort();
  const cloud = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "maru-"));
  const config = join(folder, "gateway.toml");
  const identity = `${cloud}/identity/v3`;
  writeFileSync(config, `[[cloud]]\nid = "stock"\nname = "Stock"\nidentity = "${identity}"\nrules = "openstack"\nhosts = ["${cloud}"]\n`);
  try {
    return await run(["--config", config, "--demo-address", `127.0.0.1:${port}`]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(more) {
  const args = ["--site", site, "--listen", "127.0.0.1:0", "--demo", ...more];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  const printed = await new Promise((done, fail) => {
    let text = "";
    child.stdout.on("data", (data) => {
      text += data;
      if (/^maru  .*\n/m.test(text)) done(text);
    });
    child.once("error", fail);
    ended.then((code) => fail(new Error(`the gateway ended with ${code}`)));
  });
  const find = (word) => new RegExp(`^${word}  (.*)$`, "m").exec(printed)?.[1];
  return {
    url: `${find("maru")}/`,
    cloud: find("cloud"),
    tenant,
    /** Lets time pass in the cloud. */
    async advance(ms) {
      const body = JSON.stringify({ tenant, advance_ms: ms });
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${this.cloud}/_sim/clock`, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(`the cloud's clock: ${answer.status} ${await answer.text()}`);
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** A port that nothing listens on. */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

// Starts the release gateway with its simulated cloud.
import { spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const site = process.env.MARU_SITE ?? resolve(root, "dist");
const program = process.env.MARU_GATEWAY ?? resolve(root, "target/release/maru-gateway");
/** The demo's project, whose clock is moved. */
const tenant = "5a3c0f1e9b7d4c2a8e6f0d1b2c3a4e5f";

/** Runs until `stop`; ready when it resolves. */
export async function start(instances) {
  const args = ["--site", site, "--listen", "127.0.0.1:0", "--demo", "--demo-instances", String(instances)];
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

// Starts the real gateway, for one worker or for a test that needs another configuration.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** The output of `cargo xtask dist`; xtask sets the path, otherwise it is the usual one. */
export const site = process.env.MARU_SITE ?? join(root, "dist");
/** The gateway. */
export const program = process.env.MARU_GATEWAY ?? join(root, "target/release/maru-gateway");

export interface Gateway {
  /** Where the console is served, with a slash at the end. */
  url: string;
  /** Where the simulated cloud listens; only with `--demo`. */
  cloud?: string;
  stop(): Promise<void>;
}

/** Runs until `stop`; resolves when it is ready. Port 0 is any free one. */
export async function start(args: string[], port = 0): Promise<Gateway> {
  const child = spawn(program, ["--listen", `127.0.0.1:${port}`, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const printed = await lines(child);
  const find = (word: string) => printed.find((line) => line.startsWith(`${word}  `))?.slice(word.length + 2);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill();
    // It lets running requests finish, for minutes; a finished test does not wait for that.
    const late = setTimeout(() => child.kill("SIGKILL"), 3_000);
    await ended;
    clearTimeout(late);
  };
  return { url: `${find("maru")}/`, cloud: find("cloud"), stop };
}

/** What it prints until it is ready: the line with its address is the last. */
function lines(child: ChildProcess): Promise<string[]> {
  return new Promise((done, fail) => {
    let text = "";
    let wrong = "";
    child.stderr?.on("data", (data) => (wrong += data));
    child.stdout?.on("data", (data) => {
      text += data;
      if (/^maru  .*\n/m.test(text)) done(text.trimEnd().split("\n"));
    });
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`the gateway ended with ${code}: ${wrong}`)));
  });
}

/**
 * With the simulated cloud twice: as the demo (Keystone v2.0) and as a stock OpenStack (v3), or with another `clouds.toml`,
 * which needs the address before the cloud has started.
 */
export async function startDemo(folder: string = site, clouds: (port: number) => string = stockCloud): Promise<Gateway> {
  const port = await freePort();
  const scratch = mkdtempSync(join(tmpdir(), "maru-"));
  const config = join(scratch, "gateway.toml");
  writeFileSync(config, clouds(port));
  try {
    return await start(["--site", folder, "--config", config, "--demo", "--demo-address", `127.0.0.1:${port}`]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Another gateway for the same cloud, at a port of its own, with this session configuration; can be restarted. */
export async function besides(origin: string, session: (folder: string) => string, run: (one: Restarted) => Promise<void>) {
  const scratch = mkdtempSync(join(tmpdir(), "maru-"));
  const port = await freePort();
  const config = join(scratch, "gateway.toml");
  const cloud = `
[[cloud]]
id = "demo"
name = "Demo cloud"
identity = "${origin}/identity/v2.0"
rules = "nhn"
hosts = ["${origin}"]
`;
  writeFileSync(config, `${cloud}[session]\n${session(scratch)}\n`);
  let gateway = await start(["--site", site, "--config", config], port);
  const restart = async () => {
    await gateway.stop();
    gateway = await start(["--site", site, "--config", config], port);
  };
  try {
    await run({ url: gateway.url, restart });
  } finally {
    await gateway.stop();
    rmSync(scratch, { recursive: true });
  }
}

/** A gateway that can be restarted at the same address. */
export interface Restarted {
  url: string;
  restart(): Promise<void>;
}

const stockCloud = (port: number) => `
[[cloud]]
id = "stock"
name = "Stock OpenStack"
identity = "http://127.0.0.1:${port}/identity/v3"
rules = "openstack"
hosts = ["http://127.0.0.1:${port}"]
`;

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

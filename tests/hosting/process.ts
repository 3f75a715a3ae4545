// Programs that run during a test.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** Runs until `stop`; resolves with the first line that matches. */
export async function started(program: string, args: string[], env: NodeJS.ProcessEnv, ready: RegExp) {
  const child = run(program, args, env, ["ignore", "pipe", "inherit"]);
  const line = await new Promise<string>((done, fail) => {
    let text = "";
    child.stdout?.on("data", (data) => {
      text += data;
      const found = text
        .split("\n")
        .slice(0, -1)
        .find((line) => ready.test(line));
      if (found !== undefined) done(found);
    });
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`${program} ended with ${code}: ${text}`)));
  });
  return { child, line };
}

/** Runs until `stop`; resolves when the address responds. `within`: ms. */
export async function listening(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  url: string,
  within = 20_000,
) {
  const child = run(program, args, env, ["ignore", "ignore", "pipe"]);
  let said = "";
  child.stderr?.on("data", (data) => (said += data));
  let failed: Error | undefined;
  child.once("error", (error) => (failed = error));
  const deadline = Date.now() + within;
  for (;;) {
    if (failed) throw failed;
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${said}`);
    if (
      await fetch(url, { redirect: "manual" }).then(
        () => true,
        () => false,
      )
    )
      return child;
    if (Date.now() > deadline) {
      await stop(child);
      throw new Error(`${program} does not answer on ${url}: ${said}`);
    }
    await pause(20);
  }
}

export async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

type Streams = ("ignore" | "pipe" | "inherit")[];

function run(program: string, args: string[], env: NodeJS.ProcessEnv, stdio: Streams) {
  return spawn(program, args, { env: { ...process.env, ...env }, stdio });
}

// Compares the simulated cloud with a real one: `node conformance/run.mjs clouds/openstack.json`, or by `cargo xtask test
// --cloud FILE`. Needs the gateway's program in MARU_GATEWAY for its simulated cloud. Allowed differences are in
// allowed.json with the reason; one that is listed and does not occur fails as well.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { Cloud } from "./cloud.mjs";
import { run } from "./script.mjs";
import { differences, sequenceProblem } from "./shape.mjs";

const here = import.meta.dirname;
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const file = resolve(process.argv[2] ?? process.env.MARU_CLOUD ?? resolve(here, "../clouds/openstack.json"));

const simulator = await startSimulator();
let real, simulated;
try {
  real = await run(realCloud());
  simulated = await run(simulator.cloud);
} finally {
  simulator.stop();
}
const problems = compare();
const checks = real.shapes.size + real.sequences.size;
for (const problem of problems) console.log(`✗ ${problem}`);
const failed = new Set(problems.map((problem) => problem.split(": ")[0])).size;
console.log(`conformance: ${checks} compared, ${failed} differ`);
const counts = `${Math.max(0, checks - failed)} ${failed} 0`;
if (process.env.MARU_TALLY) writeFileSync(process.env.MARU_TALLY, [counts, ...problems, ""].join("\n"));
process.exitCode = failed === 0 ? 0 : 1;

function compare() {
  const allowed = read(resolve(here, "allowed.json")).map((entry) => ({ ...entry, used: false }));
  const found = [];
  const judge = (name, difference) => {
    const entry = allowed.find((one) => one.difference === difference && matches(one.answer, name));
    if (entry) entry.used = true;
    else found.push(`${name}: ${difference}`);
  };
  for (const name of new Set([...real.shapes.keys(), ...simulated.shapes.keys()])) {
    const [a, b] = [real.shapes.get(name), simulated.shapes.get(name)];
    for (const difference of differences(a ?? new Set(), b ?? new Set())) judge(name, difference);
  }
  for (const [name, states] of real.sequences) {
    const ours = simulated.sequences.get(name) ?? [];
    console.log(`${name}\n  real       ${states.join(" → ")}\n  simulated  ${ours.join(" → ")}`);
    const problem = sequenceProblem(states, ours);
    if (problem) judge(name, problem);
  }
  for (const { answer, difference } of allowed.filter((entry) => !entry.used)) {
    found.push(`${answer}: ${difference} is allowed but does not occur: take it out of allowed.json`);
  }
  return found;
}

/** `*` at the end of an entry's name matches anything. */
function matches(pattern, name) {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** The address of identity is in the gateway's configuration next to the file. */
function realCloud() {
  const description = read(file);
  const config = readFileSync(resolve(dirname(file), description.gateway), "utf8");
  const identity = /^identity *= *"([^"]+)"/m.exec(config)?.[1];
  if (!identity) throw new Error(`${description.gateway} names no identity`);
  return new Cloud(description, identity);
}

async function startSimulator() {
  const program = process.env.MARU_GATEWAY ?? resolve(here, "../../target/release/maru-gateway");
  const site = process.env.MARU_SITE ?? resolve(here, "../../dist");
  const child = spawn(program, ["--site", site, "--listen", "127.0.0.1:0", "--demo"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^cloud  (\S+)/.exec(line) ?? [];
    if (!address) continue;
    const advance = (ms) =>
      fetch(`${address}/_sim/clock`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ advance_ms: ms }),
      });
    const cloud = new Cloud(read(resolve(here, "../clouds/stock.json")), `${address}/identity/v3`, advance);
    return { cloud, stop: () => child.kill() };
  }
  throw new Error(`${program} told no address of its simulated cloud`);
}

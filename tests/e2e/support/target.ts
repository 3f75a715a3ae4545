// The cloud under test, as a file describes it (tests/clouds/*.json). Specs ask the file, never which cloud it is.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { test } from "@playwright/test";

export interface Target {
  name: string;
  /** The gateway's configuration, beside the file; without it the simulated cloud is started. */
  gateway?: string;
  /** The way to sign in and what to type into its fields, by keys of the locales. `{tenant}` is a fresh project. */
  signIn: { by: string; fields: Record<string, string> };
  image: string;
  flavor: string;
  /** Another flavor that an instance can be resized to. */
  resizeTo: string;
  disk?: string;
  zone: string;
  network: string;
  group: string;
  /** What this cloud's dialect adds to the body of a create. */
  create: Record<string, unknown>;
  /** Steps that this cloud cannot do, by name, and why. */
  cannot: Record<string, string>;
}

const file = process.env.MARU_CLOUD ?? resolve(import.meta.dirname, "../../clouds/simulated.json");
export const target: Target = JSON.parse(readFileSync(file, "utf8"));
export const gatewayConfig = target.gateway && resolve(dirname(file), target.gateway);

/** How long a flow of many steps may take, in ms: a real cloud makes and moves real things. */
export const LONG = gatewayConfig ? 600_000 : 60_000;

/**
 * A step of a flow; where the cloud cannot do what it needs, it is skipped by name and the skip is printed. A name may
 * begin with rows, as those of tests do: a skipped step takes its rows out of what its test proves (tally.ts).
 */
export async function step(name: string, run: () => Promise<void>, needs = name.replace(/^([SN]\d\d )+/, "")) {
  const why = target.cannot[needs];
  if (why === undefined) return test.step(name, run);
  console.log(`skipped step: ${name}: ${target.name}: ${why}`);
  test.info().annotations.push({ type: "skipped step", description: `${name}: ${why}` });
}

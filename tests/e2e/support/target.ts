// The cloud under test, from a file (tests/clouds/*.json). Specs ask the file and never which cloud it is.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { test } from "@playwright/test";

export interface Target {
  name: string;
  /** The gateway's configuration, next to the file; without it the simulated cloud is started. */
  gateway?: string;
  /** The sign-in method and the values of its fields, by keys of the locales. `{tenant}` is a new project. */
  signIn: { by: string; fields: Record<string, string> };
  /** A second project: how to sign in to it, and what is named otherwise there. `{second}` is the second one of the user. */
  second: { fields: Record<string, string>; network?: string; group?: string };
  image: string;
  flavor: string;
  /** Another flavor to which an instance can be resized. */
  resizeTo: string;
  disk?: string;
  zone: string;
  network: string;
  group: string;
  /** How many instances the test of many at once makes. */
  many: number;
  /** What this cloud's dialect adds to the body of a create. */
  create: Record<string, unknown>;
  /** Steps that this cloud cannot do, by name, with the reason. */
  cannot: Record<string, string>;
}

const file = process.env.MARU_CLOUD ?? resolve(import.meta.dirname, "../../clouds/simulated.json");
export const target: Target = JSON.parse(readFileSync(file, "utf8"));
export const gatewayConfig = target.gateway && resolve(dirname(file), target.gateway);

/** How long a flow of many steps may take, in ms: a real cloud is slow. */
export const LONG = gatewayConfig ? 600_000 : 60_000;

/**
 * A step of a flow. If the cloud cannot do it, it is skipped by name, and the skip is printed. A name may begin with rows,
 * like those of tests: a skipped step removes its rows from what its test proves (tally.ts).
 */
export async function step(name: string, run: () => Promise<void>, needs = name.replace(/^([SN]\d\d )+/, "")) {
  const why = target.cannot[needs];
  if (why === undefined) return test.step(name, run);
  console.log(`skipped step: ${name}: ${target.name}: ${why}`);
  test.info().annotations.push({ type: "skipped step", description: `${name}: ${why}` });
}

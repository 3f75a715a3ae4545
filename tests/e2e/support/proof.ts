// What proves a row of the requirements (tests/rows.tsv): a test whose name begins with the row, and which asserted that
// the cloud received a call of that row.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestInfo } from "@playwright/test";

/** The annotation with which a test reports to tally.ts that it proved a row. */
export const PROVED = "proved";

/** The calls asserted since the last test. */
const asserted: string[] = [];

/** Called by everything that asserts a request, with path and query as the cloud received them. */
export function noteAsserted(method: string, path: string, body: unknown) {
  const key = body && typeof body === "object" ? Object.keys(body)[0] : undefined;
  asserted.push(`${method} ${path} ${key ?? ""}`);
}

/** Reports the rows in the test's name whose call it has asserted. */
export function tellProved(info: TestInfo) {
  const calls = asserted.splice(0);
  for (const row of rowsOf(info.title)) {
    if (calls.some((call) => patterns.get(row)?.some((pattern) => pattern.test(call)))) {
      info.annotations.push({ type: PROVED, description: row });
    }
  }
}

/** The rows at the beginning of a name: `S19 S21–S23 attach` are S19, S21, S22, S23. */
export function rowsOf(title: string): string[] {
  const words = /^((?:[SN]\d\d(?:–[SN]\d\d)? )*)/.exec(title)?.[1].trim().split(" ") ?? [];
  return words.filter(Boolean).flatMap((word) => {
    const [from, to = from] = word.split("–");
    const count = Number(to.slice(1)) - Number(from.slice(1)) + 1;
    return Array.from({ length: count }, (_, at) => from[0] + String(Number(from.slice(1)) + at).padStart(2, "0"));
  });
}

/**
 * A row and its calls: `POST /servers/{id}/action os-stop | GET /servers/detail?name=`; the last word is a key of the body.
 */
const patterns = new Map(
  readFileSync(join(import.meta.dirname, "../../rows.tsv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t"))
    .map(([row, , , calls]) => [row!, calls!.split(" | ").map(patternOf)] as const),
);

/** All rows. */
export const ROWS = [...patterns.keys()];

function patternOf(call: string): RegExp {
  const [method, path, key] = call.split(" ");
  const [place, query] = path!.split("?");
  const escaped = place!.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "[^/?]+");
  const asked = query === undefined ? "(\\?\\S*)?" : `\\?\\S*${query}\\S*`;
  return new RegExp(`^${method} \\S*${escaped}${asked} ${key ? `${key}$` : ""}`);
}

// Reports to `cargo xtask test` how many tests passed, failed and were skipped, and which failed, and prints every skip by
// name.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { PROVED, ROWS, rowsOf } from "./e2e/support/proof";
import type { FullResult, Location, Reporter, Suite, TestCase, TestError } from "@playwright/test/reporter";

/** How many lines of an error are repeated at the end of the run. */
const ERROR_LINES = 6;

export default class Tally implements Reporter {
  private suite?: Suite;
  /** What failed: a line with its name and place, then indented lines with its error. */
  private failures: string[] = [];

  onBegin(_config: unknown, suite: Suite) {
    this.suite = suite;
  }

  // Outside of any test: a spec that does not load, for instance.
  onError(error: TestError) {
    this.failures.push(`outside of any test${why(error)}`);
  }

  onEnd(result: FullResult) {
    const tests = this.suite?.allTests() ?? [];
    const count = (outcome: ReturnType<TestCase["outcome"]>) => tests.filter((test) => test.outcome() === outcome);
    const skipped = count("skipped");
    for (const test of skipped) {
      const reason = test.annotations.find((note) => note.type === "skip")?.description ?? "no reason given";
      console.log(`skipped: ${test.titlePath().filter(Boolean).join(" › ")}: ${reason}`);
    }
    for (const test of [...count("unexpected"), ...count("flaky")]) {
      const errors = test.results.flatMap((attempt) => attempt.errors);
      this.failures.push(`${named(test)}${errors.length ? why(errors[0]) : ""}`);
    }
    // Interrupted or out of time: tests that never ran must not count as a pass.
    if (this.failures.length === 0 && result.status !== "passed") this.failures.push(`the run ended as ${result.status}`);
    // A row whose call no test asserted is not covered, whatever the names of tests.
    const missing = process.env.MARU_PROVE ? ROWS.filter((row) => !tests.some((test) => proves(test, row))) : [];
    for (const row of missing) {
      this.failures.push(`not proved: ${row} (tests/rows.tsv): no test that passed asserted its call`);
      console.log(this.failures.at(-1));
    }
    const file = process.env.MARU_TALLY;
    const counts = `${count("expected").length} ${this.failures.length} ${skipped.length}`;
    if (file) writeFileSync(file, [counts, ...this.failures, ""].join("\n"));
    this.writeRows(tests);
  }

  /** Which rows of the requirements passed: for a real cloud, whose last result is stored (docs/coverage.md). */
  private writeRows(tests: TestCase[]) {
    const file = process.env.MARU_ROWS;
    if (!file) return;
    const said = new Map<string, string>();
    for (const test of tests) {
      const word = { expected: "passed", skipped: "skipped" }[test.outcome() as string] ?? "failed";
      const steps = test.annotations.filter((note) => note.type === "skipped step");
      const skipped = new Set(steps.flatMap((note) => rowsOf(note.description ?? "")));
      for (const row of rowsOf(test.title)) {
        // A test that did not assert the row's call counts only if it failed.
        if (word === "passed" && !proves(test, row)) continue;
        said.set(row, worse(said.get(row), word === "passed" && skipped.has(row) ? "skipped" : word));
      }
    }
    const lines = [...said].sort().map(([row, word]) => `${row} ${word}\n`);
    writeFileSync(file, `# ${new Date().toISOString().slice(0, 10)}, by cargo xtask test --cloud\n${lines.join("")}`);
  }
}

/** As in Playwright's own list: `e2e/ssh.spec.ts:12 › title`, after the name of the project if it has one. */
function named(test: TestCase): string {
  const [, project, , ...titles] = test.titlePath();
  return [project, place(test.location), ...titles].filter(Boolean).join(" › ");
}

/** The first lines of an error, and where it was thrown. */
function why(error: TestError): string {
  const text = stripVTControlCharacters(error.message ?? error.value ?? "no message");
  const lines = text.split("\n").filter((line) => line.trim());
  const at = error.location ? [`at ${place(error.location)}`] : [];
  return [...lines.slice(0, ERROR_LINES), ...at].map((line) => `\n  ${line}`).join("");
}

function place({ file, line }: Location): string {
  return `${relative(import.meta.dirname, file)}:${line}`;
}

/** Whether it passed and asserted that the cloud received a call of the row. */
function proves(test: TestCase, row: string): boolean {
  const told = test.annotations.some((note) => note.type === PROVED && note.description === row);
  return told && test.outcome() === "expected";
}

/** One failed test makes the row failed; a skipped one does not count if another passed. */
function worse(before: string | undefined, now: string): string {
  return ["failed", "passed", "skipped"].find((word) => word === before || word === now) ?? now;
}

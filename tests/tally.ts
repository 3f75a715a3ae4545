// Tells `cargo xtask test` how many tests passed, failed and were skipped, and prints every skip by name.
import { writeFileSync } from "node:fs";
import { PROVED, ROWS, rowsOf } from "./e2e/support/proof";
import type { FullResult, Reporter, Suite, TestCase } from "@playwright/test/reporter";

export default class Tally implements Reporter {
  private suite?: Suite;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite) {
    this.suite = suite;
  }

  // Outside of any test: a spec that does not load, for instance.
  onError() {
    this.errors += 1;
  }

  onEnd(result: FullResult) {
    const tests = this.suite?.allTests() ?? [];
    const count = (outcome: ReturnType<TestCase["outcome"]>) => tests.filter((test) => test.outcome() === outcome);
    const skipped = count("skipped");
    for (const test of skipped) {
      const why = test.annotations.find((note) => note.type === "skip")?.description ?? "no reason given";
      console.log(`skipped: ${test.titlePath().filter(Boolean).join(" › ")}: ${why}`);
    }
    let failed = count("unexpected").length + count("flaky").length + this.errors;
    // Interrupted or out of time: tests that never ran must not count as a pass.
    if (failed === 0 && result.status !== "passed") failed = 1;
    // A row whose call no test asserted is not covered, whatever the tests are called.
    const missing = process.env.MARU_PROVE ? ROWS.filter((row) => !tests.some((test) => proves(test, row))) : [];
    for (const row of missing) console.log(`not proved: ${row} (tests/rows.tsv): no test that passed asserted its call`);
    failed += missing.length;
    const file = process.env.MARU_TALLY;
    if (file) writeFileSync(file, `${count("expected").length} ${failed} ${skipped.length}\n`);
    this.writeRows(tests);
  }

  /** Which rows of the requirements passed: for a real cloud, whose last result is kept (docs/coverage.md). */
  private writeRows(tests: TestCase[]) {
    const file = process.env.MARU_ROWS;
    if (!file) return;
    const said = new Map<string, string>();
    for (const test of tests) {
      const word = { expected: "passed", skipped: "skipped" }[test.outcome() as string] ?? "failed";
      const steps = test.annotations.filter((note) => note.type === "skipped step");
      const skipped = new Set(steps.flatMap((note) => rowsOf(note.description ?? "")));
      for (const row of rowsOf(test.title)) {
        // A test that has not asserted the row's call says nothing of it unless it failed.
        if (word === "passed" && !proves(test, row)) continue;
        said.set(row, worse(said.get(row), word === "passed" && skipped.has(row) ? "skipped" : word));
      }
    }
    const lines = [...said].sort().map(([row, word]) => `${row} ${word}\n`);
    writeFileSync(file, `# ${new Date().toISOString().slice(0, 10)}, by cargo xtask test --cloud\n${lines.join("")}`);
  }
}

/** It passed, and asserted that the cloud received a call of the row. */
function proves(test: TestCase, row: string): boolean {
  const told = test.annotations.some((note) => note.type === PROVED && note.description === row);
  return told && test.outcome() === "expected";
}

/** One failed test is a failed row; a skipped one says nothing where another passed. */
function worse(before: string | undefined, now: string): string {
  return ["failed", "passed", "skipped"].find((word) => word === before || word === now) ?? now;
}

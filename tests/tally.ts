// Tells `cargo xtask test` how many tests passed, failed and were skipped, and prints every skip by name.
import { writeFileSync } from "node:fs";
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
        said.set(row, worse(said.get(row), word === "passed" && skipped.has(row) ? "skipped" : word));
      }
    }
    const lines = [...said].sort().map(([row, word]) => `${row} ${word}\n`);
    writeFileSync(file, `# ${new Date().toISOString().slice(0, 10)}, by cargo xtask test --cloud\n${lines.join("")}`);
  }
}

/** One failed test is a failed row; a skipped one says nothing where another passed. */
function worse(before: string | undefined, now: string): string {
  return ["failed", "passed", "skipped"].find((word) => word === before || word === now) ?? now;
}

/** The rows a name begins with: `S19 S21–S23 attach` are S19, S21, S22, S23. */
function rowsOf(title: string): string[] {
  const words = /^((?:[SN]\d\d(?:–[SN]\d\d)? )*)/.exec(title)?.[1].trim().split(" ") ?? [];
  return words.filter(Boolean).flatMap((word) => {
    const [from, to = from] = word.split("–");
    const count = Number(to.slice(1)) - Number(from.slice(1)) + 1;
    return Array.from({ length: count }, (_, at) => from[0] + String(Number(from.slice(1)) + at).padStart(2, "0"));
  });
}

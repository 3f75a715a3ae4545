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
  }
}

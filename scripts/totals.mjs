// Runs a suite, shows its output, and reads from its own report how many tests passed, failed and were skipped.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runNode, toolPath } from "./tool.mjs";

/** Runs `suite` with a file to write its JSON report into; a suite that wrote none, or whose run failed otherwise, counts as failed. */
async function withReport(suite, read) {
  const folder = mkdtempSync(path.join(tmpdir(), "ghostdesk-report-"));
  const file = path.join(folder, "report.json");
  try {
    const { code } = await suite(file);
    const counts = read(JSON.parse(readFileSync(file, "utf8")));
    return { ...counts, failed: Math.max(counts.failed, code === 0 ? 0 : 1) };
  } catch (error) {
    console.error(`The suite wrote no report: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unit tests, as vitest counts them. */
export function countVitest(args) {
  const run = (file) =>
    runNode(toolPath("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args]);
  return withReport(run, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/** End-to-end tests, as Playwright counts them. A test that only passed when tried again counts as failed. */
export function countPlaywright(args, env) {
  const run = (file) =>
    runNode(toolPath("@playwright/test", "playwright"), ["test", "--reporter=list,json", ...args], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    });
  return withReport(run, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/** The last line of a run: all suites summed. */
export function printTotal(all) {
  const sum = (name) => all.reduce((total, counts) => total + counts[name], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
}

import { parseArgs } from "node:util";
import { wallClock } from "@/lib/clock";
import { examine, type Finding } from "@/lib/collector/examine";
import { readEnvironment } from "@/lib/env";
import { DeskError } from "@/lib/errors";

/** `npm run doctor`: everything that must be right, as a table or with --json; exit code 1 where the product could not work. */

const MARK: Record<Finding["state"], string> = { ok: "ok", warn: "warning", bad: "BAD", unknown: "unknown" };

function printTable(findings: readonly Finding[]): void {
  const rows = findings.map(({ area, check, state, text }) => [area, check, MARK[state], text]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const findings = await examine(readEnvironment(process.env), wallClock);
  const works = findings.every(({ state }) => state !== "bad");
  if (values.json) console.log(JSON.stringify({ works, findings }, null, 2));
  else {
    printTable(findings);
    console.log(works ? "\nGhostdesk can work here." : "\nGhostdesk could not work here: see what is BAD.");
  }
  process.exitCode = works ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof DeskError ? error.message : error);
  process.exitCode = 1;
});

// `npm test`: types, lint, architecture, unit, build, end to end, in that order. The last line sums all suites.
import { fileURLToPath } from "node:url";
import { check } from "./check.mjs";
import { endToEnd } from "./e2e.mjs";
import { refuseOldNode } from "./node-version.mjs";
import { printTotal } from "./totals.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
refuseOldNode();
const unit = await check();
if (unit.failed > 0) {
  printTotal([unit]);
  process.exit(1);
}
console.log("\nBuild and end to end");
const browser = await endToEnd();
printTotal([unit, browser]);
process.exitCode = browser.failed > 0 ? 1 : 0;

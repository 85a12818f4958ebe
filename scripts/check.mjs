// The fast half of the tests, no browser: derived schemas, types, lint, architecture and unit tests. Under a minute.
import { fileURLToPath } from "node:url";
import { buildClients } from "./build.mjs";
import { runNode, toolPath } from "./tool.mjs";
import { countVitest, printTotal } from "./totals.mjs";

/** Runs the steps in order; the first that fails ends it. Resolves with the counts of the unit tests. */
export async function check() {
  await buildClients((line) => console.log(line));
  const steps = [
    ["Derived schemas", "scripts/schemas.mjs", ["--check"]],
    ["Types", toolPath("typescript", "tsc"), ["--noEmit", "-p", "."]],
    ["Lint and format", toolPath("@biomejs/biome", "biome"), ["check", "--error-on-warnings", "."]],
    ["Architecture", toolPath("vitest"), ["run", "--reporter=dot", "lib/architecture.test.ts"]],
  ];
  for (const [name, script, args] of steps) {
    console.log(`\n${name}`);
    const { code } = await runNode(script, args);
    if (code !== 0) {
      console.error(`${name}: failed.`);
      process.exit(code);
    }
  }
  console.log("\nUnit tests");
  return countVitest([]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const counts = await check();
  printTotal([counts]);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

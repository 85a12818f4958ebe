// The end-to-end tests: build, find a browser, seed one practice site that every test copies, run Playwright.
import { fileURLToPath } from "node:url";
import { findBrowser } from "./browser.mjs";
import { buildAll } from "./build.mjs";
import { temporaryFolder } from "./temporary-folder.mjs";
import { countPlaywright, printTotal } from "./totals.mjs";

export async function endToEnd(args = []) {
  await buildAll((line) => console.log(line));
  return countPlaywright(args, { GHOSTDESK_BROWSER: await findBrowser(), TMPDIR: temporaryFolder() });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const counts = await endToEnd(process.argv.slice(2));
  printTotal([counts]);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

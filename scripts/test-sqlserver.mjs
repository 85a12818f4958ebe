// Runs the readers and the migrations against a real SQL Server (or any server that speaks its protocol), given by environment.
import { fileURLToPath } from "node:url";
import { buildClients } from "./build.mjs";
import { countVitest, printTotal } from "./totals.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (!process.env.GHOSTDESK_TEST_SQLSERVER_URL) {
  console.log(
    "Skipped: set GHOSTDESK_TEST_SQLSERVER_URL to a server on which databases may be made, sqlserver://host:port;user=...;password=...",
  );
  printTotal([{ passed: 0, failed: 0, skipped: 1 }]);
} else {
  await buildClients();
  const counts = await countVitest(["--config", "vitest.sqlserver.config.mts"]);
  printTotal([counts]);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

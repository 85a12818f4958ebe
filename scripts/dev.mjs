// `npm run dev`: the web part reloads as it is edited; a change in a worker needs this started again.
import { fileURLToPath } from "node:url";
import { buildBundles, buildClients } from "./build.mjs";
import { runNode, toolPath } from "./tool.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await buildClients((line) => console.log(line));
await buildBundles();
const { code } = await runNode(toolPath("next"), [
  "dev",
  "-p",
  process.env.PORT ?? "3000",
  "-H",
  process.env.HOST ?? "127.0.0.1",
]);
process.exitCode = code;

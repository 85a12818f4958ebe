// Runs one of our commands: `node scripts/run.mjs doctor --json` bundles scripts/doctor.ts and runs it with the rest.
import { fileURLToPath } from "node:url";
import { buildBundles, buildClients } from "./build.mjs";
import { refuseOldNode } from "./node-version.mjs";

const [name = "", ...rest] = process.argv.slice(2);
refuseOldNode();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await buildClients();
await buildBundles({ [name]: `scripts/${name}.ts` });
process.argv = [process.argv[0], name, ...rest];
await import(new URL(`../.build/${name}.mjs`, import.meta.url).href);

// `npm start`: builds what is not built yet, then runs the server in this process.
import { buildAll } from "./build.mjs";
import { refuseOldNode } from "./node-version.mjs";

refuseOldNode();
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
await buildAll((line) => console.log(line));
await import(new URL("../.build/server.mjs", import.meta.url).href);

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SDK_REFERENCE } from "@/lib/site/powershell/sdk-reference";
import { toModule } from "@/lib/site/powershell/stand-in/generate";

/** `node scripts/run.mjs stand-in`: writes the stand-in for the Citrix modules anew, after the reference or its parts changed. */

const FOLDER = "lib/site/powershell/stand-in";
const read = (name: string) => readFileSync(path.join(FOLDER, name), "utf8");
const text = toModule(SDK_REFERENCE, { head: read("head.ps1"), servers: read("servers.ps1") });
writeFileSync(path.join(FOLDER, "Ghostdesk.StandIn.psm1"), text);
console.log(`${text.split("\n").length} lines written.`);

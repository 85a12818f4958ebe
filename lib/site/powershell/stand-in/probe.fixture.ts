import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { StandInServer } from "@/lib/site/simulator/stand-in/start";

const MODULE = fileURLToPath(new URL("Ghostdesk.StandIn.psm1", import.meta.url));
/** What a script gives as its value arrives between these lines; everything else is what it said on the way. */
const MARK = "----answer----";

/** The id of an error, its message and its counts, as a script sees them. */
const HEAD = `
$ProgressPreference = 'SilentlyContinue'
function Get-Fault([scriptblock] $Block) {
    try { $null = . $Block; 'nothing' }
    catch {
        @{ id = $_.FullyQualifiedErrorId; message = $_.Exception.Message; status = $_.Exception.Status
           data = $_.Exception.ErrorData; category = [string] $_.CategoryInfo.Category }
    }
}
`;

export interface Probed {
  /** The value of the script's last statement. */
  readonly value: unknown;
  /** What it wrote beside: warnings and errors too. */
  readonly said: string;
}

/** Runs a script in a PowerShell that has loaded the stand-in module, and gives its value by way of JSON. */
export async function probe(executable: string, server: StandInServer, script: string): Promise<Probed> {
  const folder = mkdtempSync(path.join(tmpdir(), "stand-in-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "probe.ps1");
  const lines = [
    HEAD,
    `Import-Module -Name '${MODULE.replaceAll("'", "''")}' -Global`,
    `$answer = & {\n${script}\n}`,
    `[Console]::Out.WriteLine('${MARK}')`,
    "[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Depth 6 -Compress))",
  ];
  writeFileSync(file, lines.join("\n"));
  const output = await run(executable, file, server);
  const [said = "", text = ""] = output.split(`${MARK}\n`.replace("\n", process.platform === "win32" ? "\r\n" : "\n"));
  return { value: text === "" ? undefined : JSON.parse(text), said };
}

function run(executable: string, file: string, { url, token }: StandInServer): Promise<string> {
  const child = spawn(
    executable,
    ["-NoLogo", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", file],
    {
      env: { ...process.env, NO_COLOR: "1", GHOSTDESK_STAND_IN_URL: url, GHOSTDESK_STAND_IN_TOKEN: token },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    },
  );
  let output = "";
  child.stdout.on("data", (piece: Buffer) => (output += piece));
  child.stderr.on("data", (piece: Buffer) => (output += piece));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}

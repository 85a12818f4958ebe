import { SDK_REFERENCE } from "../sdk-reference";
import { isInFilter } from "./citrix-rules";
import type { Command } from "./command";
import { type Rule, refuse, type Script } from "./refusal";

/** The closed vocabulary of the scripts: every command with its parameters, and every type. All of it exists in 5.1. */

const COMMANDS: Readonly<Record<Script["area"], Readonly<Record<string, readonly string[]>>>> = {
  scripts: {
    "Add-PSSnapin": ["Name"],
    "Add-Type": ["TypeDefinition"],
    "ConvertFrom-Json": ["InputObject"],
    "ConvertTo-Json": ["InputObject", "Depth", "Compress"],
    "Get-Command": ["Name"],
    "Get-ItemProperty": ["LiteralPath"],
    "Get-Process": ["Name"],
    "Get-PSSnapin": ["Registered", "Name"],
    "Get-Service": ["Name"],
    "Import-Module": ["Name", "Global"],
    "Invoke-Command": ["ComputerName", "ScriptBlock"],
    "Join-Path": ["Path", "ChildPath"],
    "Remove-TypeData": ["TypeName"],
    "Restart-Service": ["Name", "Force"],
    "Set-StrictMode": ["Version"],
    "Write-Error": ["Message"],
    "Write-Output": ["InputObject"],
  },
  // The stand-in is no part of what runs at a site; it only has to exist in 5.1 as well.
  "stand-in": {
    "Add-Member": [],
    "Add-Type": [],
    "ConvertTo-Json": [],
    "Export-ModuleMember": [],
    "ForEach-Object": [],
    "Microsoft.PowerShell.Core\\Invoke-Command": [],
    "New-Object": [],
    "Set-StrictMode": [],
    "Where-Object": [],
    "Write-Output": [],
  },
};
const ALWAYS = ["erroraction"];

function isKnown({ name, args }: Command, { area, functions }: Script): boolean {
  if (name === null || functions.has(name.toLowerCase())) return true;
  if (area === "scripts" && name in SDK_REFERENCE) return true;
  const parameters = COMMANDS[area][name];
  if (parameters === undefined || area === "stand-in") return parameters !== undefined;
  const known = [...parameters.map((each) => each.toLowerCase()), ...ALWAYS];
  return args.every(({ parameter }) => parameter !== null && known.includes(parameter.toLowerCase()));
}

export const closedVocabulary: Rule = (script) =>
  script.commands
    .filter((command) => !isInFilter(command.node) && !isKnown(command, script))
    .map(({ node }) =>
      refuse("unknown-command", node, `not in the list of what the scripts use: ${node.text.slice(0, 60)}`),
    );

const TYPES = new Set(
  [
    "AllowEmptyCollection AllowEmptyString AllowNull CmdletBinding Parameter ValidateLength ValidatePattern ValidateRange ValidateSet",
    "bool Console Convert datetime Environment guid hashtable initialsessionstate int long Math Nullable[guid] object object[] powershell",
    "pscustomobject regex string timespan type Ghostdesk.WindowsSessions",
    "System.Array System.Collections.Generic.List[object] System.Collections.IDictionary System.Diagnostics.Process System.InvalidOperationException",
    "System.IO.StreamReader System.Management.Automation.CommandNotFoundException System.Management.Automation.ErrorRecord",
    "System.Management.Automation.ParameterBindingException System.Management.Automation.WildcardPattern System.Text.Encoding",
    "System.Text.Json.JsonDocument System.Text.UTF8Encoding System.Threading.AutoResetEvent System.Threading.CountdownEvent",
  ]
    .join(" ")
    .toLowerCase()
    .split(" "),
);

/** A type that nobody listed could do anything: start a program, load code, read a file. */
export const closedTypes: Rule = (script) => {
  if (script.area !== "scripts") return [];
  return script.root
    .descendantsOfType("type_literal")
    .filter(({ text }) => !TYPES.has(text.slice(1, -1).toLowerCase()))
    .map((node) => refuse("unknown-type", node, `not in the list of types that the scripts use: ${node.text}`));
};

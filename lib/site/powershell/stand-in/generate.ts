import type { SdkCmdlet, SdkReference } from "../sdk-reference";
import { STAND_IN_CMDLETS } from "./cmdlets";
import { defaultSet, type GeneratedParameter, parametersOf } from "./parameters";

/** Makes the stand-in module's text out of the SDK's reference: a pure function, so that a test can say whether it is current. */

/** PowerShell's names for the reference's types. A list of objects takes the objects or their Uids, which no type can say. */
const TYPES: Readonly<Record<string, string>> = {
  String: "string",
  "String[]": "string[]",
  Boolean: "bool",
  Int32: "int",
  Int64: "long",
  Guid: "guid",
  DateTime: "datetime",
  TimeSpan: "timespan",
  Hashtable: "hashtable",
  SwitchParameter: "switch",
};

function typeOf({ type, nullable }: GeneratedParameter): string {
  const name = TYPES[type] ?? (type.endsWith("[]") ? "object[]" : "string");
  return nullable ? `System.Nullable[${name}]` : name;
}

function attributesOf({ sets, byValue, byPropertyName }: GeneratedParameter, setCount: number): string[] {
  const alike = sets.every((each) => each.mandatory === sets[0]?.mandatory && each.position === sets[0]?.position);
  const everywhere = sets.length === setCount && alike;
  return (everywhere ? sets.slice(0, 1) : sets).map(({ set, mandatory, position }) => {
    const parts = [
      ...(everywhere || set === null ? [] : [`ParameterSetName = '${set}'`]),
      ...(mandatory ? ["Mandatory = $true"] : []),
      ...(position === null ? [] : [`Position = ${position}`]),
      ...(byValue ? ["ValueFromPipeline = $true"] : []),
      ...(byPropertyName ? ["ValueFromPipelineByPropertyName = $true"] : []),
    ];
    return `[Parameter(${parts.join(", ")})]`;
  });
}

function toParameter(parameter: GeneratedParameter, setCount: number): string {
  const attributes = attributesOf(parameter, setCount).filter((text) => text !== "[Parameter()]");
  const { values } = parameter;
  if (values) attributes.push(`[ValidateSet(${values.map((value) => `'${value}'`).join(", ")})]`);
  // What is mandatory may be empty all the same: the cmdlets say no by themselves.
  return [...attributes, `[${typeOf(parameter)}] $${parameter.name}`].map((line) => `        ${line}`).join("\n");
}

/** The implementing type that stands in the SDK's error ids. */
function typeNameOf(cmdlet: string): string {
  const sdk = cmdlet.includes("-Log") ? "Citrix.ConfigurationLogging.Sdk.Commands" : "Citrix.Broker.Admin.SDK";
  return `${sdk}.${cmdlet.replace("-", "")}Command`;
}

function toFunction(name: string, cmdlet: SdkCmdlet): string {
  const set = defaultSet(cmdlet);
  const parameters = parametersOf(name, cmdlet).map((parameter) => toParameter(parameter, cmdlet.sets.length));
  return `function ${name} {
    [CmdletBinding(${[...(set ? [`DefaultParameterSetName = '${set}'`] : []), "PositionalBinding = $false"].join(", ")})]
    param(
${parameters.join(",\n")}
    )
    process {
        Send-StandInCall -Caller $PSCmdlet -Bound $PSBoundParameters -Command '${typeNameOf(name)}'${objectTypeOf(cmdlet)}
    }
}`;
}

/** The objects that an InputObject takes. */
function objectTypeOf({ sets }: SdkCmdlet): string {
  const list = sets.flat().find(({ name }) => name === "InputObject");
  return list ? ` -ObjectType 'Citrix.Broker.Admin.SDK.${list.type.replace("[]", "")}'` : "";
}

/** The parts that are written by hand: how a question travels, and what stands for the servers. */
export interface HandWritten {
  readonly head: string;
  readonly servers: string;
}

/** Text of Ghostdesk.StandIn.psm1: ASCII, LF, the language of Windows PowerShell 5.1. */
export function toModule(reference: SdkReference, { head, servers }: HandWritten): string {
  const entries = Object.entries(STAND_IN_CMDLETS);
  const width = Math.max(...entries.map(([name]) => name.length));
  const list = entries.map(([name, why]) => `#   ${name.padEnd(width)}  ${why}`);
  const functions = entries.map(([name]) => {
    const cmdlet = reference[name];
    if (!cmdlet) throw new Error(`The reference has no ${name}`);
    return toFunction(name, cmdlet);
  });
  const exported = [...entries.map(([name]) => name), "Invoke-Command", "Get-WindowsSession"];
  return `${[
    `# Generated from ../sdk-cmdlets.json, head.ps1 and servers.ps1 by lib/site/powershell/stand-in/generate.ts. Do not edit.
# A stand-in for the Citrix modules: the cmdlets below with the parameter sets of the 7.15 reference, answered by the practice site.
# They are the ones that the bridge's scripts use, and what for; everything else of the SDK is left out, so that nobody leans on it:
${list.join("\n")}
# A script's questions to servers are answered as well: Invoke-Command (with the few commands of servers.ps1 inside its block) and
# Get-WindowsSession.`,
    head.trim(),
    servers.trim(),
    ...functions,
    `Export-ModuleMember -Function @(\n${exported.map((name) => `    '${name}'`).join(",\n")}\n)`,
  ].join("\n\n")}\n`;
}

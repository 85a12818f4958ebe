import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SDK_REFERENCE } from "../sdk-reference";
import { STAND_IN_CMDLET_NAMES } from "./cmdlets";
import { toModule } from "./generate";
import { functionsOf, parseModule, setsOf } from "./module-text.fixture";
import { referenceSets } from "./reference-sets.fixture";

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8").replaceAll("\r\n", "\n");
const TEXT = read("Ghostdesk.StandIn.psm1");

describe("the stand-in module", () => {
  it("is what the reference makes of it (node scripts/run.mjs stand-in writes it)", () => {
    const made = toModule(SDK_REFERENCE, { head: read("head.ps1"), servers: read("servers.ps1") });
    expect(TEXT === made, "Ghostdesk.StandIn.psm1 is not current").toBe(true);
  });

  it("changes with the reference", () => {
    const reference = structuredClone(SDK_REFERENCE) as Record<string, { sets: { name: string; type: string }[][] }>;
    reference["Stop-BrokerSession"]?.sets[0]?.push({ name: "Sooner", type: "SwitchParameter" });
    const made = toModule(reference, { head: read("head.ps1"), servers: read("servers.ps1") });
    expect(made.replace(",\n        [switch] $Sooner", "")).toBe(TEXT);
  });

  it("is ASCII without a byte-order mark, and free of what runs text as code", () => {
    expect(/^[\n\x20-\x7e]*$/.test(TEXT)).toBe(true);
    expect(TEXT).not.toMatch(/Invoke-Expression|\biex\b|\[scriptblock\]::Create|Add-Type|^\s*class\b/im);
  });

  it("has exactly the parameter sets of the reference", async () => {
    const root = await parseModule(TEXT);
    expect(root.hasError).toBe(false);
    const functions = functionsOf(root);
    for (const name of STAND_IN_CMDLET_NAMES) {
      const node = functions.get(name);
      expect(node, name).toBeDefined();
      if (node) expect(setsOf(node), name).toEqual(referenceSets(name));
    }
  });

  it("exports those and what scripts ask of servers, nothing else", () => {
    const exported = TEXT.slice(TEXT.lastIndexOf("Export-ModuleMember")).match(/'[\w-]+'/g) ?? [];
    const names = [...STAND_IN_CMDLET_NAMES, "Invoke-Command", "Get-WindowsSession"];
    expect(exported.map((name) => name.slice(1, -1))).toEqual(names);
  });
});

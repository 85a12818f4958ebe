import { describe, expect, it } from "vitest";
import { SDK_REFERENCE } from "@/lib/site/powershell/sdk-reference";
import { STAND_IN_CMDLET_NAMES } from "@/lib/site/powershell/stand-in/cmdlets";
import { SDK_ENUMERATIONS } from "@/lib/site/powershell/stand-in/sdk-enumerations";
import { MINUTE } from "../engine/site-time";
import { type OpenedSite, practiceSite } from "../practice.fixture";
import { answerCmdlet } from "./cmdlets";
import { siteLogOf } from "./site-log";
import type { CmdletAnswer, CmdletCall } from "./wire";

function call({ site }: OpenedSite, cmdlet: string, rest: Partial<CmdletCall> = {}): CmdletAnswer {
  return answerCmdlet(site, { cmdlet, parameters: {}, variables: {}, adminAddress: "", computerName: "", ...rest });
}

function objects({ table }: CmdletAnswer): Record<string, unknown>[] {
  const names = table?.columns.map(({ name }) => name) ?? [];
  return table?.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]]))) ?? [];
}

const idOf = ({ errors }: CmdletAnswer) => errors.map(({ id }) => id);

describe("the cmdlets of the stand-in", () => {
  it("give every property of the reference, in its order, for everything that is listed", () => {
    const site = practiceSite({ era: "both" });
    for (const cmdlet of STAND_IN_CMDLET_NAMES.filter((name) => name.startsWith("Get-"))) {
      const answer = call(site, cmdlet);
      expect(answer.errors, cmdlet).toEqual([]);
      const documented = SDK_REFERENCE[cmdlet]?.object;
      if (documented) expect(answer.table?.columns.map(({ name }) => name)).toEqual(Object.keys(documented));
      const isEmptyHere = /HostingPowerAction|AppAssignment|LogHighLevel/.test(cmdlet);
      expect(answer.table?.rows.length === 0, cmdlet).toBe(isEmptyHere);
    }
  });

  it("answer every cmdlet that the module has, and none that it has not", () => {
    const site = practiceSite({ era: "both" });
    const unsupported = STAND_IN_CMDLET_NAMES.filter((name) =>
      idOf(call(site, name)).includes("Ghostdesk.StandIn.NotSupported"),
    );
    expect(unsupported).toEqual([]);
    expect(idOf(call(site, "Remove-BrokerMachine"))).toEqual(["Ghostdesk.StandIn.NotSupported"]);
    expect(idOf(call(site, "toString"))).toEqual(["Ghostdesk.StandIn.NotSupported"]);
  });

  it("answer from the site as it is", () => {
    const site = practiceSite();
    const [session] = objects(call(site, "Get-BrokerSession", { parameters: { SortBy: "Uid" } }));
    const known = site.site.world.sessions.get(String(session?.SessionKey));
    expect(session).toMatchObject({ Uid: known?.uid, SessionState: known?.state, Hidden: known?.hidden });
    site.site.act(() => {
      if (known) known.hidden = true;
    });
    const parameters = { SessionKey: String(session?.SessionKey), Hidden: true };
    expect(objects(call(site, "Get-BrokerSession", { parameters }))).toHaveLength(1);
  });

  it("say of an enumeration only what its list has", () => {
    const site = practiceSite({ era: "both" });
    for (const cmdlet of STAND_IN_CMDLET_NAMES.filter((name) => name.startsWith("Get-"))) {
      const answer = call(site, cmdlet, { parameters: { MaxRecordCount: 10_000 } });
      for (const { name, type } of answer.table?.columns ?? []) {
        const listed = SDK_ENUMERATIONS[type.replace("?", "")];
        const said = new Set(objects(answer).map((row) => row[name]));
        if (listed) expect([...listed, null], `${cmdlet} ${name}`).toEqual(expect.arrayContaining([...said]));
      }
    }
  });

  it("know their controllers by name, and no others", () => {
    const site = practiceSite();
    const [first] = site.site.world.site.controllers;
    for (const adminAddress of [
      "localhost",
      "LOCALHOST:80",
      `${first?.dns}`,
      `${first?.dns.split(".")[0]}`.toUpperCase(),
    ]) {
      expect(idOf(call(site, "Get-BrokerSite", { adminAddress }))).toEqual([]);
    }
    const lost = call(site, "Get-BrokerSite", { adminAddress: "ddc9" });
    expect(idOf(lost)).toEqual(["Citrix.XDPowerShell.Broker.NoServerErrorId"]);
  });

  it("fail without the site's database, but for what a controller says of itself", async () => {
    const site = practiceSite();
    site.site.startScenario("site-database-down", { forMs: 10 * MINUTE });
    expect(idOf(call(site, "Get-BrokerSession"))).toEqual(["Citrix.XDPowerShell.Broker.DatabaseError"]);
    expect(idOf(call(site, "Set-BrokerSite", { parameters: { ConnectionLeasingEnabled: false } }))).toHaveLength(1);
    expect(objects(call(site, "Get-BrokerServiceStatus"))).toMatchObject([{ ServiceStatus: "PendingFailure" }]);
    await site.pass(5 * MINUTE);
    expect(objects(call(site, "Get-BrokerServiceStatus"))).toMatchObject([{ ServiceStatus: "DBNotFound" }]);
  });

  it("change nothing where one of several cannot be found, and count it", () => {
    const site = practiceSite();
    const uid =
      [...site.site.world.sessions.values()].find(({ windows, established }) => windows && established)?.uid ?? 0;
    const stopped = call(site, "Stop-BrokerSession", { parameters: { InputObject: [uid, 1_234_567] } });
    expect(stopped.errors).toMatchObject([
      { terminating: true, data: { OperationsSucceededCount: 1, UnresolvedSessionFailuresCount: 1 } },
    ]);
    const hidden = call(site, "Set-BrokerSession", { parameters: { InputObject: [1_234_567], Hidden: true } });
    expect(idOf(hidden)).toEqual(["Citrix.XDPowerShell.Broker.UnknownObject"]);
  });

  it("sort, skip and choose columns", () => {
    const site = practiceSite();
    const parameters = { SortBy: "-DNSName", Skip: 1, MaxRecordCount: 2, Property: ["dnsname", "Uid"] };
    const rows = objects(call(site, "Get-BrokerMachine", { parameters }));
    const names = [...site.site.world.machines.values()]
      .map(({ dns }) => dns)
      .sort()
      .reverse();
    expect(rows.map(({ DNSName: dns }) => dns)).toEqual(names.slice(1, 3));
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["DNSName", "Uid"]);
  });

  it("keep what was done under the entry of the site's log that it names", () => {
    const site = practiceSite();
    const parameters = { Text: "Text", Source: "Source", OperationType: "AdminActivity" };
    const [entry] = objects(call(site, "Start-LogHighLevelOperation", { parameters }));
    const LoggingId = String(entry?.Id);
    const uid = [...site.site.world.machines.values()][0]?.uid ?? 0;
    call(site, "Set-BrokerMachineMaintenanceMode", {
      parameters: { InputObject: [uid], MaintenanceMode: true, LoggingId },
    });
    const end = { parameters: { HighLevelOperationId: LoggingId, IsSuccessful: true } };
    expect(idOf(call(site, "Stop-LogHighLevelOperation", end))).toEqual([]);
    expect(idOf(call(site, "Stop-LogHighLevelOperation", end))).toEqual(["Citrix.XDPowerShell.Status.UnknownObject"]);
    expect(siteLogOf(site.site.world)).toMatchObject([{ text: "Text", cmdlets: ["Set-BrokerMachineMaintenanceMode"] }]);
    expect(objects(call(site, "Get-LogHighLevelOperation", { parameters: { IsSuccessful: true } }))).toMatchObject([
      { Id: LoggingId, Source: "Source", EndTime: site.site.now },
    ]);
    expect(objects(call(site, "Get-LogHighLevelOperation", { parameters: { EndTime: null } }))).toEqual([]);
  });
});
